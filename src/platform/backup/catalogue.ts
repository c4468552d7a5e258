/** What there is to back up, read from the database's own catalogue: no list of tables is kept by hand. */
import { sql } from 'kysely';
import type { Database } from '../context.ts';

/** `key` orders the rows; `documents` are the columns of JSON, in which null is a value of its own. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[]; readonly documents: readonly string[] };
export type SequenceAt = { readonly name: string; readonly value: number };

/** A table whose comment begins so stays behind, for the reason that follows (`comment on table session is 'Not in backups: …'`). */
const staysBehind = 'Not in backups:';

type Row = { name: string; columns: string[]; key: string[] | null; documents: string[] | null; refers: string[] | null };

const readRows = async (db: Database): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attname::text collate "C") from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid in ('json'::regtype, 'jsonb'::regtype)) as documents,
      (select array_agg(distinct r.relname::text) from pg_constraint k join pg_class r on r.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'platform_migration'
      and coalesce(obj_description(c.oid, 'pg_class'), '') not like ${`${staysBehind}%`}
    order by c.relname::text collate "C"`.execute(db);
  return rows;
};

/** What is referred to comes before what refers to it. */
function inOrder(rows: readonly Row[]): Row[] {
  const left = [...rows];
  const done: Row[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ refers }) => (refers ?? []).every((name) => !left.some((other) => other.name === name)));
    if (at < 0) throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}.`);
    done.push(...left.splice(at, 1));
  }
  return done;
}

/** INVARIANT: a backup is never silently a part of one. Only the owner of the tables is shown every row (`keep-apart.ts`). */
async function refuseHidden(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and row_security_active(c.oid)
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'of_the_owner' and (select oid from pg_roles where rolname = current_user) = any(p.polroles))`.execute(db);
  if (rows.length > 0) throw new Error(`This login of the database does not see every row of ${rows.map(({ name }) => name).join(', ')}. Connect as the owner of the tables.`);
}

/** Also for who sees only their own rows. */
export const listTables = async (db: Database): Promise<Table[]> =>
  inOrder(await readRows(db)).map(({ name, columns, key, documents }) => ({ name, columns, key: key ?? [], documents: documents ?? [] }));

export async function readTables(db: Database): Promise<Table[]> {
  await refuseHidden(db);
  return listTables(db);
}

/** Of those that were used. */
export async function readSequences(db: Database): Promise<SequenceAt[]> {
  const { rows } = await sql<SequenceAt>`select sequencename as name, last_value as value from pg_sequences where schemaname = current_schema() and last_value is not null order by sequencename collate "C"`.execute(db);
  return rows;
}

export type SchemaStep = { readonly id: string; readonly fingerprint: string };

/** Which steps made the tables as they are. */
export async function readSchema(db: Database): Promise<SchemaStep[]> {
  const { rows } = await sql<SchemaStep>`select id, fingerprint from platform_migration order by id collate "C"`.execute(db);
  return rows;
}
