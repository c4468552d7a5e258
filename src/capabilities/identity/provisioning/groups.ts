/** Groups as a directory keeps them. What a group brings is said on the page of groups and roles. */
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { conflict, isRefusal, notFound, type Refusal } from '../../../platform/refusal.ts';
import { both } from '../../../platform/words.ts';
import { followAll } from './follow.ts';
import { addMembers, type DirectoryGroup, findGroup, keepGroup, listGroups, membersOfGroups, type Named, removeGroup, removeMembers } from './store.ts';
import { enlist, followed, named, span, spanOf } from './users.ts';
import { words } from './words.ts';

const text = z.string().trim().min(1).max(300);
/** As many as a directory sends of one group. */
const members = z.array(z.uuid()).max(10_000).optional();
const told = { displayName: text, externalId: text.nullable().optional(), members };
export const groupInput = z.strictObject(told);
export const saveGroupInput = z.strictObject({ id: z.uuid(), ...told });
export const groupIdInput = z.strictObject({ id: z.uuid() });
export const groupsInput = z.strictObject({ id: text.optional(), displayName: text.optional(), externalId: text.optional(), member: text.optional(), ...span });
export const groupOutput = z.strictObject({ id: z.uuid(), displayName: z.string(), externalId: z.string().nullable(), members: z.array(named) });
export const savedGroup = groupOutput.extend({ followed });
export const groupsOutput = z.strictObject({ total: z.number().int(), items: z.array(groupOutput) });
export const removedGroup = z.strictObject({ id: z.uuid(), followed });

type Group = z.output<typeof groupOutput>;
type Saved = z.output<typeof savedGroup>;

const shown = ({ id, name, externalId }: DirectoryGroup, held: readonly Named[]): Group => ({ id, displayName: name, externalId, members: held.map((one) => ({ id: one.id, name: one.name })) });
const heldBy = async (at: Context, id: string): Promise<Named[]> => (await membersOfGroups(at.db, at.organisation.id, [id])).get(id) ?? [];

export async function listDirectoryGroups(at: Context, { startIndex, count, ...filter }: z.output<typeof groupsInput>): Promise<z.output<typeof groupsOutput>> {
  const { total, groups } = await listGroups(at.db, at.organisation.id, filter, spanOf({ startIndex, count }));
  const held = await membersOfGroups(at.db, at.organisation.id, groups.map(({ id }) => id));
  return { total, items: groups.map((group) => shown(group, held.get(group.id) ?? [])) };
}

export async function showDirectoryGroup(at: Context, { id }: z.output<typeof groupIdInput>): Promise<Group | Refusal> {
  const group = await findGroup(at.db, at.organisation.id, { id });
  return group ? shown(group, await heldBy(at, id)) : notFound;
}

const nameTaken = conflict(both(words, (say) => say.groupTaken));
const idTaken = conflict(both(words, (say) => say.externalIdTaken));

async function takenBy(at: Context, { id, name, externalId }: DirectoryGroup): Promise<Refusal | null> {
  const byName = await findGroup(at.db, at.organisation.id, { displayName: name });
  if (byName && byName.id !== id) return nameTaken;
  const byId = externalId === null ? null : await findGroup(at.db, at.organisation.id, { externalId });
  return byId && byId.id !== id ? idTaken : null;
}

/** Whom it held and whom it holds both follow: the name of a group says what it brings. */
async function keep(at: Context, group: DirectoryGroup, asked: readonly string[]): Promise<Saved | Refusal> {
  const refused = (await takenBy(at, group)) ?? (await enlist(at, asked));
  if (refused) return refused;
  const before = (await heldBy(at, group.id)).map(({ id }) => id);
  await keepGroup(at.db, at.organisation.id, group);
  await removeMembers(at.db, at.organisation.id, group.id, before.filter((id) => !asked.includes(id)));
  await addMembers(at.db, at.organisation.id, group.id, asked.filter((id) => !before.includes(id)));
  const all = await followAll(at, [...new Set([...before, ...asked])]);
  return isRefusal(all) ? all : { ...shown(group, await heldBy(at, group.id)), followed: all };
}

export const addDirectoryGroup = async (at: Context, { displayName, externalId = null, members: asked = [] }: z.output<typeof groupInput>): Promise<Saved | Refusal> =>
  keep(at, { id: at.ids.next(), name: displayName, externalId }, asked);

/** Whom it holds stays where nothing is said of it. */
export async function saveDirectoryGroup(at: Context, { id, displayName, externalId = null, members: asked }: z.output<typeof saveGroupInput>): Promise<Saved | Refusal> {
  if (!(await findGroup(at.db, at.organisation.id, { id }))) return notFound;
  return keep(at, { id, name: displayName, externalId }, asked ?? (await heldBy(at, id)).map((one) => one.id));
}

export async function removeDirectoryGroup(at: Context, { id }: z.output<typeof groupIdInput>): Promise<z.output<typeof removedGroup> | Refusal> {
  if (!(await findGroup(at.db, at.organisation.id, { id }))) return notFound;
  const held = (await heldBy(at, id)).map((one) => one.id);
  await removeGroup(at.db, at.organisation.id, id);
  const all = await followAll(at, held);
  return isRefusal(all) ? all : { id, followed: all };
}

/** What a group brings was changed: at once for whom the directory put in it. */
export async function followGroup(at: Context, name: string): Promise<Refusal | null> {
  const group = await findGroup(at.db, at.organisation.id, { displayName: name });
  const all = group ? await followAll(at, (await heldBy(at, group.id)).map(({ id }) => id)) : [];
  return isRefusal(all) ? all : null;
}
