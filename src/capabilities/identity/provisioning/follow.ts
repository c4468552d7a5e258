/** Brings what somebody holds here in line with what a directory says of them. */
import type { Context, Database } from '../../../platform/context.ts';
import { conflict, isRefusal, type Refusal } from '../../../platform/refusal.ts';
import { closeSessionsIn } from '../../../platform/session/session.ts';
import { both } from '../../../platform/words.ts';
import { rolesAfter } from '../federation/roles-after.ts';
import { givenByProvider, groupsOf } from '../federation/store.ts';
import { findMembership, othersAdminister, removeMembership, setMembership } from '../store.ts';
import { type DirectoryUser, findUser, groupsOfUsers, noteRoles } from './store.ts';
import { words } from './words.ts';

export type Followed = { readonly person: string; readonly roles: string[] };

const lastAdministrator = conflict(both(words, (text) => text.lastAdministrator));

/** What the groups of the directory give, by the page that says which group brings which roles. */
export async function rolesByGroups(db: Database, organisation: string, user: string): Promise<string[]> {
  const groups = ((await groupsOfUsers(db, organisation, [user])).get(user) ?? []).map(({ name }) => name);
  const given = (await groupsOf(db, organisation)).filter(({ group }) => groups.includes(group)).flatMap(({ roles }) => roles);
  return [...new Set(given)].toSorted();
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((role) => other.includes(role));

/** Who is not active holds nothing; what did not come from the directory waits until they are. @param otherwise given by groups at the provider as well. */
function due({ active, givenRoles, keptRoles }: DirectoryUser, held: readonly string[] | null, byGroups: readonly string[], otherwise: readonly string[]) {
  const stays = rolesAfter(held ?? keptRoles, givenRoles.filter((role) => !otherwise.includes(role)), []);
  return active ? { holds: rolesAfter(stays, [], byGroups), given: byGroups, kept: [] } : { holds: [], given: [], kept: stays };
}

/** Whoever may less, or nothing, is out at once. INVARIANT: the last administrator stays one. @returns null where nothing changed. */
async function hold(at: Context, person: string, held: readonly string[], holds: readonly string[]): Promise<Followed | null | Refusal> {
  if (same(held, holds)) return null;
  if (held.includes('administrator') && !holds.includes('administrator') && !(await othersAdminister(at.db, at.organisation.id, person))) return lastAdministrator;
  await (holds.length === 0 ? removeMembership(at.db, at.organisation.id, person) : setMembership(at.db, at.organisation.id, person, holds));
  await closeSessionsIn(at.db, person, at.organisation.id);
  return { person, roles: [...holds] };
}

/** Of who has not come in yet there is nothing to change. */
export async function follow(at: Context, id: string): Promise<Followed | null | Refusal> {
  const user = await findUser(at.db, at.organisation.id, { id });
  if (!user?.isListed || user.person === null) return null;
  const held = (await findMembership(at.db, at.organisation.id, user.person))?.roles ?? null;
  const { holds, ...noted } = due(user, held, await rolesByGroups(at.db, at.organisation.id, id), await givenByProvider(at.db, at.organisation.id, user.person));
  await noteRoles(at.db, at.organisation.id, id, noted);
  return hold(at, user.person, held ?? [], holds);
}

export async function followAll(at: Context, ids: readonly string[]): Promise<Followed[] | Refusal> {
  const followed: Followed[] = [];
  for (const id of ids) {
    const one = await follow(at, id);
    if (isRefusal(one)) return one;
    if (one) followed.push(one);
  }
  return followed;
}

/** They belong no more. */
export async function dismiss(at: Context, person: string): Promise<Followed | null | Refusal> {
  const held = (await findMembership(at.db, at.organisation.id, person))?.roles ?? [];
  return hold(at, person, held, []);
}
