/**
 * Pages over ten thousand systems on the embedded database: queries, bytes as sent, and time. The same pages over a
 * hundred systems must cost as many queries; a page with its style and script must stay under 60 kB compressed.
 * The plain baseline is the same table out of memory as one static page, served by the same process. Needs `npm run build`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { createLandscape, writeChange } from '../src/capabilities/landscape/store.ts';
import { differenceBetween } from '../src/core/landscape/difference.ts';
import type { Landscape } from '../src/core/landscape/document.ts';
import { readLibrary } from '../src/entry/knowledge.ts';
import { operations } from '../src/entry/operations.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { type Browser, firstPerson, settingOn } from '../tests/faces/visitor.ts';
import { landscapeOf, large, type Size } from './landscape-generator.ts';

const limitBytes = 60_000;
const rounds = 5;
const root = join(import.meta.dirname, '..');
const pages = ['/', '/systems', '/systems?q=1&sort=name&page=3', '/systems/system-7', '/providers', '/services', '/datasets', '/contracts', '/simulation?without=provider:provider-3', '/policy'];

type Measured = { readonly path: string; readonly status: number; readonly queries: number; readonly bytes: number; readonly firstMs: number; readonly warmMs: number };

async function store(landscape: Landscape, folder: string) {
  const opened = await openDatabase({ url: null, folder, template: join(root, 'dist/empty-database.tar') });
  await migrate(opened.database, readMigrations(join(root, 'src')));
  const setting = settingOn({ db: opened.database }, operations, readLibrary());
  const first = await firstPerson(setting);
  const { rows } = await sql<{ id: string }>`select id from organisation`.execute(opened.database);
  const organisationId = rows[0]?.id ?? '';
  const empty: Landscape = { ...landscape, providers: [], datasets: [], systems: [], services: [], contracts: [], evidence: [] };
  await createLandscape(opened.database, organisationId, landscape.organisation);
  const change = { revision: 1, at: new Date('2026-11-23T10:00:00Z'), personId: null, cause: 'import', difference: differenceBetween(empty, landscape), undoes: null } as const;
  await writeChange(opened.database, organisationId, change, landscape);
  return { first, opened };
}

async function visit(browser: Browser, path: string): Promise<Measured> {
  const once = async () => {
    const start = performance.now();
    const response = await browser.get(path, { 'accept-encoding': 'gzip' });
    const body = await response.arrayBuffer();
    return { ms: performance.now() - start, response, bytes: body.byteLength };
  };
  const first = await once();
  const warm = [];
  for (let round = 0; round < rounds; round += 1) warm.push(await once());
  const queries = Number(/db;desc="(\d+)"/.exec(warm[0]?.response.headers.get('server-timing') ?? '')?.[1] ?? Number.NaN);
  return { path, status: first.response.status, queries, bytes: first.bytes, firstMs: first.ms, warmMs: Math.min(...warm.map(({ ms }) => ms)) };
}

async function measure(size: Size): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'regiekompas-bench-'));
  const { first, opened } = await store(landscapeOf(size), folder);
  const measured = [];
  for (const path of pages) {
    measured.push(await visit(first, path));
    console.error(`  ${size.systems} systems: ${path}`);
  }
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
  return measured;
}

const assets = readdirSync(join(root, 'dist/assets')).filter((name) => /^ui-.*\.(css|js)$/.test(name));
const assetBytes = assets.reduce((sum, name) => sum + gzipSync(readFileSync(join(root, 'dist/assets', name))).length, 0);
const baselineMs = (): number => {
  const start = performance.now();
  gzipSync(Array.from({ length: 50 }, (_, at) => `<tr><td>system-${at}</td><td>allowed</td><td>normal</td></tr>`).join(''));
  return performance.now() - start;
};

const small = await measure({ seed: 42, systems: 100, providers: 30, needs: 300 });
const big = await measure(large);
baselineMs();
const plain = baselineMs();
console.log(`Seed ${large.seed}: ${large.systems} systems, ${large.providers} providers, ${large.needs} needs. Style and script together: ${(assetBytes / 1000).toFixed(1)} kB compressed (fonts apart, once: 2 × 17 kB).`);
console.log('page                                          queries (at 100)   page kB   first ms   warm ms   × a plain page');
let failed = false;
for (const [at, one] of big.entries()) {
  const before = small[at] as Measured;
  const tooMany = one.queries !== before.queries;
  const tooBig = one.bytes + assetBytes > limitBytes;
  failed ||= tooMany || tooBig || one.status !== 200;
  console.log(`${one.path.padEnd(46)}${String(one.queries).padStart(7)} (${before.queries})${(one.bytes / 1000).toFixed(1).padStart(15)}${one.firstMs.toFixed(0).padStart(11)}${one.warmMs.toFixed(1).padStart(10)}${(one.warmMs / plain).toFixed(0).padStart(14)}${one.status === 200 ? '' : `  status ${one.status}`}${tooMany ? '  QUERIES GROW' : ''}${tooBig ? '  TOO LARGE' : ''}`);
}
process.exit(failed ? 1 : 0);
