/**
 * What the log costs. AUD-7: a change and a confidential read with their entry, against the same server that writes
 * none, in turns: at most 1.5 times as slow at the median, at least 0.65 times as many a second. AUD-8: how fast a log
 * is checked, every hash made anew: 20,000 entries a second, a million within a minute (`--large` checks a million).
 * On the embedded database, and on PostgreSQL where REGIE_TEST_POSTGRES names one or one answers on 127.0.0.1.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readLibrary } from '../src/entry/knowledge.ts';
import { operations } from '../src/entry/operations.ts';
import { serve } from '../src/faces/serve.tsx';
import { logsOf } from '../src/platform/audit/checkpoints.ts';
import { addEvents, newSigning, organisation, sign } from '../src/platform/audit/testing/written-log.ts';
import { verifyLog } from '../src/platform/audit/verify-log.ts';
import type { Fresh } from '../src/platform/database/testing/fresh-database.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import { connect, openDatabase } from '../src/platform/database/open-database.ts';
import { importDocument, smallExample } from '../tests/faces/scene.ts';
import { type Browser, firstPerson, settingOn, signedIn } from '../tests/faces/visitor.ts';

type Opened = Fresh & { readonly name: string; readonly close: () => Promise<void> };
const root = join(import.meta.dirname, '..');
const migrations = readMigrations(join(root, 'src'));
const entries = process.argv.includes('--large') ? 1_000_000 : 100_000;
const atOnce = 1_000;
const [rounds, perRound] = [12, 20];
const most = { latency: 1.5, throughput: 0.65, checked: 20_000 } as const;

async function embedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'regiekompas-bench-'));
  const opened = await openDatabase({ url: null, folder, template: join(root, 'dist/empty-database.tar') });
  return { name: 'embedded', db: opened.database, close: async () => (await opened.close(), rmSync(folder, { recursive: true, force: true })) };
}

async function postgres(): Promise<Opened | null> {
  const url = new URL(process.env['REGIE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres');
  const admin = connect({ connectionString: url.href, max: 1, connectionTimeoutMillis: 2000 });
  const name = `regiekompas_bench_${randomUUID().replaceAll('-', '')}`;
  const made = await sql.raw(`create database ${name}`).execute(admin).then(() => true, () => false);
  if (!made) return admin.destroy().then(() => null);
  url.pathname = `/${name}`;
  const db = connect({ connectionString: url.href, max: 4 });
  return { name: 'PostgreSQL', db, close: async () => (await db.destroy(), await sql.raw(`drop database ${name} with (force)`).execute(admin), await admin.destroy()) };
}

let turn = 0;
const kinds: Readonly<Record<string, (who: Browser) => Promise<Response>>> = {
  'a change': (who) => who.send('PUT', '/v1/systems/idp', { name: `Aanmelden ${(turn += 1)}`, recovery: 'unknown' }),
  'a confidential read': (who) => who.send('POST', '/v1/operations/landscape.export-json', {}),
};

async function timesOf(ask: () => Promise<Response>): Promise<number[]> {
  const times = [];
  for (let nth = 0; nth < perRound; nth += 1) {
    const start = performance.now();
    const answer = await ask();
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`Refused: ${answer.status}`);
    times.push(performance.now() - start);
  }
  return times;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
const sum = (times: readonly number[]): number => times.reduce((all, one) => all + one, 0);

/** In turns, so that whatever else runs here slows both. */
async function compare(at: Opened): Promise<boolean> {
  const setting = settingOn(at, operations, readLibrary());
  const first = await firstPerson(setting);
  await importDocument(first, smallExample);
  const { world, ...site } = setting.site;
  const silent = { ...setting, app: serve({ ...site, world: { ...world, traces: { ...world.traces, record: async () => '' } } }) };
  const [audited, unaudited] = [await signedIn(setting, 'anna@example.nl'), await signedIn(silent, 'anna@example.nl')];
  let good = true;
  for (const [kind, ask] of Object.entries(kinds)) {
    const [withLog, without]: [number[], number[]] = [[], []];
    for (const who of [audited, unaudited]) await timesOf(() => ask(who));
    for (let round = 0; round < rounds; round += 1) {
      withLog.push(...(await timesOf(() => ask(audited))));
      without.push(...(await timesOf(() => ask(unaudited))));
    }
    const [latency, throughput] = [median(withLog) / median(without), sum(without) / sum(withLog)];
    const passes = latency <= most.latency && throughput >= most.throughput;
    good &&= passes;
    console.log(`AUD-7 ${at.name}, ${kind}: ${median(withLog).toFixed(1)} ms with its entry, ${median(without).toFixed(1)} ms without: ${latency.toFixed(2)} × at the median; ${throughput.toFixed(2)} × as many a second${passes ? '' : ' – too slow'}`);
  }
  return good;
}

async function check(at: Opened): Promise<boolean> {
  for (let made = 0; made < entries; made += atOnce) await addEvents(at.db, atOnce);
  await sign(at.db, newSigning());
  const [head] = await logsOf(at.db, organisation);
  if (!head) throw new Error('There is no log.');
  const start = performance.now();
  const verified = await verifyLog(at.db, organisation, head);
  const seconds = (performance.now() - start) / 1000;
  const perSecond = verified.entries / seconds;
  const passes = verified.faults.length === 0 && verified.entries === entries && perSecond >= most.checked;
  console.log(`AUD-8 ${at.name}: ${verified.entries} entries checked in ${seconds.toFixed(1)} s: ${Math.round(perSecond)} a second, ${verified.faults.length} faults${passes ? '' : ' – too slow'}`);
  return passes;
}

const results: boolean[] = [];
for (const open of [embedded, postgres]) {
  const at = await open();
  if (at === null) continue;
  await migrate(at.db, migrations);
  results.push(await compare(at), await check(at));
  await at.close();
}
process.exit(results.every(Boolean) ? 0 : 1);
