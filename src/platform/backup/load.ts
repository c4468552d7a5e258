/**
 * A backup into an empty database, in one transaction: the tables as they were when it was made, the rows, a
 * check that what is stored now has the hash that was stored then, and then the steps that came since.
 *
 * INVARIANT: nothing is left behind unless every byte was right.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../context.ts';
import { type Migration, fingerprint, migrateWithin } from '../database/migrate.ts';
import type { Text } from '../words.ts';
import { readTables, type Table } from './catalogue.ts';
import { readContentHash } from './dump.ts';
import type { Description, Manifest } from './manifest.ts';
import { speakCanonically, writeLines } from './rows.ts';
import { Damaged } from './tar.ts';
import { readBackup } from './verify.ts';

/** Cannot be restored here, and why. */
export class NotRestored extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

export type Restored = { readonly described: Description; readonly manifest: Manifest };

/** What happened outside any organisation, such as the first start, does not make a database used. */
const nobody = '00000000-0000-0000-0000-000000000000';

async function isUsed(db: Transaction<Tables>, table: Table): Promise<boolean> {
  const outside = table.columns.includes('organisation_id') ? sql`where organisation_id <> ${nobody}` : sql``;
  const { rows } = await sql`select 1 from ${sql.table(table.name)} ${outside} limit 1`.execute(db);
  return rows.length > 0;
}

async function refuseUsed(db: Transaction<Tables>): Promise<void> {
  for (const table of await readTables(db)) {
    if (!(await isUsed(db, table))) continue;
    throw new NotRestored({
      nl: `Deze database is niet leeg: er staan al gegevens in ${table.name}. Zet terug in een nieuwe map (REGIE_DATA_DIR) of een nieuwe database (DATABASE_URL).`,
      en: `This database is not empty: ${table.name} holds data. Restore into a new folder (REGIE_DATA_DIR) or a new database (DATABASE_URL).`,
    });
  }
}

const newer = (id: string): NotRestored =>
  new NotRestored({
    nl: `Deze back-up is gemaakt door een andere of nieuwere versie van Regiekompas (${id}). Installeer die versie en zet daar terug.`,
    en: `This backup was made by another or newer version of Regiekompas (${id}). Install that version and restore there.`,
  });

function migrationsThen({ schema }: Description, migrations: readonly Migration[]): Migration[] {
  const wanted = new Map(schema.map(({ id, fingerprint: print }) => [id, print]));
  const then = migrations.filter(({ id, text }) => wanted.get(id) === fingerprint(text));
  const missing = schema.find(({ id }) => !then.some((migration) => migration.id === id));
  if (missing) throw newer(missing.id);
  return then;
}

async function makeTables(db: Transaction<Tables>, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  const schema = sql.id(rows[0]?.name ?? 'public');
  await sql`drop schema ${schema} cascade`.execute(db);
  await sql`create schema ${schema}`.execute(db);
  await migrateWithin(db, migrations);
}

async function holdToHash(db: Transaction<Tables>, manifest: Manifest): Promise<void> {
  for (const { name, value } of manifest.sequences) await sql`select setval(${name}::regclass, ${value})`.execute(db);
  const { contentSha256 } = await readContentHash(db);
  if (contentSha256 !== manifest.contentSha256) throw new Damaged('What was stored is not what the backup says. Nothing was kept.');
}

async function loadWithin(db: Transaction<Tables>, source: AsyncIterable<Uint8Array>, migrations: readonly Migration[]): Promise<Restored> {
  await refuseUsed(db);
  let described: Description | undefined;
  let tables = new Map<string, Table>();
  const manifest = await readBackup(source, {
    begin: async (given) => {
      described = given;
      await makeTables(db, migrationsThen(given, migrations));
      await speakCanonically(db);
      tables = new Map((await readTables(db)).map((table) => [table.name, table]));
    },
    take: async ({ table: name, lines }) => {
      const table = tables.get(name);
      if (!table) throw new Damaged(`There is no table ${name}.`);
      await writeLines(db, table, lines);
    },
  });
  await holdToHash(db, manifest);
  await migrateWithin(db, migrations);
  return { described: described as Description, manifest };
}

/** @throws NotRestored, Damaged; then the database is as it was. */
export const load = (database: Kysely<Tables>, source: AsyncIterable<Uint8Array>, migrations: readonly Migration[]): Promise<Restored> =>
  database.transaction().execute((db) => loadWithin(db, source, migrations));
