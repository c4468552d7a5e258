/**
 * Goes through a sealed column: seals what is still plain from before it was declared, and seals anew what is under
 * a data key that was replaced. In small transactions; whoever is interrupted goes on where they were.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database, Tables } from '../context.ts';
import { enter } from '../database/scoped-database.ts';
import type { Keys } from './keys.ts';
import { openVault } from './open-vault.ts';
import { keyIdIn } from './sealed-text.ts';
import { ownerIn, placeIn, type SealedColumn } from './sealed-column.ts';
import { isSealedSince, markSealed, replacedDataKeys } from './store.ts';
import type { Opened } from './vault.ts';

type Row = Readonly<Record<string, string>>;
const batch = 200;
const valueName = 'sealed value';

const textOf = (name: string): RawBuilder<unknown> => sql`${sql.ref(name)}::text`;
const keyOf = ({ key }: SealedColumn): RawBuilder<unknown> => sql`(${sql.join(key.map(textOf))})`;
const isRow = ({ key }: SealedColumn, row: Row): RawBuilder<unknown> => sql.join(key.map((name) => sql`${textOf(name)} = ${row[name]}`), sql` and `);

async function rowsAfter(db: Database, column: SealedColumn, organisation: string, after: Row | null): Promise<readonly Row[]> {
  const columns = [...new Set([...column.key, ...('personIn' in column.owner ? [column.owner.personIn] : [])])].map((name) => sql`${textOf(name)} as ${sql.ref(name)}`);
  const beyond = after === null ? sql`` : sql`and ${keyOf(column)} > (${sql.join(column.key.map((name) => sql`${after[name]}::text`))})`;
  const { rows } = await sql<Row>`
    select ${sql.join(columns)}, ${sql.ref(column.column)} as ${sql.ref(valueName)} from ${sql.table(column.table)}
    where organisation_id = ${organisation} and ${sql.ref(column.column)} is not null ${beyond} order by ${sql.join(column.key.map(textOf))} limit ${batch} for update`.execute(db);
  return rows;
}

/** The plain text of what has to be sealed again; nothing for what cannot be opened, which stays as it is. */
async function toSeal(keys: Keys, db: Database, column: SealedColumn, organisation: string, rows: readonly Row[], takesPlain: boolean): Promise<{ row: Row; text: string }[]> {
  const valueOf = (row: Row): string => row[valueName] as string;
  const plain = takesPlain ? rows.filter((row) => keyIdIn(valueOf(row)) === null) : [];
  const replaced = new Set(await replacedDataKeys(db, organisation, rows.flatMap((row) => keyIdIn(valueOf(row)) ?? [])));
  const old = rows.filter((row) => replaced.has(keyIdIn(valueOf(row)) ?? ''));
  const opened = await openVault(keys, db).openAll(old.map((row) => ({ place: placeIn(column, organisation, row), sealed: valueOf(row) })));
  const reopened = old.flatMap((row, at) => (opened[at]?.kind === 'open' ? [{ row, text: (opened[at] as Extract<Opened, { kind: 'open' }>).text }] : []));
  return [...plain.map((row) => ({ row, text: valueOf(row) })), ...reopened];
}

async function resealBatch(keys: Keys, db: Database, column: SealedColumn, organisation: string, rows: readonly Row[], takesPlain: boolean): Promise<number> {
  const values = await toSeal(keys, db, column, organisation, rows, takesPlain);
  const sealed = await openVault(keys, db).sealAll(values.map(({ row, text }) => ({ place: placeIn(column, organisation, row), owner: ownerIn(column, row), text })));
  for (const [at, { row }] of values.entries())
    await sql`update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${sealed[at]} where organisation_id = ${organisation} and ${isRow(column, row)}`.execute(db);
  return values.length;
}

async function resealOrganisation(keys: Keys, column: SealedColumn, organisation: string, takesPlain: boolean): Promise<number> {
  let [count, after]: [number, Row | null] = [0, null];
  for (;;) {
    const from: Row | null = after;
    const rows = await keys.database.change({ organisation }, async (db) => {
      const found = await rowsAfter(db, column, organisation, from);
      if (found.length > 0) count += await resealBatch(keys, db, column, organisation, found, takesPlain);
      return found;
    });
    after = rows.at(-1) ?? null;
    if (rows.length < batch) return count;
  }
}

/** @param owned the database as the owner of the tables has it. */
export const organisationsWithRows = (owned: Kysely<Tables>, table: string): Promise<string[]> =>
  owned.transaction().execute(async (db) => {
    // Across organisations: what is plain may be anybody's.
    await enter(db, { duty: 'maintenance' });
    return (await sql<{ id: string }>`select distinct organisation_id as id from ${sql.table(table)} order by 1`.execute(db)).rows.map(({ id }) => id);
  });

/** What is under a data key that was replaced is sealed anew. @returns how many values were. */
export const resealColumn = (keys: Keys, column: SealedColumn, organisation: string): Promise<number> => resealOrganisation(keys, column, organisation, false);

async function sealColumn(keys: Keys, column: SealedColumn, organisations: readonly string[]): Promise<number> {
  let count = 0;
  for (const organisation of organisations) count += await resealOrganisation(keys, column, organisation, true);
  await keys.database.change({}, (db) => markSealed(db, column, keys.clock.now()));
  return count;
}

/**
 * INVARIANT: a plain value is taken only once, at the first start with the column declared; afterwards it counts as
 * tampered with.
 *
 * @param organisationsIn which have rows in this table: asked of the tables' owner.
 */
export async function sealWhatIsPlain(keys: Keys, columns: readonly SealedColumn[], organisationsIn: (table: string) => Promise<readonly string[]>): Promise<number> {
  let count = 0;
  for (const column of columns)
    if ((await keys.database.read({}, (db) => isSealedSince(db, column))) === null) count += await sealColumn(keys, column, await organisationsIn(column.table));
  return count;
}
