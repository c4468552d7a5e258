/**
 * Brings the tables up to date: numbered SQL files, each owned by one folder (`<owner>/migrations/NNNN-what.sql`),
 * run once, in order of number and then owner, in one transaction under an advisory lock. Tables of organisations are
 * then kept apart (`keep-apart.ts`).
 *
 * INVARIANT: a file that has run is never edited; a change is a new file.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../context.ts';
import { keepApart, makeApplicationRole } from './keep-apart.ts';
import { enter } from './scoped-database.ts';

export type Migration = { readonly id: string; readonly text: string };

const ownerOf = (file: string): string => basename(dirname(file)) === 'migrations' ? basename(dirname(dirname(file))) : basename(dirname(file));

const order = (id: string): string => `${id.split('/')[1]}|${id}`;

/** @param folder the source tree, or the build's copy of its SQL files. Ids are `<owner>/<file name>`. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^\d{4}-.*\.sql$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ id: `${ownerOf(file)}/${basename(file)}`, text: readFileSync(file, 'utf8') }))
    .toSorted((a, b) => (order(a.id) < order(b.id) ? -1 : 1));
}

export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Any number nobody else uses: the lock keeps two servers that start together from migrating twice. */
const lockNumber = 7_261_944_180;

async function runOne(db: Transaction<Tables>, migration: Migration, done: ReadonlyMap<string, string>): Promise<boolean> {
  const before = done.get(migration.id);
  if (before === fingerprint(migration.text)) return false;
  if (before !== undefined) throw new Error(`The migration ${migration.id} has run before and was edited since. Undo the edit and add a new file.`);
  await sql.raw(migration.text).execute(db);
  await sql`insert into platform_migration (id, fingerprint) values (${migration.id}, ${fingerprint(migration.text)})`.execute(db);
  return true;
}

/** Within a transaction of one's own. @returns how many files ran. */
export async function migrateWithin(db: Transaction<Tables>, migrations: readonly Migration[]): Promise<number> {
  await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(db);
  // Across organisations: a migration may change rows of all.
  await enter(db, { duty: 'maintenance' });
  await sql`create table if not exists platform_migration (id text primary key, fingerprint text not null, at timestamptz not null default now())`.execute(db);
  const { rows } = await sql<{ id: string; fingerprint: string }>`select id, fingerprint from platform_migration`.execute(db);
  const done = new Map(rows.map((row) => [row.id, row.fingerprint]));
  let ran = 0;
  for (const migration of migrations) ran += Number(await runOne(db, migration, done));
  await keepApart(db);
  return ran;
}

/** Run as the owner of the tables. @returns how many files ran. */
export async function migrate(database: Kysely<Tables>, migrations: readonly Migration[]): Promise<number> {
  await makeApplicationRole(database);
  return database.transaction().execute((db) => migrateWithin(db, migrations));
}
