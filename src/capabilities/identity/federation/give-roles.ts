/**
 * Brings somebody's roles in an organisation in line with the groups they are in, and with what its directory says.
 * Across organisations: groups are of the provider, and may bring somebody into more than one.
 */
import type { Database } from '../../../platform/context.ts';
import { enter } from '../../../platform/database/scoped-database.ts';
import { closeSessionsIn } from '../../../platform/session/session.ts';
import { rolesByGroups } from '../provisioning/follow.ts';
import { type DirectoryUser, listedAs, noteRoles, tie } from '../provisioning/store.ts';
import { findMembership, othersAdminister, removeMembership, setMembership } from '../store.ts';
import { rolesAfter } from './roles-after.ts';
import { type AtProvider, keepAccount, type ProviderAccount } from './store.ts';

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((role) => other.includes(role));

/** INVARIANT: an organisation keeps somebody who can administer it, whatever the provider says. */
async function andStillAdministered(db: Database, organisation: string, person: string, held: readonly string[], roles: readonly string[]): Promise<readonly string[]> {
  if (!held.includes('administrator') || roles.includes('administrator')) return roles;
  return (await othersAdminister(db, organisation, person)) ? roles : [...roles, 'administrator'];
}

/** Where somebody's roles changed, and into what. */
export type Given = { readonly organisation: string; readonly roles: string[] };

/** Whoever loses the last role is out; whoever has others goes on under those. @returns null where nothing changed. */
async function hold(db: Database, organisation: string, person: string, held: readonly string[], roles: readonly string[]): Promise<Given | null> {
  if (same(held, roles)) return null;
  await (roles.length === 0 ? removeMembership(db, organisation, person) : setMembership(db, organisation, person, roles));
  await closeSessionsIn(db, person, organisation);
  return { organisation, roles: [...roles] };
}

type Found = AtProvider & { readonly directoryId: string | null };

/** The directory's list says who they are there; from now on this person. */
async function inDirectory(db: Database, organisation: string, person: string, directoryId: string | null): Promise<DirectoryUser | null> {
  const user = await listedAs(db, organisation, person, directoryId);
  if (user?.person === null) await tie(db, organisation, user.id, person);
  return user;
}

/**
 * INVARIANT: whom the directory says is not active holds nothing, whatever groups the provider names.
 * @param known how they were known here; a person new to the organisation has nothing given before.
 */
export async function giveRoles(db: Database, at: Found, known: ProviderAccount, givenNow: readonly string[]): Promise<Given | null> {
  const { organisation, person, givenRoles } = known;
  await enter(db, { organisation, person });
  const user = await inDirectory(db, organisation, person, at.directoryId);
  const held = (await findMembership(db, organisation, person))?.roles ?? [];
  const heldTo = async (roles: readonly string[]): Promise<Given | null> => hold(db, organisation, person, held, await andStillAdministered(db, organisation, person, held, roles));
  if (user?.active === false) return heldTo([]);
  const byDirectory = user ? await rolesByGroups(db, organisation, user.id) : [];
  const before = held.length === 0 && user ? user.keptRoles : held;
  const given = await heldTo(rolesAfter(before, [...givenRoles, ...(user?.givenRoles ?? [])], [...givenNow, ...byDirectory]));
  if (user) await noteRoles(db, organisation, user.id, { given: byDirectory, kept: [] });
  await keepAccount(db, at, { organisation, person, givenRoles: givenNow });
  return given;
}
