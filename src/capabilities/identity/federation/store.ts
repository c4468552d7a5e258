/**
 * The only SQL about the identity provider: whom it knows, which group brings which roles, who is on their way there.
 * Across organisations: it is asked before anybody knows where the visitor belongs.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../../../platform/context.ts';
import { enter, finding } from '../../../platform/database/scoped-database.ts';

export type Purpose = 'sign-in' | 'join' | 'link' | 'confirm';
export type ProviderAccount = { readonly organisation: string; readonly person: string; readonly givenRoles: readonly string[] };
export type AtProvider = { readonly issuer: string; readonly subject: string };
export type Visit = { readonly purpose: Purpose; readonly person: string | null; readonly next: string | null; readonly invitation: Buffer | null; readonly askedAt: Date };
export type GroupRoles = { readonly group: string; readonly roles: readonly string[] };

type FederationTables = {
  provider_account: { organisation_id: string; issuer: string; subject: string; person_id: string; given_roles: string[] };
  group_role: { organisation_id: string; group_name: string; roles: string[] };
  provider_visit: { ticket_hash: Buffer; purpose: Purpose; person_id: string | null; next: string | null; invitation_hash: Buffer | null; asked_at: Date; expires_at: Date };
  provider_leaving: { issuer: string; id_hash: Buffer; until: Date };
};
const tables = (db: Database) => db.withTables<FederationTables>();
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Everywhere this subject is known; always as one and the same person. */
export async function accountsAt(db: Database, { issuer, subject }: AtProvider): Promise<ProviderAccount[]> {
  const rows = await finding(db, `${issuer} ${subject}`, () => tables(db).selectFrom('provider_account').selectAll().where('issuer', '=', issuer).where('subject', '=', subject).orderBy('organisation_id').execute());
  return rows.map((row) => ({ organisation: row.organisation_id, person: row.person_id, givenRoles: row.given_roles }));
}

export async function isLinked(db: Database, person: string, issuer: string): Promise<boolean> {
  return (await tables(db).selectFrom('provider_account').select('person_id').where('person_id', '=', person).where('issuer', '=', issuer).executeTakeFirst()) !== undefined;
}

/** What groups of the provider gave them here the last time they came in. */
export const givenByProvider = async (db: Database, organisation: string, person: string): Promise<string[]> =>
  (await tables(db).selectFrom('provider_account').select('given_roles').where('organisation_id', '=', organisation).where('person_id', '=', person).execute()).flatMap(({ given_roles }) => given_roles);

export const keepAccount = (db: Database, { issuer, subject }: AtProvider, { organisation, person, givenRoles }: ProviderAccount): Promise<unknown> =>
  tables(db)
    .insertInto('provider_account')
    .values({ organisation_id: organisation, issuer, subject, person_id: person, given_roles: [...givenRoles] })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'issuer', 'subject']).doUpdateSet({ given_roles: [...givenRoles] }))
    .execute();

/** By organisation. The transaction goes on outside any. */
export async function rolesOfGroups(db: Database, groups: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (groups.length === 0) return found;
  await enter(db, { duty: 'provider' });
  const rows = await tables(db).selectFrom('group_role').selectAll().where('group_name', 'in', [...groups]).orderBy('organisation_id').execute();
  for (const { organisation_id: organisation, roles } of rows) found.set(organisation, [...new Set([...(found.get(organisation) ?? []), ...roles])]);
  return found;
}

/** Of one organisation, by name. */
export const groupsOf = async (db: Database, organisation: string): Promise<GroupRoles[]> =>
  (await tables(db).selectFrom('group_role').select(['group_name', 'roles']).where('organisation_id', '=', organisation).orderBy('group_name').execute()).map(({ group_name: group, roles }) => ({ group, roles }));

export const saveGroup = (db: Database, organisation: string, { group, roles }: GroupRoles): Promise<unknown> =>
  tables(db)
    .insertInto('group_role')
    .values({ organisation_id: organisation, group_name: group, roles: [...roles] })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'group_name']).doUpdateSet({ roles: [...roles] }))
    .execute();

/** @returns whether it was there. */
export async function removeGroup(db: Database, organisation: string, group: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db).deleteFrom('group_role').where('organisation_id', '=', organisation).where('group_name', '=', group).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Those that ran out go with it: nothing else clears them up. */
export async function keepVisit(db: Database, ticket: string, visit: Omit<Visit, 'invitation'> & { readonly invitation: Buffer | null }, until: Date): Promise<void> {
  await tables(db).deleteFrom('provider_visit').where('expires_at', '<', visit.askedAt).execute();
  const row = { purpose: visit.purpose, person_id: visit.person, next: visit.next, invitation_hash: visit.invitation, asked_at: visit.askedAt, expires_at: until };
  await tables(db).insertInto('provider_visit').values({ ticket_hash: hashOf(ticket), ...row }).execute();
}

/** Gone once taken: somebody comes back once. */
export async function takeVisit(db: Database, ticket: string, now: Date): Promise<Visit | null> {
  const row = await tables(db).deleteFrom('provider_visit').where('ticket_hash', '=', hashOf(ticket)).where('expires_at', '>', now).returningAll().executeTakeFirst();
  return row ? { purpose: row.purpose, person: row.person_id, next: row.next, invitation: row.invitation_hash, askedAt: row.asked_at } : null;
}

/** False when it was said before. */
export async function noteLeaving(db: Database, { issuer, id, until }: { readonly issuer: string; readonly id: string; readonly until: Date }, now: Date): Promise<boolean> {
  await tables(db).deleteFrom('provider_leaving').where('until', '<', now).execute();
  const kept = new Date(until.getTime() + 3_600_000);
  const { numInsertedOrUpdatedRows = 0n } = await tables(db).insertInto('provider_leaving').values({ issuer, id_hash: hashOf(id), until: kept }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}
