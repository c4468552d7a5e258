/** The SQL of replacing keys: the key above all others is above those of every organisation. */
import { sql } from 'kysely';
import type { Database } from '../context.ts';

/** The organisations with a key under another than this one, or with a data key under one that was replaced. */
export async function organisationsToRewrap(db: Database, kek: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from organisation_key where replaced_at is not null or kek_id <> ${kek} group by organisation_id order by organisation_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many keys of organisations are under each. */
export async function organisationsUnder(db: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kek: string; count: number }>`select kek_id as kek, count(*)::int as count from organisation_key group by kek_id`.execute(db);
  return new Map(rows.map(({ kek, count }) => [kek, count]));
}

/** @returns whether there was one to replace; another process may have been first. */
export async function replaceOrganisationKey(db: Database, organisation: string, kek: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update organisation_key set replaced_at = ${now} where organisation_id = ${organisation} and replaced_at is null and kek_id <> ${kek}`.execute(db);
  return numAffectedRows === 1n;
}

export type Rewrapping = { readonly id: string; readonly owner: string; readonly wrapped: Buffer; readonly underId: string; readonly underKek: string; readonly underWrapped: Buffer };

/** Some that are under a replaced key, held until the transaction ends. What another process holds is left to it. */
export async function takeDataKeys(db: Database, organisation: string, after: string, most: number): Promise<Rewrapping[]> {
  const { rows } = await sql<Rewrapping>`
    select d.id, d.owner, d.wrapped, o.id as "underId", o.kek_id as "underKek", o.wrapped as "underWrapped"
    from data_key d join organisation_key o on o.organisation_id = d.organisation_id and o.id = d.organisation_key_id
    where d.organisation_id = ${organisation} and d.wrapped is not null and o.replaced_at is not null and d.id > ${after}
    order by d.id limit ${most} for update of d skip locked`.execute(db);
  return rows;
}

export const putDataKeys = (db: Database, organisation: string, under: string, keys: readonly { readonly id: string; readonly wrapped: Buffer }[]): Promise<unknown> =>
  sql`
    update data_key set wrapped = new.wrapped, organisation_key_id = ${under}
    from (select unnest(${keys.map(({ id }) => id)}::uuid[]) as id, unnest(${keys.map(({ wrapped }) => wrapped)}::bytea[]) as wrapped) as new
    where data_key.organisation_id = ${organisation} and data_key.id = new.id and data_key.wrapped is not null`.execute(db);

/** Keys that were destroyed are under nothing any more; their rows point to the key in use, so that the replaced one can go. */
export async function removeReplacedKeys(db: Database, organisation: string, under: string): Promise<void> {
  await sql`update data_key set organisation_key_id = ${under} where organisation_id = ${organisation} and wrapped is null and organisation_key_id <> ${under}`.execute(db);
  await sql`
    delete from organisation_key o where organisation_id = ${organisation} and replaced_at is not null
    and not exists (select 1 from data_key d where d.organisation_id = o.organisation_id and d.organisation_key_id = o.id)`.execute(db);
}

/** Somebody was wrapping a new data key under the replaced one at that very moment. */
export const isStillUsed = (error: unknown): boolean => (error as { code?: string }).code === '23503';

/** Replaced before this moment, and above nothing. @returns those that are now marked as destroyed. */
export async function retireKeks(db: Database, replacedBefore: Date, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update key_encryption_key k set destroyed_at = ${now}
    where replaced_at < ${replacedBefore} and destroyed_at is null and not exists (select 1 from organisation_key o where o.kek_id = k.id) returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Marks the data keys of an organisation: what is written from now on is sealed with new ones. */
export async function replaceDataKeys(db: Database, organisation: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`update data_key set replaced_at = ${now} where organisation_id = ${organisation} and replaced_at is null and destroyed_at is null`.execute(db);
  return Number(numAffectedRows);
}
