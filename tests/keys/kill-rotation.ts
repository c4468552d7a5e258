/**
 * KEY-5, `npm run test:keys`: a process that replaces keys is killed (-9) twenty times, each time at another moment,
 * while another reads and seals without a pause. No read may fail, and after each kill the next finishes what was left.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { connect } from '../../src/platform/database/open-database.ts';
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts';
import { openVault } from '../../src/platform/keys/open-vault.ts';
import { finishRotation, retireReplacedKeys } from '../../src/platform/keys/rotation.ts';
import type { ToSeal } from '../../src/platform/keys/vault.ts';
import { programOn } from './program.ts';

const server = process.env['REGIE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `regie_keys_${process.pid}`;
const url = server.replace(/\/[^/]*$/, `/${name}`);
const folder = mkdtempSync(join(tmpdir(), 'regie-keys-drill-'));
const keysAt = join(folder, 'keys.json');
const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const organisations = [1, 2, 3].map(uuid);
const kills = 20;

const valuesOf = (organisation: string): ToSeal[] =>
  Array.from({ length: 700 }, (_, row) => ({ place: { organisation, table: 'note', column: 'text', row: String(row) }, owner: { person: uuid(100 + row) }, text: `secret ${row}` }));

async function drill(): Promise<void> {
  const { owned, database, keys } = await programOn(url, keysAt);
  const sealed = new Map<string, string[]>();
  for (const organisation of organisations) sealed.set(organisation, await database.change({ organisation }, (db) => openVault(keys, db).sealAll(valuesOf(organisation))));
  /** How many do not open. */
  const unread = async (organisation: string): Promise<number> => {
    const values = valuesOf(organisation);
    const opened = await database.read({ organisation }, (db) => openVault(keys, db).openAll(values.map(({ place }, n) => ({ place, sealed: sealed.get(organisation)?.[n] ?? '' }))));
    return opened.filter((one, n) => one.kind !== 'open' || one.text !== values[n]?.text).length;
  };
  const until = new AbortController();
  let [reads, failed, added] = [0, 0, 0];
  const load = (async () => {
    for (let turn = 0; !until.signal.aborted; turn += 1) {
      const organisation = organisations[turn % 3] as string;
      failed += await unread(organisation);
      reads += 700;
      await database.change({ organisation }, (db) => openVault(keys, db).seal({ organisation, table: 'note', column: 'text', row: 'new' }, { person: uuid(5000 + turn) }, 'new'));
      added += 1;
    }
  })();
  const left = async (): Promise<number> => (await sql`select 1 from organisation_key where replaced_at is not null or kek_id <> (select id from key_encryption_key where replaced_at is null)`.execute(owned)).rows.length;
  let midway = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'rotate-until-killed.ts'), url, keysAt], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((begun) => child.stdout.once('data', begun));
    await wait((kill * 37) % 400);
    child.kill('SIGKILL');
    await new Promise((gone) => child.once('exit', gone));
    if ((await left()) > 0) midway += 1;
    await finishRotation(keys);
    for (const organisation of organisations) failed += await unread(organisation);
    reads += 2100;
    if (kill % 5 === 4) process.stdout.write(`${kill + 1} kills, ${midway} of them midway, ${reads} values read, ${failed} failed\n`);
  }
  until.abort();
  await load;
  const known = (await sql`select 1 from key_encryption_key`.execute(owned)).rows.length;
  const gone = await retireReplacedKeys(keys, 0);
  for (const organisation of organisations) failed += await unread(organisation);
  const after = await left();
  await owned.destroy();
  process.stdout.write(`KEY-5: ${kills} kills, ${midway} midway; ${reads} values read under load, ${failed} failed; ${added} sealed meanwhile; ${known} keys made, ${gone.length} retired at 0 references, ${after} left under an old one.\n`);
  if (failed > 0 || midway === 0 || after > 0 || gone.length !== known - 1) throw new Error('KEY-5 does not hold.');
}

const admin = connect({ connectionString: server, max: 1 });
await sql.raw(`create database ${name}`).execute(admin);
try {
  const fresh = connect({ connectionString: url, max: 1 });
  await migrate(fresh, readMigrations(join(import.meta.dirname, '../../src')));
  await fresh.destroy();
  await drill();
} finally {
  await sql.raw(`drop database ${name} with (force)`).execute(admin);
  await admin.destroy();
  rmSync(folder, { recursive: true });
}
