/** What the embedded database must stand: being killed, and somebody else wanting the same folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { connectEmbedded, openDatabase } from '../../src/platform/database/open-database.ts';
import { emptyDatabase } from '../../src/platform/database/testing/fresh-database.ts';

const template = await emptyDatabase();
const folder = mkdtempSync(join(tmpdir(), 'regie-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns the ids that were said to be written when the process was killed. */
function writeUntilKilled(rows: number): Promise<number[]> {
  const said: number[] = [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, template], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text) => (errors += text));
    child.stdout.on('data', (text: Buffer) => {
      said.push(...text.toString().trim().split('\n').map(Number));
      if (said.length >= rows) child.kill('SIGKILL');
    });
    child.on('exit', (_, signal) => (signal === 'SIGKILL' ? resolve(said) : reject(new Error(errors))));
  });
}

it('what was said to be written survives kill -9, whole, round after round', async () => {
  for (const rows of [1, 25, 60]) {
    const said = await writeUntilKilled(rows);
    const embedded = await startEmbedded(folder, template);
    const db = connectEmbedded(embedded.socketFolder);
    const { rows: found } = await sql<{ id: number; twice: string }>`select id, twice from written`.execute(db);
    const ids = new Set(found.map(({ id }) => id));
    expect(said.filter((id) => !ids.has(id))).toEqual([]);
    // Two rows a transaction: one without the other would be half a change.
    expect(found.filter(({ twice }) => twice === 'first').length).toBe(found.filter(({ twice }) => twice === 'second').length);
    await db.destroy();
    await embedded.stop();
  }
}, 120_000);

const open = () => openDatabase({ url: null, folder, template });

it('a second one is told so in plain words, and the first goes on', async () => {
  const first = await open();
  await expect(open()).rejects.toThrow(/Another Regiekompas already uses .* Stop it first/);
  expect((await sql`select 1 as one`.execute(first.database)).rows).toEqual([{ one: 1 }]);
  await first.close();
  const next = await open();
  await next.close();
}, 60_000);

const lockModule = join(import.meta.dirname, '../../src/platform/database/folder-lock.ts');
/** Says `got` or the word of refusal, and holds the lock until it is ended. */
const holder = `const { lockFolder } = await import(${JSON.stringify(lockModule)}); try { lockFolder(process.argv[1]); console.log('got'); setInterval(() => {}, 1000); } catch (error) { console.log(error.constructor.name); }`;

type Contender = { readonly word: string; readonly child: ChildProcess };
function contend(before: readonly string[] = []): Promise<Contender> {
  const [command = '', ...args] = [...before, process.execPath, '--input-type=module', '-e', holder, folder];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve({ word: text.toString().trim(), child }));
    child.once('error', reject);
  });
}
const ended = ({ child }: Contender): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

it('of many that start at the same moment one gets the folder, and kill -9 leaves nothing stale', async () => {
  for (const round of [1, 2]) {
    const contenders = await Promise.all(Array.from({ length: 4 }, () => contend()));
    expect(contenders.map(({ word }) => word).toSorted(), `round ${round}`).toEqual([...Array.from({ length: 3 }, () => 'FolderInUse'), 'got']);
    await Promise.all(contenders.map(ended));
  }
}, 60_000);

const mayUnshare = process.getuid?.() === 0 && existsSync('/usr/bin/unshare');
it.skipIf(!mayUnshare)('containers that share the folder keep each other out, whatever they cannot see of each other', async () => {
  const container = ['unshare', '--net', '--pid', '--mount', '--uts', '--ipc', '--fork', '--kill-child'];
  const first = await contend(container);
  const others = await Promise.all([contend(container), contend()]);
  expect([first, ...others].map(({ word }) => word)).toEqual(['got', 'FolderInUse', 'FolderInUse']);
  await Promise.all([first, ...others].map(ended));
  const after = await contend();
  expect(after.word).toBe('got');
  await ended(after);
}, 60_000);

it('nobody else on the machine can reach the data', () => {
  for (const path of [folder, join(folder, 'database'), join(folder, 'socket')]) expect(statSync(path).mode & 0o077).toBe(0);
});
