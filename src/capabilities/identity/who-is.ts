/** From a session to who it is and what they may do. One query. */
import { dateOf } from '../../platform/clock.ts';
import type { Database, OrganisationRef, Person } from '../../platform/context.ts';
import { nobody, type Rights } from '../../platform/permission.ts';
import type { Session } from '../../platform/session/session.ts';
import { clearanceOf, grantOf, heldRoles, platformGrants } from './roles.ts';
import { findMember, findPlatformAdministrator, type Membership } from './store.ts';

export type Member = { readonly person: Person; readonly organisation: OrganisationRef | null; readonly rights: Rights; readonly elsewhere: boolean; readonly isReadOnly: boolean };

export function rightsOf({ person, organisation, roles, clearance }: Membership): Rights {
  const held = heldRoles(roles);
  return { ...nobody, person: person.id, organisation: organisation.id, grants: held.map(grantOf), clearance: clearanceOf(held, clearance) };
}

/** INVARIANT: on the platform somebody is in no organisation, whatever they are elsewhere. */
async function onThePlatform(db: Database, id: string): Promise<Member | null> {
  const found = await findPlatformAdministrator(db, id);
  return found && { person: found.person, organisation: null, elsewhere: found.elsewhere, isReadOnly: false, rights: { ...nobody, person: id, grants: platformGrants, clearance: 'internal' } };
}

/** Null for who is no longer a member, or whose account is closed. */
export async function whoIs(db: Database, { person, organisation }: Pick<Session, 'person' | 'organisation'>, now: Date): Promise<Member | null> {
  if (organisation === null) return onThePlatform(db, person);
  const found = await findMember(db, organisation, person, dateOf(now));
  return found && { person: found.person, organisation: found.organisation, elsewhere: found.elsewhere, isReadOnly: found.isReadOnly, rights: { ...rightsOf(found), agreements: found.agreements } };
}
