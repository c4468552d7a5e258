/** The built server and its keys: what stays on the disk of what people said, and a start without the key. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { conversationOf } from '../../src/capabilities/conversation/questionnaire.ts';
import { answerRoles } from '../../src/capabilities/conversation/roles.ts';
import { loadLibrary } from '../../src/entry/knowledge.ts';
import { type RunningServer, startServerOn } from '../journeys/running-server.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'regie-keys-'));
const outside = mkdtempSync(join(tmpdir(), 'regie-outside-'));
let server: RunningServer | undefined;
afterAll(async () => {
  await server?.stop();
  for (const path of [folder, outside]) rmSync(path, { recursive: true, force: true });
});

const canaries = Array.from({ length: 40 }, (_, n) => `Kanarie-${(n * 7919 + 104_729).toString(36)}-geheim`);
const plain = 'Kanarie-in-de-klaarte';
let cookie = '';
const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server?.address}${path}`, { redirect: 'manual', ...init, headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...init.headers } });

/** Every file below, as it lies on the disk; what is packed unpacked as well. */
const bytesIn = (at: string): Buffer[] =>
  readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => readFileSync(join(parentPath, name)));

async function signUp(): Promise<void> {
  const form = new URLSearchParams({ code: server?.setupCode ?? '', organisation: plain, name: 'Ada', email: 'ada@example.nl', password: 'a sentence that is long enough' });
  const answer = await ask('/set-up', { method: 'POST', body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}

async function say(): Promise<void> {
  const { layers } = conversationOf({ knowledge: loadLibrary(), locale: 'nl' })?.questionnaire ?? { layers: [] };
  for (const [n, note] of canaries.entries()) {
    const layer = layers[n % 8];
    const body = JSON.stringify({ answers: { [layer?.questions[0]?.id ?? '']: { answer: 'yes', note } } });
    expect((await ask(`/v1/conversation/answers/${answerRoles[Math.floor(n / 8)]}/${layer?.layer}`, { method: 'PUT', body })).status).toBe(200);
  }
}

it('KEY-2: forty things that were said stand in no file of the database, its write-ahead log, a readable backup or the console', async () => {
  server = await startServerOn(folder);
  await signUp();
  await say();
  const backup = join(outside, 'backup.tar');
  execFileSync(process.execPath, ['dist/cli.js', 'backup', '--recipient', 'none', backup], { cwd: root, env: { ...process.env, REGIE_DATA_DIR: folder, DATABASE_URL: '' } });
  execFileSync('tar', ['-C', outside, '-xf', backup]);
  const said = server.said();
  await server.stop();
  const packed = readdirSync(join(outside, 'tables'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz')).map((name) => gunzipSync(readFileSync(join(outside, 'tables', name))));
  const onDisk = bytesIn(folder);
  const everything = [...onDisk, ...packed, Buffer.from(said)];
  // Or nothing was looked at.
  for (const searched of [onDisk, packed]) expect(searched.some((bytes) => bytes.includes(plain))).toBe(true);
  expect(readdirSync(join(folder, 'database', 'pg_wal')).length).toBeGreaterThan(0);
  expect(canaries.filter((canary) => everything.some((bytes) => bytes.includes(canary)))).toEqual([]);
}, 240_000);

it('KEY-4: without its key the server starts and lives, says that it is sealed, shows nothing and changes nothing, and opens when the key is there', async () => {
  const [key, elsewhere] = [join(folder, 'keys.json'), join(outside, 'keys.json')];
  renameSync(key, elsewhere);
  server = await startServerOn(folder);
  expect(server.said()).toContain('Sealed:');
  expect((await ask('/healthz')).status).toBe(200);
  const ready = await ask('/readyz');
  expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('"missing":["keys"]')]);
  for (const path of ['/', '/systems', '/v1/systems', '/v1/conversation/answers']) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 503]);
    const text = await answer.text();
    expect(text).not.toContain(plain);
    expect(text).toMatch(/de sleutel is er niet|the key to it is not here/);
  }
  expect((await ask('/v1/providers/nieuw', { method: 'PUT', body: '{"name":"Nieuw","country":"NL"}' })).status).toBe(503);
  renameSync(elsewhere, key);
  await expect.poll(async () => (await ask('/readyz')).status, { timeout: 30_000, interval: 500 }).toBe(200);
  const answers = await (await ask('/v1/conversation/answers')).text();
  expect(canaries.filter((canary) => !answers.includes(canary))).toEqual([]);
}, 240_000);
