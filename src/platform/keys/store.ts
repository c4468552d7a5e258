/** The only SQL about keys. */
import type { Database } from '../context.ts';

type KeyTables = {
  key_encryption_key: { id: string; proof: Buffer; made_at: Date; replaced_at: Date | null; destroyed_at: Date | null };
  organisation_key: { organisation_id: string; id: string; kek_id: string; wrapped: Buffer; made_at: Date; replaced_at: Date | null };
  sealed_column: { table_name: string; column_name: string; since: Date };
  data_key: { organisation_id: string; id: string; owner: string; organisation_key_id: string; wrapped: Buffer | null; made_at: Date; replaced_at: Date | null; destroyed_at: Date | null };
};
const tables = (db: Database) => db.withTables<KeyTables>();

export type KekRow = { readonly id: string; readonly proof: Buffer; readonly madeAt: Date; readonly replacedAt: Date | null; readonly destroyedAt: Date | null };
export type OrganisationKeyRow = { readonly organisation: string; readonly id: string; readonly kek: string; readonly wrapped: Buffer };
export type DataKeyRow = { readonly id: string; readonly owner: string; readonly wrapped: Buffer | null; readonly destroyedAt: Date | null; readonly under: OrganisationKeyRow | null };

/** Oldest first. */
export async function listKeks(db: Database): Promise<KekRow[]> {
  const rows = await tables(db).selectFrom('key_encryption_key').selectAll().orderBy('made_at').orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, proof: row.proof, madeAt: row.made_at, replacedAt: row.replaced_at, destroyedAt: row.destroyed_at }));
}

/** Null before the first start. */
export async function kekInUse(db: Database): Promise<KekRow | null> {
  return (await listKeks(db)).find(({ replacedAt }) => replacedAt === null) ?? null;
}

/** From now on this one wraps. The one before stays until nothing is under it. */
export async function addKek(db: Database, kek: { readonly id: string; readonly proof: Buffer }, now: Date): Promise<void> {
  await tables(db).updateTable('key_encryption_key').set({ replaced_at: now }).where('replaced_at', 'is', null).execute();
  await tables(db).insertInto('key_encryption_key').values({ ...kek, made_at: now, replaced_at: null, destroyed_at: null }).execute();
}

const inUse = (db: Database, organisation: string) =>
  tables(db).selectFrom('organisation_key').select(['id', 'kek_id', 'wrapped']).where('organisation_id', '=', organisation).where('replaced_at', 'is', null);

/** Null when there is none yet. */
export async function organisationKeyInUse(db: Database, organisation: string): Promise<OrganisationKeyRow | null> {
  const row = await inUse(db, organisation).executeTakeFirst();
  return row ? { organisation, id: row.id, kek: row.kek_id, wrapped: row.wrapped } : null;
}

/** The same, kept from being removed until the transaction ends: something is about to be wrapped under it. */
export async function holdOrganisationKey(db: Database, organisation: string): Promise<OrganisationKeyRow | null> {
  const row = await inUse(db, organisation).forKeyShare().executeTakeFirst();
  return row ? { organisation, id: row.id, kek: row.kek_id, wrapped: row.wrapped } : null;
}

/** Does nothing when another process was first. */
export const addOrganisationKey = (db: Database, { organisation, id, kek, wrapped }: OrganisationKeyRow, now: Date): Promise<unknown> =>
  tables(db)
    .insertInto('organisation_key')
    .values({ organisation_id: organisation, id, kek_id: kek, wrapped, made_at: now, replaced_at: null })
    .onConflict((conflict) => conflict.column('organisation_id').where('replaced_at', 'is', null).doNothing())
    .execute();

const dataKeys = (db: Database, organisation: string) =>
  tables(db)
    .selectFrom('data_key')
    .leftJoin('organisation_key', (join) => join.onRef('organisation_key.organisation_id', '=', 'data_key.organisation_id').onRef('organisation_key.id', '=', 'data_key.organisation_key_id'))
    .select(['data_key.id', 'owner', 'data_key.wrapped', 'destroyed_at', 'organisation_key.id as under_id', 'kek_id', 'organisation_key.wrapped as under_wrapped'])
    .where('data_key.organisation_id', '=', organisation);

type Found = { id: string; owner: string; wrapped: Buffer | null; destroyed_at: Date | null; under_id: string | null; kek_id: string | null; under_wrapped: Buffer | null };
const dataKeyOf = (organisation: string) => (row: Found): DataKeyRow => {
  const isThere = row.under_id !== null && row.kek_id !== null && row.under_wrapped !== null;
  return { id: row.id, owner: row.owner, wrapped: row.wrapped, destroyedAt: row.destroyed_at, under: isThere ? { organisation, id: row.under_id as string, kek: row.kek_id as string, wrapped: row.under_wrapped as Buffer } : null };
};

export const dataKeysById = async (db: Database, organisation: string, ids: readonly string[]): Promise<DataKeyRow[]> =>
  (await dataKeys(db, organisation).where('data_key.id', 'in', [...ids]).execute()).map(dataKeyOf(organisation));

export const dataKeysInUse = async (db: Database, organisation: string, owners: readonly string[]): Promise<DataKeyRow[]> =>
  (await dataKeys(db, organisation).where('owner', 'in', [...owners]).where('data_key.replaced_at', 'is', null).where('destroyed_at', 'is', null).execute()).map(dataKeyOf(organisation));

export type NewDataKey = { readonly id: string; readonly owner: string; readonly wrapped: Buffer };

/** Does nothing for an owner for whom another process was first. */
export const addDataKeys = (db: Database, { organisation, id }: OrganisationKeyRow, keys: readonly NewDataKey[], now: Date): Promise<unknown> =>
  tables(db)
    .insertInto('data_key')
    .values(keys.map((key) => ({ ...key, organisation_id: organisation, organisation_key_id: id, made_at: now, replaced_at: null, destroyed_at: null })))
    .onConflict((conflict) => conflict.columns(['organisation_id', 'owner']).where('replaced_at', 'is', null).where('destroyed_at', 'is', null).doNothing())
    .execute();

/** @returns the ids of the keys that are gone. */
export async function destroyDataKeys(db: Database, organisation: string, owner: string, now: Date): Promise<string[]> {
  const rows = await tables(db)
    .updateTable('data_key')
    .set({ wrapped: null, destroyed_at: now })
    .where('organisation_id', '=', organisation)
    .where('owner', '=', owner)
    .where('destroyed_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Which of these were replaced, so that what is under them can be sealed anew. */
export async function replacedDataKeys(db: Database, organisation: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db).selectFrom('data_key').select('id').where('organisation_id', '=', organisation).where('id', 'in', [...new Set(ids)]).where('replaced_at', 'is not', null).where('destroyed_at', 'is', null).execute();
  return rows.map(({ id }) => id);
}

type Column = { readonly table: string; readonly column: string };

/** Null when it was not sealed yet. */
export async function isSealedSince(db: Database, { table, column }: Column): Promise<Date | null> {
  const row = await tables(db).selectFrom('sealed_column').select('since').where('table_name', '=', table).where('column_name', '=', column).executeTakeFirst();
  return row?.since ?? null;
}

export const markSealed = (db: Database, { table, column }: Column, since: Date): Promise<unknown> =>
  tables(db).insertInto('sealed_column').values({ table_name: table, column_name: column, since }).onConflict((conflict) => conflict.doNothing()).execute();

export const sealedSince = async (db: Database): Promise<ReadonlyMap<string, Date>> =>
  new Map((await tables(db).selectFrom('sealed_column').selectAll().execute()).map((row) => [`${row.table_name}.${row.column_name}`, row.since]));

export type DataKeyCount = { readonly isOfPerson: boolean; readonly inUse: number; readonly replaced: number };

/** How many data keys there are: of persons, and of classes of records. */
export async function countDataKeys(db: Database, organisation: string): Promise<DataKeyCount[]> {
  const rows = await tables(db)
    .selectFrom('data_key')
    .select(({ fn, eb }) => [eb('owner', 'like', 'person/%').as('person'), eb('replaced_at', 'is not', null).as('replaced'), fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisation)
    .where('destroyed_at', 'is', null)
    .groupBy(['person', 'replaced'])
    .execute();
  const count = (person: boolean, replaced: boolean): number => Number(rows.find((row) => Boolean(row.person) === person && Boolean(row.replaced) === replaced)?.count ?? 0);
  return [true, false].map((isOfPerson) => ({ isOfPerson, inUse: count(isOfPerson, false), replaced: count(isOfPerson, true) }));
}

export type Erased = { readonly at: Date; readonly owner: string; readonly keys: number };

/** What was erased, latest first. */
export async function listErased(db: Database, organisation: string, most: number): Promise<Erased[]> {
  const rows = await tables(db)
    .selectFrom('data_key')
    .select(({ fn }) => ['owner', 'destroyed_at', fn.countAll<number>().as('keys')])
    .where('organisation_id', '=', organisation)
    .where('destroyed_at', 'is not', null)
    .groupBy(['owner', 'destroyed_at'])
    .orderBy('destroyed_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ at: row.destroyed_at as Date, owner: row.owner, keys: Number(row.keys) }));
}

/** Since when the organisation's key in use is so, and the key above it. Null when nothing was sealed yet. */
export async function organisationKeySince(db: Database, organisation: string): Promise<{ readonly since: Date; readonly kek: string; readonly kekSince: Date } | null> {
  const row = await tables(db)
    .selectFrom('organisation_key')
    .innerJoin('key_encryption_key', 'key_encryption_key.id', 'organisation_key.kek_id')
    .select(['organisation_key.made_at as since', 'kek_id', 'key_encryption_key.made_at as kek_since'])
    .where('organisation_id', '=', organisation)
    .where('organisation_key.replaced_at', 'is', null)
    .executeTakeFirst();
  return row ? { since: row.since, kek: row.kek_id, kekSince: row.kek_since } : null;
}

/** Every key of an organisation, for good: nothing that was sealed for it opens again. @returns the ids of those that are gone. */
export async function destroyKeysOf(db: Database, organisation: string): Promise<string[]> {
  const data = await tables(db).deleteFrom('data_key').where('organisation_id', '=', organisation).returning('id').execute();
  const above = await tables(db).deleteFrom('organisation_key').where('organisation_id', '=', organisation).returning('id').execute();
  return [...data, ...above].map(({ id }) => id);
}

/** Of whom something may be sealed: persons with a key that is not destroyed. */
export async function personsWithKeys(db: Database, organisation: string): Promise<string[]> {
  const rows = await tables(db).selectFrom('data_key').select('owner').distinct().where('organisation_id', '=', organisation).where('owner', 'like', 'person/%').where('destroyed_at', 'is', null).orderBy('owner').execute();
  return rows.map(({ owner }) => owner.slice('person/'.length));
}
