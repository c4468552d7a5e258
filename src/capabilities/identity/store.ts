/** The only SQL about organisations, persons and who is a member of what. */
import { type Generated, sql } from 'kysely';
import type { Database, OrganisationRef, Person } from '../../platform/context.ts';
import { finding } from '../../platform/database/scoped-database.ts';
import type { Agreement, Classification } from '../../platform/permission.ts';
import { agreementsInForce } from '../partnership/public.ts';

type IdentityTables = {
  organisation: { id: string; name: string; created_at: Date; read_only_since: Generated<Date | null> };
  person: { id: string; email: string; name: string; password_hash: string | null; created_at: Date; closed_at: Generated<Date | null> };
  membership: { organisation_id: string; person_id: string; roles: string[]; clearance: Generated<Classification> };
  platform_administrator: { person_id: string };
  invitation: { organisation_id: string; token_hash: Buffer; email: string; name: string; roles: string[]; expires_at: Date };
  installation: { set_up_at: Date };
  setup_code: { code_hash: Buffer; expires_at: Date };
};
const tables = (db: Database) => db.withTables<IdentityTables>();

export type Account = Person & { readonly passwordHash: string | null };
export type Membership = { readonly organisation: OrganisationRef; readonly person: Person; readonly roles: readonly string[]; readonly clearance: Classification };
export type Invitation = { readonly organisation: string; readonly email: string; readonly name: string; readonly roles: readonly string[] };

export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

export async function isSetUp(db: Database): Promise<boolean> {
  return (await tables(db).selectFrom('installation').select('set_up_at').executeTakeFirst()) !== undefined;
}

/** INVARIANT: of two at once, one fails. */
export const noteSetUp = (db: Database, at: Date): Promise<unknown> => tables(db).insertInto('installation').values({ set_up_at: at }).execute();

export const addOrganisation = (db: Database, organisation: OrganisationRef, at: Date): Promise<unknown> =>
  tables(db).insertInto('organisation').values({ ...organisation, created_at: at }).execute();

/** Null opens it again. */
export const setReadOnly = (db: Database, organisation: string, since: Date | null): Promise<unknown> =>
  tables(db).updateTable('organisation').set({ read_only_since: since }).where('id', '=', organisation).execute();

export const findOrganisation = (db: Database, id: string): Promise<OrganisationRef | undefined> =>
  tables(db).selectFrom('organisation').select(['id', 'name']).where('id', '=', id).executeTakeFirst();

/** With whether it can be read only, because it is leaving. */
export async function organisationNow(db: Database, id: string): Promise<{ readonly organisation: OrganisationRef; readonly isReadOnly: boolean } | null> {
  const row = await tables(db).selectFrom('organisation').select(['id', 'name', 'read_only_since']).where('id', '=', id).executeTakeFirst();
  return row ? { organisation: { id: row.id, name: row.name }, isReadOnly: row.read_only_since !== null } : null;
}

/** All there are, for who administers the machine. Oldest first. */
export const organisationsThere = (db: Database): Promise<OrganisationRef[]> =>
  tables(db).selectFrom('organisation').select(['id', 'name']).orderBy('created_at').orderBy('id').execute();

export const addPerson = (db: Database, account: Account & { readonly email: string }, at: Date): Promise<unknown> =>
  tables(db).insertInto('person').values({ id: account.id, email: normalEmail(account.email), name: account.name, password_hash: account.passwordHash, created_at: at }).execute();

export async function findAccount(db: Database, email: string): Promise<Account | null> {
  const address = normalEmail(email);
  // Across organisations: who signs in says their address, and nothing of where they belong.
  const row = await finding(db, address, () => tables(db).selectFrom('person').select(['id', 'name', 'password_hash']).where('email', '=', address).where('closed_at', 'is', null).executeTakeFirst());
  return row ? { id: row.id, name: row.name, passwordHash: row.password_hash } : null;
}

export async function addressOf(db: Database, person: string): Promise<string | null> {
  const row = await tables(db).selectFrom('person').select('email').where('id', '=', person).where('closed_at', 'is', null).executeTakeFirst();
  return row?.email ?? null;
}

export async function findPassword(db: Database, person: string): Promise<string | null> {
  const row = await tables(db).selectFrom('person').select('password_hash').where('id', '=', person).executeTakeFirst();
  return row?.password_hash ?? null;
}

export const setPassword = (db: Database, person: string, passwordHash: string): Promise<unknown> =>
  tables(db).updateTable('person').set({ password_hash: passwordHash }).where('id', '=', person).execute();

export const setMembership = (db: Database, organisation: string, person: string, roles: readonly string[]): Promise<unknown> =>
  tables(db)
    .insertInto('membership')
    .values({ organisation_id: organisation, person_id: person, roles: [...roles] })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ roles: [...roles] }))
    .execute();

export const removeMembership = (db: Database, organisation: string, person: string): Promise<unknown> =>
  tables(db).deleteFrom('membership').where('organisation_id', '=', organisation).where('person_id', '=', person).execute();

const membershipRows = (db: Database) =>
  tables(db)
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['organisation.id as organisationId', 'organisation.name as organisationName', 'person.id as personId', 'person.name as personName', 'membership.roles', 'membership.clearance'])
    .where('person.closed_at', 'is', null);

type MembershipRow = { organisationId: string; organisationName: string; personId: string; personName: string; roles: string[]; clearance: Classification };
const membershipOf = (row: MembershipRow): Membership => ({
  organisation: { id: row.organisationId, name: row.organisationName },
  person: { id: row.personId, name: row.personName },
  roles: row.roles,
  clearance: row.clearance,
});

const membershipRow = (db: Database, organisation: string, person: string) =>
  membershipRows(db)
    .select('organisation.read_only_since as readOnlySince')
    .select(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('membership as other').select('other.person_id').whereRef('other.person_id', '=', 'membership.person_id').whereRef('other.organisation_id', '<>', 'membership.organisation_id')),
        exists(selectFrom('platform_administrator').select('platform_administrator.person_id').whereRef('platform_administrator.person_id', '=', 'membership.person_id')),
      ]).as('elsewhere'))
    .where('membership.organisation_id', '=', organisation)
    .where('membership.person_id', '=', person);

/** With whether the person belongs to another organisation, or to the platform, as well, so that a page need not ask that too. */
export async function findMembership(db: Database, organisation: string, person: string): Promise<(Membership & { readonly elsewhere: boolean; readonly isReadOnly: boolean }) | null> {
  const row = await membershipRow(db, organisation, person).executeTakeFirst();
  return row ? { ...membershipOf(row), elsewhere: Boolean(row.elsewhere), isReadOnly: row.readOnlySince !== null } : null;
}

/** With what partners let their organisation into on this day. One query. */
export async function findMember(db: Database, organisation: string, person: string, today: string): Promise<(Membership & { readonly elsewhere: boolean; readonly isReadOnly: boolean; readonly agreements: readonly Agreement[] }) | null> {
  const row = await membershipRow(db, organisation, person).select(agreementsInForce(organisation, today).as('agreements')).executeTakeFirst();
  return row ? { ...membershipOf(row), elsewhere: Boolean(row.elsewhere), isReadOnly: row.readOnlySince !== null, agreements: row.agreements } : null;
}

/** Null for who does not look after the platform. Across organisations: it only matters whether there is any. */
export async function findPlatformAdministrator(db: Database, person: string): Promise<{ readonly person: Person; readonly elsewhere: boolean } | null> {
  const row = await tables(db)
    .selectFrom('platform_administrator')
    .innerJoin('person', 'person.id', 'platform_administrator.person_id')
    .select(({ exists, selectFrom }) => ['person.id', 'person.name', exists(selectFrom('membership').select('membership.person_id').whereRef('membership.person_id', '=', 'person.id')).as('elsewhere')])
    .where('person.id', '=', person)
    .where('person.closed_at', 'is', null)
    .executeTakeFirst();
  return row ? { person: { id: row.id, name: row.name }, elsewhere: Boolean(row.elsewhere) } : null;
}

export const addPlatformAdministrator = (db: Database, person: string): Promise<unknown> => tables(db).insertInto('platform_administrator').values({ person_id: person }).execute();

/** Of one person, everywhere; oldest organisation first. */
export const membershipsOf = async (db: Database, person: string): Promise<Membership[]> =>
  (await membershipRows(db).where('membership.person_id', '=', person).orderBy('organisation.created_at').orderBy('organisation.id').execute()).map(membershipOf);

/** Of one organisation, by name. */
export const membersOf = async (db: Database, organisation: string): Promise<Membership[]> =>
  (await membershipRows(db).where('membership.organisation_id', '=', organisation).orderBy('person.name').execute()).map(membershipOf);

/** Members to choose from, by name. */
export const peopleOf = async (db: Database, organisation: string): Promise<Person[]> => (await membersOf(db, organisation)).map(({ person }) => person);

/** INVARIANT: an organisation keeps somebody who can administer it. */
export const othersAdminister = async (db: Database, organisation: string, person: string): Promise<boolean> =>
  (await membersOf(db, organisation)).some((member) => member.person.id !== person && member.roles.includes('administrator'));

export const saveInvitation = (db: Database, invitation: Invitation, tokenHash: Buffer, expiresAt: Date): Promise<unknown> => {
  const row = { token_hash: tokenHash, name: invitation.name, roles: [...invitation.roles], expires_at: expiresAt };
  return tables(db)
    .insertInto('invitation')
    .values({ ...row, organisation_id: invitation.organisation, email: normalEmail(invitation.email) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'email']).doUpdateSet(row))
    .execute();
};

/** Gone once taken, so that a link works once. Across organisations: the token is all that who joins has, and says which organisation. */
export async function takeInvitation(db: Database, tokenHash: Buffer, now: Date): Promise<Invitation | null> {
  const row = await finding(db, tokenHash, () => tables(db).deleteFrom('invitation').where('token_hash', '=', tokenHash).where('expires_at', '>', now).returningAll().executeTakeFirst());
  return row ? { organisation: row.organisation_id, email: row.email, name: row.name, roles: row.roles } : null;
}

/** Only the last code works. */
export async function replaceSetupCode(db: Database, hash: Buffer, expiresAt: Date): Promise<void> {
  await tables(db).deleteFrom('setup_code').execute();
  await tables(db).insertInto('setup_code').values({ code_hash: hash, expires_at: expiresAt }).execute();
}

export async function takeSetupCode(db: Database, hash: Buffer, now: Date): Promise<boolean> {
  const taken = await tables(db).deleteFrom('setup_code').where('code_hash', '=', hash).where('expires_at', '>', now).returning('code_hash').executeTakeFirst();
  return taken !== undefined;
}

/** Of whoever administers this organisation, in it alone. */
export const addressesOfAdministrators = (db: Database, organisation: string): Promise<{ id: string; email: string }[]> =>
  tables(db)
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.email'])
    .where('membership.organisation_id', '=', organisation)
    .where(sql<boolean>`'administrator' = any (membership.roles)`)
    .where('person.password_hash', 'is', null)
    .orderBy('person.email')
    .execute();

/** Names for ids, for lists that keep only ids; an id may stand in the list more than once. Who is no longer a member is not in the answer. */
export async function namesOf(db: Database, organisation: string, persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (persons.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id', 'person.name'])
    .where('membership.organisation_id', '=', organisation)
    .where('person.id', 'in', [...new Set(persons)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whoever belongs to no other, nor looks after the platform. Asked as the owner of the tables. */
export async function peopleOnlyIn(db: Database, organisation: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('membership')
    .select('membership.person_id')
    .where('membership.organisation_id', '=', organisation)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('membership as other').select('other.person_id').whereRef('other.person_id', '=', 'membership.person_id').where('other.organisation_id', '<>', organisation))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('platform_administrator').select('platform_administrator.person_id').whereRef('platform_administrator.person_id', '=', 'membership.person_id'))))
    .execute();
  return rows.map(({ person_id }) => person_id);
}

export const removePerson = (db: Database, person: string): Promise<unknown> => tables(db).deleteFrom('person').where('id', '=', person).execute();

export const renameOrganisation = (db: Database, organisation: string, name: string): Promise<unknown> =>
  tables(db).updateTable('organisation').set({ name }).where('id', '=', organisation).execute();
