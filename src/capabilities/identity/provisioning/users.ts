/** People as a directory keeps them: whom it says may come in, and whether they still may. */
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { conflict, invalid, isRefusal, notFound, type Refusal } from '../../../platform/refusal.ts';
import { both } from '../../../platform/words.ts';
import { dismiss, follow } from './follow.ts';
import { type DirectoryUser, findUser, groupsOfUsers, keepUser, listUsers, type Named, removeUser, type Told } from './store.ts';
import { words } from './words.ts';

const text = z.string().trim().min(1).max(300);
const optional = text.nullable().optional();
const told = { userName: text, externalId: optional, active: z.boolean().optional(), displayName: optional, givenName: optional, familyName: optional, email: optional };
export const span = { startIndex: z.coerce.number().int().min(1).max(1_000_000).optional(), count: z.coerce.number().int().min(0).max(200).optional() };
export const spanOf = ({ startIndex = 1, count = 100 }: { readonly startIndex?: number | undefined; readonly count?: number | undefined }) => ({ startIndex, count });

export const named = z.strictObject({ id: z.uuid(), name: z.string() });
export const followed = z.array(z.strictObject({ person: z.uuid(), roles: z.array(z.string()) }));
export const userInput = z.strictObject(told);
export const saveUserInput = z.strictObject({ id: z.uuid(), ...told });
export const userIdInput = z.strictObject({ id: z.uuid() });
export const usersInput = z.strictObject({ id: text.optional(), userName: text.optional(), externalId: text.optional(), email: text.optional(), ...span });
const kept = z.string().nullable();
export const userOutput = z.strictObject({ id: z.uuid(), userName: z.string(), externalId: kept, active: z.boolean(), displayName: kept, givenName: kept, familyName: kept, email: kept, groups: z.array(named), person: z.uuid().nullable() });
export const savedUser = userOutput.extend({ followed });
export const usersOutput = z.strictObject({ total: z.number().int(), items: z.array(userOutput) });
export const removedUser = z.strictObject({ id: z.uuid(), person: z.uuid().nullable() });

type User = z.output<typeof userOutput>;
type Saved = z.output<typeof savedUser>;
type Given = Omit<z.output<typeof saveUserInput>, 'id'>;

const shown = (user: DirectoryUser, groups: readonly Named[]): User => ({
  id: user.id, userName: user.userName, externalId: user.externalId, active: user.active, displayName: user.displayName, givenName: user.givenName, familyName: user.familyName, email: user.email,
  groups: groups.map(({ id, name }) => ({ id, name })), person: user.person,
});

export async function listDirectoryUsers(at: Context, { startIndex, count, ...filter }: z.output<typeof usersInput>): Promise<z.output<typeof usersOutput>> {
  const { total, users } = await listUsers(at.db, at.organisation.id, filter, spanOf({ startIndex, count }));
  const groups = await groupsOfUsers(at.db, at.organisation.id, users.map(({ id }) => id));
  return { total, items: users.map((user) => shown(user, groups.get(user.id) ?? [])) };
}

async function show(at: Context, id: string): Promise<User | null> {
  const user = await findUser(at.db, at.organisation.id, { id });
  return user && shown(user, (await groupsOfUsers(at.db, at.organisation.id, [id])).get(id) ?? []);
}

export const showDirectoryUser = async (at: Context, { id }: z.output<typeof userIdInput>): Promise<User | Refusal> => (await show(at, id)) ?? notFound;

const nameTaken = conflict(both(words, (say) => say.userNameTaken));
const idTaken = conflict(both(words, (say) => say.externalIdTaken));

/** Null when both the name and the id elsewhere are free, or theirs already. */
async function takenBy(at: Context, { userName, externalId }: Told, id: string | null): Promise<Refusal | null> {
  const byName = await findUser(at.db, at.organisation.id, { userName });
  if (byName && byName.id !== id) return nameTaken;
  const byId = externalId === null ? null : await findUser(at.db, at.organisation.id, { externalId });
  return byId && byId.id !== id ? idTaken : null;
}

/** Whether somebody is active stays as it was where nothing is said of it. */
const toldBy = ({ active, ...given }: Given, before: boolean): Told => ({ userName: given.userName, externalId: given.externalId ?? null, active: active ?? before, displayName: given.displayName ?? null, givenName: given.givenName ?? null, familyName: given.familyName ?? null, email: given.email ?? null });

async function keep(at: Context, id: string, person: string | null, given: Told): Promise<Saved | Refusal> {
  const taken = await takenBy(at, given, id);
  if (taken) return taken;
  await keepUser(at.db, at.organisation.id, id, person, given);
  const one = await follow(at, id);
  if (isRefusal(one)) return one;
  return { ...((await show(at, id)) as User), followed: one ? [one] : [] };
}

export const addDirectoryUser = async (at: Context, input: z.output<typeof userInput>): Promise<Saved | Refusal> => keep(at, at.ids.next(), null, toldBy(input, true));

export async function saveDirectoryUser(at: Context, { id, ...input }: z.output<typeof saveUserInput>): Promise<Saved | Refusal> {
  const before = await findUser(at.db, at.organisation.id, { id });
  return before ? keep(at, id, before.person, toldBy(input, before.active)) : notFound;
}

export async function removeDirectoryUser(at: Context, { id }: z.output<typeof userIdInput>): Promise<z.output<typeof removedUser> | Refusal> {
  const user = await findUser(at.db, at.organisation.id, { id });
  if (!user) return notFound;
  const gone = user.person === null ? null : await dismiss(at, user.person);
  if (isRefusal(gone)) return gone;
  await removeUser(at.db, at.organisation.id, id);
  return { id, person: user.person };
}

/** A member that no directory spoke of before is from now on in its list, as they are. */
export async function enlist(at: Context, ids: readonly string[]): Promise<Refusal | null> {
  for (const id of ids) {
    const user = await findUser(at.db, at.organisation.id, { id });
    if (!user) return invalid({ path: 'members', message: both(words, (say) => say.unknownMember(id)) });
    if (!user.isListed) await keepUser(at.db, at.organisation.id, id, user.person, user);
  }
  return null;
}

