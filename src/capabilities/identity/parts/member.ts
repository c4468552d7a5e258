/** One member: which roles they hold, where and why, and what they are cleared for. */
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { classifications } from '../../../platform/permission.ts';
import { conflict, invalid, notFound, type Refusal } from '../../../platform/refusal.ts';
import { closeSessionsIn } from '../../../platform/session/session.ts';
import { both } from '../../../platform/words.ts';
import { clearanceOf, heldRoles, roles } from '../roles.ts';
import { findMembership } from '../store.ts';
import { partKinds, partsOf, reasonsOf, setClearance, setRolesWithReasons } from './store.ts';
import { words } from './words.ts';

const level = z.enum(classifications);
/** A partner's role is in a programme of another organisation, and comes with the agreement. */
export const rolesInParts = roles.filter((role) => role !== 'partner');
const roleInPart = z.enum(rolesInParts);

export const whichMember = z.strictObject({ id: z.uuid() });
export const shownMember = z.strictObject({
  id: z.uuid(), name: z.string(), roles: z.array(z.string()),
  /** `partName` is null for what lies in another organisation. */
  partRoles: z.array(z.strictObject({ role: z.string(), part: z.string(), kind: z.enum(partKinds), partName: z.string().nullable(), reason: z.string().nullable() })),
  clearance: level,
  /** What their roles bring, whatever they were cleared for by themselves. */
  byRoles: level,
});
export type ShownMember = z.output<typeof shownMember>;

export async function showMember(at: Context, { id }: z.output<typeof whichMember>): Promise<ShownMember | Refusal> {
  const member = await findMembership(at.db, at.organisation.id, id);
  if (!member) return notFound;
  const [parts, reasons] = [await partsOf(at.db, at.organisation.id), await reasonsOf(at.db, at.organisation.id, id)];
  const held = heldRoles(member.roles);
  const partRoles = held.flatMap(({ role, scope }) =>
    scope.kind === 'organisation' ? [] : [{ role, part: scope.id, kind: scope.kind, partName: parts.find((part) => part.id === scope.id)?.name ?? null, reason: reasons[`${role}@${scope.kind}/${scope.id}`] ?? null }]);
  return { id, name: member.person.name, roles: held.filter(({ scope }) => scope.kind === 'organisation').map(({ role }) => role), partRoles, clearance: member.clearance, byRoles: clearanceOf(held, 'public') };
}

const label = (member: 'role' | 'part' | 'reason') => ({ label: both(words, (text) => text.member[member]) });
export const giveInput = z.strictObject({ id: z.uuid(), role: roleInPart.meta(label('role')), part: z.uuid().meta(label('part')), reason: z.string().trim().min(1).max(500).meta(label('reason')) });
export const changed = z.strictObject({ id: z.uuid() });
const over = invalid({ path: 'part', message: both(words, (text) => text.over) });
const notHeld = conflict(both(words, (text) => text.notHeld));

const endSessions = async (at: Context, person: string): Promise<void> => void (person === at.person.id || (await closeSessionsIn(at.db, person, at.organisation.id)));

export async function giveRole(at: Context, { id, role, part: partId, reason }: z.output<typeof giveInput>): Promise<z.output<typeof changed> | Refusal> {
  const member = await findMembership(at.db, at.organisation.id, id);
  if (!member) return notFound;
  const part = (await partsOf(at.db, at.organisation.id)).find((one) => one.id === partId && one.endedAt === null);
  if (!part) return over;
  const held = `${role}@${part.kind}/${part.id}`;
  await setRolesWithReasons(at.db, at.organisation.id, id, [...new Set([...member.roles, held])], { ...(await reasonsOf(at.db, at.organisation.id, id)), [held]: reason });
  await endSessions(at, id);
  return { id };
}

export const withdrawInput = z.strictObject({ id: z.uuid(), role: roleInPart, part: z.uuid() });
export async function withdrawRole(at: Context, { id, role, part }: z.output<typeof withdrawInput>): Promise<z.output<typeof changed> | Refusal> {
  const member = await findMembership(at.db, at.organisation.id, id);
  if (!member) return notFound;
  const left = member.roles.filter((held) => !partKinds.some((kind) => held === `${role}@${kind}/${part}`));
  if (left.length === member.roles.length) return notHeld;
  await setRolesWithReasons(at.db, at.organisation.id, id, left, await reasonsOf(at.db, at.organisation.id, id));
  await endSessions(at, id);
  return { id };
}

export const clearInput = z.strictObject({ id: z.uuid(), clearance: level });
const notOneself = conflict(both(words, (text) => text.notOneself));

/** INVARIANT: nobody clears themselves. */
export async function clearMember(at: Context, { id, clearance }: z.output<typeof clearInput>): Promise<z.output<typeof changed> | Refusal> {
  if (!(await findMembership(at.db, at.organisation.id, id))) return notFound;
  if (id === at.person.id) return notOneself;
  await setClearance(at.db, at.organisation.id, id, clearance);
  await endSessions(at, id);
  return { id };
}

export async function loadMember(at: Context, { id }: Readonly<Record<string, string>>) {
  const known = whichMember.safeParse({ id });
  const member = known.success ? await showMember(at, known.data) : notFound;
  if ('refused' in member) return member;
  const parts = (await partsOf(at.db, at.organisation.id)).filter(({ endedAt }) => endedAt === null).map(({ id: part, kind, name }) => ({ id: part, kind, name }));
  return { extra: { name: member.name, clearance: member.clearance, parts } };
}

export async function loadClearance(at: Context, params: Readonly<Record<string, string>>) {
  const loaded = await loadMember(at, params);
  return 'refused' in loaded ? loaded : { values: { clearance: loaded.extra.clearance }, extra: { name: loaded.extra.name } };
}
