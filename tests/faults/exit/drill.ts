/**
 * EXIT-7 and EXIT-8: an organisation of many megabytes moves to another installation by one command on each side,
 * timed, with the memory of each watched; what arrives is the same to the byte, and another organisation is not touched.
 *
 *   node tests/faults/exit/drill.ts [MEGABYTES]
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { readZip } from '../../../src/formats/zip/read.ts';
import type { Tables } from '../../../src/platform/context.ts';
import { migrate, readMigrations } from '../../../src/platform/database/migrate.ts';
import { openDatabase } from '../../../src/platform/database/open-database.ts';
import { emptyDatabase } from '../../../src/platform/database/testing/fresh-database.ts';
import { fill, regieOn, root, rowsOf } from './large-organisation.ts';

const megabytes = Number(process.argv[2] ?? 200);
const memoryAtMostMegabytes = 1024;
const here = mkdtempSync(join(tmpdir(), 'regie-exit-'));
const [from, to] = [join(here, 'from'), join(here, 'to')];
const [leaving, staying] = [randomUUID(), randomUUID()];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function onData<Outcome>(folder: string, work: (db: Kysely<Tables>) => Promise<Outcome>): Promise<Outcome> {
  const store = await openDatabase({ url: null, folder, template: await emptyDatabase() });
  await migrate(store.database, readMigrations(join(root, 'src')));
  return work(store.database).finally(() => store.close());
}

async function sumsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const sums = new Map<string, string>();
  for await (const { name, bytes } of readZip(createReadStream(file))) if (!/audit_|^audit\/|^manifest\./.test(name)) sums.set(name, createHash('sha256').update(bytes).digest('hex'));
  return sums;
}

async function drill(): Promise<void> {
  execFileSync('node', [join(root, 'scripts/prepare.mjs'), '--build'], { stdio: 'inherit' });
  await onData(from, async (db) => (await fill(db, leaving, megabytes), await fill(db, staying, 1)));
  await onData(to, (db) => fill(db, staying, 1));
  const before = await onData(to, (db) => rowsOf(db, staying));
  const [first, second] = [join(here, 'first.zip'), join(here, 'second.zip')];
  const out = await regieOn({ REGIE_DATA_DIR: from }, 'export', first, '--organisation', leaving);
  say(`EXIT-7 exported ${megabytes} MB of rows to ${Math.round(statSync(first).size / 1024 / 1024)} MB in ${out.seconds} s, at most ${out.megabytes} MB of memory`);
  const into = await regieOn({ REGIE_DATA_DIR: to }, 'import', first);
  say(`EXIT-8 brought in elsewhere in ${into.seconds} s, at most ${into.megabytes} MB of memory`);
  await regieOn({ REGIE_DATA_DIR: to }, 'export', second, '--organisation', leaving);
  const [one, other] = [await sumsOf(first), await sumsOf(second)];
  const differing = [...one].filter(([name, sum]) => other.get(name) !== sum).map(([name]) => name);
  const untouched = (await onData(to, (db) => rowsOf(db, staying))) === before;
  say(`EXIT-8 ${one.size} files, ${differing.length} of them different; the other organisation ${untouched ? 'is' : 'IS NOT'} as it was`);
  if (differing.length > 0 || !untouched || out.megabytes > memoryAtMostMegabytes) throw new Error(`The drill failed. ${differing.join(', ')}`);
}

await drill().finally(() => rmSync(here, { recursive: true, force: true }));
