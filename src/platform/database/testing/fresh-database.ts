/**
 * A new, migrated database for a test file, on the embedded database and on PostgreSQL. One exam, two takers:
 *
 *   describe.each(eachDatabase)('on %s', (kind) => { const at = freshDatabase(kind); it('…', () => at.db …) })
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import type { Tables } from '../../context.ts';
import { startInMemory } from '../embedded.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { connect, connectEmbedded } from '../open-database.ts';

export type Kind = 'PGlite' | 'PostgreSQL';
export type Fresh = { readonly db: Kysely<Tables> };
type Opened = { readonly db: Kysely<Tables>; readonly close: () => Promise<void> };

const root = join(import.meta.dirname, '../../../..');
const source = join(root, 'src');

/** Creating a PGlite directory takes seconds, unpacking one does not. Made once, beside the installed packages. */
export async function emptyDatabase(): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', 'regiekompas');
  const path = join(folder, 'empty-database-0.5.14.tar');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const empty = await PGlite.create();
  const own = `${path}.${process.pid}`;
  writeFileSync(own, new Uint8Array(await (await empty.dumpDataDir('none')).arrayBuffer()));
  await empty.close();
  renameSync(own, path);
  return path;
}

async function openPGlite(): Promise<Opened> {
  const embedded = await startInMemory(await emptyDatabase());
  const db = connectEmbedded(embedded.socketFolder);
  return { db, close: async () => (await db.destroy(), await embedded.stop()) };
}

const candidates = (): string[] =>
  process.env['REGIE_TEST_POSTGRES'] ? [process.env['REGIE_TEST_POSTGRES']] : ['postgres://postgres@127.0.0.1:5432/postgres', 'postgres://root@127.0.0.1:5432/postgres', 'postgres:///postgres?host=/var/run/postgresql'];

async function answers(url: string): Promise<boolean> {
  const db = connect({ connectionString: url, max: 1, connectionTimeoutMillis: 2000 });
  return sql`select 1`.execute(db).then(() => true, () => false).finally(() => db.destroy());
}

async function reachablePostgres(): Promise<string | null> {
  for (const url of candidates()) if (await answers(url)) return url;
  return null;
}

const postgres = await reachablePostgres();
// A test that is silently absent reads as passed; say it.
if (postgres === null) process.stderr.write('No PostgreSQL on 127.0.0.1:5432 nor REGIE_TEST_POSTGRES: these tests run on PGlite only.\n');

export const eachDatabase: readonly Kind[] = postgres === null ? ['PGlite'] : ['PGlite', 'PostgreSQL'];

/** As a superuser, outside any database of a test. */
export async function withAdmin(statement: string): Promise<void> {
  const admin = connect({ connectionString: postgres as string, max: 1 });
  await sql.raw(statement).execute(admin).finally(() => admin.destroy());
}

/** Of this database on the PostgreSQL of the tests; as this login, or as the superuser. */
export function addressOf(database: string, login?: string): string {
  const url = new URL(postgres as string);
  url.pathname = `/${database}`;
  if (login !== undefined) url.username = login;
  return url.href;
}

async function openPostgres(): Promise<Opened> {
  const name = `regiekompas_test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(`create database ${name}`);
  // Nobody cuts the power of a test; waiting for the disk at every commit is most of its time.
  await withAdmin(`alter database ${name} set synchronous_commit to off`);
  const db = connect({ connectionString: addressOf(name), max: 4 });
  return { db, close: async () => (await db.destroy(), await withAdmin(`drop database ${name} with (force)`)) };
}

const openers: Record<Kind, () => Promise<Opened>> = { PGlite: openPGlite, PostgreSQL: openPostgres };

/** Call it where `beforeAll` may stand. `db` is there from the first test on. */
export function freshDatabase(kind: Kind = 'PGlite'): Fresh {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await openers[kind]();
    await migrate(opened.db, readMigrations(source));
  });
  afterAll(() => opened?.close());
  return {
    get db() {
      if (!opened) throw new Error('The database is there from the first test on.');
      return opened.db;
    },
  };
}
