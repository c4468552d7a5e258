/**
 * Rows as canonical JSON, one a line, the same from every kind of database: members sorted, moments in UTC,
 * bytes in hexadecimal, numbers with all their digits (the text is the database's; JavaScript never reads a number).
 * A column without a value is absent; a JSON column that holds `null` has it.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../context.ts';
import { enter } from '../database/scoped-database.ts';
import type { Table } from './catalogue.ts';

/** Settings that change how a value is written. For the transaction only. */
export const writeCanonically = (db: Database): Promise<unknown> =>
  sql`select set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true),
    set_config('intervalstyle', 'iso_8601', true), set_config('datestyle', 'ISO, YMD', true)`.execute(db);

export async function speakCanonically(db: Database): Promise<void> {
  await writeCanonically(db);
  // Across organisations: a backup is of all of them.
  await enter(db, { duty: 'maintenance' });
}

const list = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql`, `);

/** Text goes by its bytes: no two databases agree on a language's order. */
const orderOf = ({ key, columns }: Table): RawBuilder<unknown> => list((key.length > 0 ? key : columns).map((column) => sql`t.${sql.ref(column)}::text collate "C"`));

const withoutAbsent = ({ columns }: Table): RawBuilder<unknown> =>
  sql`to_jsonb(t) - array_remove(array[${list(columns.map((column) => sql`case when t.${sql.ref(column)} is null then ${sql.lit(column)} end`))}]::text[], null)`;

const fewest = 4;
const enoughBytes = 2 * 1024 * 1024;

/** Rows may be of any size: a batch grows while it is small, and shrinks at once when it is not. */
const nextCount = (count: number, bytes: number): number => (bytes > enoughBytes ? Math.max(fewest, Math.floor(count / 4)) : Math.min(count * 2, 2048));

/** Batches of lines, in the order of the table's key. Memory holds one batch. @param only which rows of `t`; all without it. @param source what `t` is, where it is not the table as it stands. */
export async function* readLines(db: Database, table: Table, only: RawBuilder<boolean> = sql<boolean>`true`, source: RawBuilder<unknown> = sql.table(table.name)): AsyncGenerator<readonly string[]> {
  await sql`declare lines no scroll cursor for select (${withoutAbsent(table)})::text as line from ${source} t where ${only} order by ${orderOf(table)}`.execute(db);
  for (let count = fewest; ; ) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.lit(count)} from lines`.execute(db);
    if (rows.length === 0) break;
    const lines = rows.map(({ line }) => line);
    yield lines;
    count = nextCount(count, lines.reduce((total, line) => total + line.length, 0));
  }
  await sql`close lines`.execute(db);
}

/** JSON columns are taken from the line itself, so that their `null` stays one. */
const valueOf = (table: Table, column: string): RawBuilder<unknown> => (table.documents.includes(column) ? sql`given.line -> ${sql.lit(column)}` : sql`r.${sql.ref(column)}`);

/** @param keep a row that is there already stays as it is; otherwise it is an error. */
export async function writeLines(db: Database, table: Table, lines: readonly string[], keep = false): Promise<void> {
  if (lines.length === 0) return;
  const columns = list(table.columns.map((column) => sql.ref(column)));
  const values = list(table.columns.map((column) => valueOf(table, column)));
  await sql`insert into ${sql.table(table.name)} (${columns}) overriding system value
    select ${values} from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) as given(line), jsonb_populate_record(null::${sql.table(table.name)}, given.line) r${keep ? sql` on conflict (${list(table.key.map((column) => sql.ref(column)))}) do nothing` : sql``}`.execute(db);
}
