/** What others may use of this slice. */
import type { Database } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { addOrganisation, setMembership } from './store.ts';

export { addExamplePeople } from './example-people.ts';
export { federation } from './federation/operations.tsx';
export { provisioned } from './provisioning/operations.ts';
export { offerSetup } from './set-up.ts';
export { findOrganisation, namesOf, organisationNow, organisationsThere, peopleOf, setReadOnly } from './store.ts';
export { forgetPeopleOf, namelessOrganisation } from './forget-people.ts';
export { waysInAgain } from './come-in-again.ts';
export { founderRoles, grantOf, heldRoles, type Role, roles } from './roles.ts';
export { roleName } from './pages/members.tsx';
export { whoIs } from './who-is.ts';

/** Makes an organisation with this person in it, as for the example. Across organisations: the transaction goes on in the new one. */
export async function foundOrganisation(db: Database, organisation: { readonly id: string; readonly name: string }, person: string, roles: readonly string[], at: Date): Promise<void> {
  await enter(db, { organisation: organisation.id, person });
  await addOrganisation(db, organisation, at);
  await setMembership(db, organisation.id, person, roles);
}
