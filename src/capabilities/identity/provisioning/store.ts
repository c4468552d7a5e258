/**
 * The only SQL about who a directory says may come in. A member that no directory spoke of yet stands in the list too,
 * under the id of the person, so that a directory finds whom it already has here.
 */
import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import { finding } from '../../../platform/database/scoped-database.ts';
import { normalEmail } from '../store.ts';

export type Told = {
  readonly userName: string;
  readonly externalId: string | null;
  readonly active: boolean;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly email: string | null;
};
export type DirectoryUser = Told & { readonly id: string; readonly person: string | null; readonly isListed: boolean; readonly givenRoles: readonly string[]; readonly keptRoles: readonly string[] };
export type UserFilter = { readonly id?: string | undefined; readonly userName?: string | undefined; readonly externalId?: string | undefined; readonly email?: string | undefined };
export type Span = { readonly startIndex: number; readonly count: number };
export type Named = { readonly id: string; readonly name: string };
export type DirectoryGroup = Named & { readonly externalId: string | null };
export type GroupFilter = { readonly id?: string | undefined; readonly displayName?: string | undefined; readonly externalId?: string | undefined; readonly member?: string | undefined };

type DirectoryTables = {
  directory_user: { organisation_id: string; id: string; person_id: string | null; user_name: string; user_key: string; external_id: string | null; active: boolean; display_name: string | null; given_name: string | null; family_name: string | null; email: string | null; given_roles: string[]; kept_roles: string[] };
  directory_group: { organisation_id: string; id: string; name: string; name_key: string; external_id: string | null };
  directory_member: { organisation_id: string; group_id: string; user_id: string };
};
const tables = (db: Database) => db.withTables<DirectoryTables>();

/** What does not tell capitals apart. */
export const keyOf = (name: string): string => normalEmail(name);

type UserRow = { id: string; person: string | null; userName: string; externalId: string | null; active: boolean; displayName: string | null; givenName: string | null; familyName: string | null; email: string | null; givenRoles: string[]; keptRoles: string[]; isListed: boolean };

const everybody = (organisation: string) => sql<UserRow>`
  select coalesce(d.id, m.person_id) as id, coalesce(d.person_id, m.person_id) as person, coalesce(d.user_name, m.email) as "userName", coalesce(d.user_key, m.email) as key,
    d.external_id as "externalId", coalesce(d.active, true) as active, coalesce(d.display_name, m.name) as "displayName", d.given_name as "givenName", d.family_name as "familyName",
    coalesce(d.email, m.email) as email, coalesce(d.given_roles, '{}') as "givenRoles", coalesce(d.kept_roles, '{}') as "keptRoles", d.id is not null as "isListed"
  from (select * from directory_user where organisation_id = ${organisation}) d
  full join (select person.id as person_id, person.name, person.email from membership join person on person.id = membership.person_id where membership.organisation_id = ${organisation} and person.closed_at is null) m
    on m.person_id = d.person_id`;

const fits = ({ id, userName, externalId, email }: UserFilter) => sql`
  (${id ?? null}::text is null or id::text = ${id ?? null}) and (${userName === undefined ? null : keyOf(userName)}::text is null or key = ${userName === undefined ? null : keyOf(userName)})
  and (${externalId ?? null}::text is null or "externalId" = ${externalId ?? null}) and (${email === undefined ? null : keyOf(email)}::text is null or lower(email) = ${email === undefined ? null : keyOf(email)})`;

export async function listUsers(db: Database, organisation: string, filter: UserFilter, { startIndex, count }: Span): Promise<{ readonly total: number; readonly users: DirectoryUser[] }> {
  const { rows } = await sql<UserRow>`select * from (${everybody(organisation)}) everybody where ${fits(filter)} order by key, id limit ${count} offset ${startIndex - 1}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${everybody(organisation)}) everybody where ${fits(filter)}`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, users: rows };
}

export const findUser = async (db: Database, organisation: string, filter: UserFilter): Promise<DirectoryUser | null> => (await listUsers(db, organisation, filter, { startIndex: 1, count: 1 })).users[0] ?? null;

const rowOf = ({ userName, externalId, active, displayName, givenName, familyName, email }: Told) =>
  ({ user_name: userName, user_key: keyOf(userName), external_id: externalId, active, display_name: displayName, given_name: givenName, family_name: familyName, email });

/** Also of a member that no directory spoke of before. */
export const keepUser = (db: Database, organisation: string, id: string, person: string | null, told: Told): Promise<unknown> =>
  tables(db)
    .insertInto('directory_user')
    .values({ organisation_id: organisation, id, person_id: person, given_roles: [], kept_roles: [], ...rowOf(told) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(rowOf(told)))
    .execute();

/** What groups gave, and what waits while somebody is not active. */
export const noteRoles = (db: Database, organisation: string, id: string, { given, kept }: { readonly given: readonly string[]; readonly kept: readonly string[] }): Promise<unknown> =>
  tables(db).updateTable('directory_user').set({ given_roles: [...given], kept_roles: [...kept] }).where('organisation_id', '=', organisation).where('id', '=', id).execute();

export const removeUser = (db: Database, organisation: string, id: string): Promise<unknown> => tables(db).deleteFrom('directory_user').where('organisation_id', '=', organisation).where('id', '=', id).execute();

/** INVARIANT: whoever came in stays who they are; another person never takes their place. */
export const tie = (db: Database, organisation: string, id: string, person: string): Promise<unknown> =>
  tables(db).updateTable('directory_user').set({ person_id: person }).where('organisation_id', '=', organisation).where('id', '=', id).where('person_id', 'is', null).execute();

/** Who joins by an invitation is whom the directory knows under that address. */
export const tieByAddress = (db: Database, organisation: string, address: string, person: string): Promise<unknown> =>
  tables(db).updateTable('directory_user').set({ person_id: person }).where('organisation_id', '=', organisation).where('user_key', '=', keyOf(address)).where('person_id', 'is', null).execute();

export type Expected = { readonly organisation: string; readonly name: string | null; readonly email: string | null };

/** Across organisations: wherever a directory knows them by this id, and nobody came in as them yet. */
export async function expectedAt(db: Database, externalId: string): Promise<Expected[]> {
  const rows = await finding(db, `directory ${externalId}`, () => tables(db).selectFrom('directory_user').select(['organisation_id', 'display_name', 'given_name', 'family_name', 'email', 'user_name']).where('external_id', '=', externalId).where('active', '=', true).where('person_id', 'is', null).orderBy('organisation_id').execute());
  return rows.map((row) => ({ organisation: row.organisation_id, name: row.display_name ?? ([row.given_name, row.family_name].filter((part) => part !== null).join(' ') || null), email: row.email ?? row.user_name }));
}

/** Who may come in and did not come yet; by name. */
export async function awaitedIn(db: Database, organisation: string): Promise<Named[]> {
  const rows = await tables(db).selectFrom('directory_user').select(['id', 'user_name', 'display_name']).where('organisation_id', '=', organisation).where('active', '=', true).where('person_id', 'is', null).orderBy('user_key').limit(200).execute();
  return rows.map((row) => ({ id: row.id, name: row.display_name ?? row.user_name }));
}

/** As whom a person stands in the list: by themselves, or by the id the provider gave them. */
export async function listedAs(db: Database, organisation: string, person: string, externalId: string | null): Promise<DirectoryUser | null> {
  const own = (await sql<UserRow>`select * from (${everybody(organisation)}) everybody where person = ${person} and "isListed"`.execute(db)).rows[0];
  if (own || externalId === null) return own ?? null;
  const expected = await findUser(db, organisation, { externalId });
  return expected?.person === null ? expected : null;
}

const groupRows = (db: Database, organisation: string, { id, displayName, externalId, member }: GroupFilter) => {
  let query = tables(db).selectFrom('directory_group').where('organisation_id', '=', organisation);
  if (id !== undefined) query = query.where(sql`id::text`, '=', id);
  if (displayName !== undefined) query = query.where('name_key', '=', keyOf(displayName));
  if (externalId !== undefined) query = query.where('external_id', '=', externalId);
  if (member !== undefined) query = query.where('id', 'in', tables(db).selectFrom('directory_member').select('group_id').where('organisation_id', '=', organisation).where(sql`user_id::text`, '=', member));
  return query;
};

export async function listGroups(db: Database, organisation: string, filter: GroupFilter, { startIndex, count }: Span): Promise<{ readonly total: number; readonly groups: DirectoryGroup[] }> {
  const rows = await groupRows(db, organisation, filter).select(['id', 'name', 'external_id as externalId']).orderBy('name_key').orderBy('id').limit(count).offset(startIndex - 1).execute();
  const { total } = await groupRows(db, organisation, filter).select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  return { total: Number(total), groups: rows };
}

export const findGroup = async (db: Database, organisation: string, filter: GroupFilter): Promise<DirectoryGroup | null> => (await listGroups(db, organisation, filter, { startIndex: 1, count: 1 })).groups[0] ?? null;

export const keepGroup = (db: Database, organisation: string, { id, name, externalId }: DirectoryGroup): Promise<unknown> => {
  const row = { name, name_key: keyOf(name), external_id: externalId };
  return tables(db).insertInto('directory_group').values({ organisation_id: organisation, id, ...row }).onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(row)).execute();
};

export const removeGroup = (db: Database, organisation: string, id: string): Promise<unknown> => tables(db).deleteFrom('directory_group').where('organisation_id', '=', organisation).where('id', '=', id).execute();

/** Whom it holds, of several groups in one query. */
export async function membersOfGroups(db: Database, organisation: string, groups: readonly string[]): Promise<ReadonlyMap<string, Named[]>> {
  if (groups.length === 0) return new Map();
  const rows = await tables(db).selectFrom('directory_member').innerJoin('directory_user', (join) => join.onRef('directory_user.id', '=', 'directory_member.user_id').onRef('directory_user.organisation_id', '=', 'directory_member.organisation_id'))
    .select(['group_id as group', 'directory_user.id', 'user_name as name']).where('directory_member.organisation_id', '=', organisation).where('group_id', 'in', [...groups]).orderBy('user_key').execute();
  return Map.groupBy(rows, ({ group }) => group) as ReadonlyMap<string, Named[]>;
}

/** In which they are, of several people in one query. */
export async function groupsOfUsers(db: Database, organisation: string, users: readonly string[]): Promise<ReadonlyMap<string, Named[]>> {
  if (users.length === 0) return new Map();
  const rows = await tables(db).selectFrom('directory_member').innerJoin('directory_group', (join) => join.onRef('directory_group.id', '=', 'directory_member.group_id').onRef('directory_group.organisation_id', '=', 'directory_member.organisation_id'))
    .select(['user_id as user', 'directory_group.id', 'directory_group.name']).where('directory_member.organisation_id', '=', organisation).where('user_id', 'in', [...users]).orderBy('name_key').execute();
  return Map.groupBy(rows, ({ user }) => user) as ReadonlyMap<string, Named[]>;
}

export const addMembers = async (db: Database, organisation: string, group: string, users: readonly string[]): Promise<unknown> =>
  users.length === 0 ? undefined : tables(db).insertInto('directory_member').values(users.map((user) => ({ organisation_id: organisation, group_id: group, user_id: user }))).onConflict((conflict) => conflict.doNothing()).execute();

export const removeMembers = async (db: Database, organisation: string, group: string, users: readonly string[]): Promise<unknown> =>
  users.length === 0 ? undefined : tables(db).deleteFrom('directory_member').where('organisation_id', '=', organisation).where('group_id', '=', group).where('user_id', 'in', [...users]).execute();
