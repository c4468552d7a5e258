/** The only SQL about policies: which one an organisation adopted, when and by whom. */
import type { Database } from '../../platform/context.ts';

type PolicyTables = { policy_adoption: { organisation_id: string; at: Date; policy_id: string; person_id: string } };
const tables = (db: Database) => db.withTables<PolicyTables>();

export type Adoption = { readonly at: Date; readonly policyId: string; readonly personId: string };

/** Newest first. One query. */
export async function readAdoptions(db: Database, organisationId: string, atMost: number): Promise<Adoption[]> {
  const rows = await tables(db).selectFrom('policy_adoption').selectAll().where('organisation_id', '=', organisationId).orderBy('at', 'desc').limit(atMost).execute();
  return rows.map((row) => ({ at: row.at, policyId: row.policy_id, personId: row.person_id }));
}

export async function writeAdoption(db: Database, organisationId: string, adoption: Adoption): Promise<void> {
  await tables(db).insertInto('policy_adoption').values({ organisation_id: organisationId, at: adoption.at, policy_id: adoption.policyId, person_id: adoption.personId }).execute();
}
