/** Units and programmes: made, renamed and ended. With a part end the roles in it. */
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { conflict, invalid, notFound, type Refusal } from '../../../platform/refusal.ts';
import { closeSessionsIn } from '../../../platform/session/session.ts';
import { both } from '../../../platform/words.ts';
import { name } from '../fields.ts';
import { readHeldRole } from '../roles.ts';
import { membersOf, type Membership } from '../store.ts';
import { addPart, changePart, type Part, partKinds, partsOf, reasonsOf, setRolesWithReasons } from './store.ts';
import { words } from './words.ts';

const shown = { id: z.uuid(), kind: z.enum(partKinds), name: z.string(), begunAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable() };
export const partList = z.strictObject({ parts: z.array(z.strictObject({ ...shown, people: z.array(z.strictObject({ id: z.uuid(), name: z.string() })) })) });
export type PartList = z.output<typeof partList>;

export const isIn = (held: string, { kind, id }: Pick<Part, 'kind' | 'id'>): boolean => {
  const scope = readHeldRole(held)?.scope;
  return scope?.kind === kind && scope.id === id;
};
const peopleIn = (members: readonly Membership[], part: Part) => members.filter(({ roles }) => roles.some((held) => isIn(held, part))).map(({ person }) => person);

export async function listParts(at: Context): Promise<PartList> {
  const [parts, members] = [await partsOf(at.db, at.organisation.id), await membersOf(at.db, at.organisation.id)];
  return { parts: parts.map((part) => ({ ...part, begunAt: part.begunAt.toISOString(), endedAt: part.endedAt?.toISOString() ?? null, people: peopleIn(members, part).map(({ id, name: called }) => ({ id, name: called })) })) };
}

const labelled = (member: 'name' | 'kind') => ({ label: both(words, (text) => text[member]) });
export const addInput = z.strictObject({ kind: z.enum(partKinds).meta({ ...labelled('kind'), hint: both(words, (text) => text.kindHint) }), name: name.meta(labelled('name')) });
export const partOutput = z.strictObject({ id: z.uuid() });
const taken = invalid({ path: 'name', message: both(words, (text) => text.taken) });
const over = conflict(both(words, (text) => text.over));

const isTaken = (parts: readonly Part[], kind: string, called: string, but?: string): boolean =>
  parts.some((part) => part.id !== but && part.endedAt === null && part.kind === kind && part.name.toLowerCase() === called.toLowerCase());

export async function addOne(at: Context, { kind, name: called }: z.output<typeof addInput>): Promise<z.output<typeof partOutput> | Refusal> {
  if (isTaken(await partsOf(at.db, at.organisation.id), kind, called)) return taken;
  const id = at.ids.next();
  await addPart(at.db, at.organisation.id, { id, kind, name: called, begunAt: at.now, endedAt: null });
  return { id };
}

export const renameInput = z.strictObject({ id: z.uuid(), name: name.meta(labelled('name')) });
export async function renameOne(at: Context, { id, name: called }: z.output<typeof renameInput>): Promise<z.output<typeof partOutput> | Refusal> {
  const parts = await partsOf(at.db, at.organisation.id);
  const part = parts.find((one) => one.id === id);
  if (!part) return notFound;
  if (part.endedAt !== null) return over;
  if (isTaken(parts, part.kind, called, id)) return taken;
  await changePart(at.db, at.organisation.id, id, { name: called });
  return { id };
}

export const whichPart = z.strictObject({ id: z.uuid() });

/** INVARIANT: nobody goes on with rights in what is no longer there. */
async function takeRolesIn(at: Context, part: Part): Promise<void> {
  for (const { person, roles } of await membersOf(at.db, at.organisation.id)) {
    const left = roles.filter((held) => !isIn(held, part));
    if (left.length === roles.length) continue;
    await setRolesWithReasons(at.db, at.organisation.id, person.id, left, await reasonsOf(at.db, at.organisation.id, person.id));
    if (person.id !== at.person.id) await closeSessionsIn(at.db, person.id, at.organisation.id);
  }
}

export async function endOne(at: Context, { id }: z.output<typeof whichPart>): Promise<z.output<typeof partOutput> | Refusal> {
  const part = (await partsOf(at.db, at.organisation.id)).find((one) => one.id === id);
  if (!part) return notFound;
  if (part.endedAt !== null) return over;
  await changePart(at.db, at.organisation.id, id, { ended_at: at.now });
  await takeRolesIn(at, part);
  return { id };
}

export async function loadPart(at: Context, { id }: Readonly<Record<string, string>>) {
  const part = (await listParts(at)).parts.find((one) => one.id === id);
  return part === undefined ? notFound : { extra: { name: part.name, people: part.people.length } };
}

export async function loadName(at: Context, params: Readonly<Record<string, string>>) {
  const loaded = await loadPart(at, params);
  return 'refused' in loaded ? loaded : { values: { name: loaded.extra.name }, extra: { name: loaded.extra.name } };
}
