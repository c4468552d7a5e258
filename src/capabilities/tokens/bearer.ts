/** For whom a token acts. */
import type { Database, OrganisationRef, Person } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { nobody, type Rights, wholeOrganisation } from '../../platform/permission.ts';
import { organisationNow, whoIs } from '../identity/public.ts';
import type { KeptToken } from './kept-token.ts';
import { hashOfToken } from './make-token.ts';
import { useToken } from './store.ts';

type Bearer = { readonly person: Person; readonly organisation: OrganisationRef | null; readonly rights: Rights; readonly elsewhere: boolean; readonly isReadOnly: boolean };

/** Of the organisation itself: it acts in its own name, and may what it was made for. */
function ofTheOrganisation({ organisation, isReadOnly }: Pick<Bearer, 'isReadOnly'> & { readonly organisation: OrganisationRef }, { id, name, scopes }: KeptToken): Bearer {
  const grants = [{ role: 'token', scope: wholeOrganisation, permissions: scopes }];
  return { person: { id, name }, organisation, elsewhere: false, isReadOnly, rights: { ...nobody, person: id, organisation: organisation.id, grants, clearance: 'internal', limit: scopes } };
}

/**
 * Null when the token is not known (any more), is over, or its person is.
 * INVARIANT: a person's token may never more than that person may now.
 */
export async function bearerOf(db: Database, token: string, now: Date): Promise<Bearer | null> {
  const found = await useToken(db, hashOfToken(token), now);
  if (!found) return null;
  const { organisation, person } = found.keeper;
  // Across organisations: the token was found, and says where it is from.
  await enter(db, { organisation, person });
  if (person === null) {
    const own = await organisationNow(db, organisation);
    return own ? ofTheOrganisation(own, found.token) : null;
  }
  const member = await whoIs(db, { person, organisation }, now);
  return member && { ...member, rights: { ...member.rights, limit: found.token.scopes } };
}
