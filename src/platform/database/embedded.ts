/** Starts the embedded database of one data directory and says where it listens. */
import { constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { privateFolder, socketFolder } from '../private-folder.ts';
import type { WorkerInput, WorkerWord } from './embedded-worker.ts';
import { type Lock, lockFolder } from './folder-lock.ts';

/** `socketFolder` is what PostgreSQL clients call the host. */
export type Embedded = { readonly socketFolder: string; readonly stop: () => Promise<void> };

const socketName = '.s.PGSQL.5432';
/** PGlite 0.5.14 is PostgreSQL 18; a directory of another major version needs a dump and a reload. */
const postgresMajor = '18';

const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './embedded-worker.ts' : './embedded-worker.js', import.meta.url);

function checkVersion(folder: string): void {
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== postgresMajor) throw new Error(`The database in ${folder} was written by PostgreSQL ${found}; this Regiekompas reads ${postgresMajor}. Export it with the version that wrote it, and import it here.`);
}

const started = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('message', (word: WorkerWord) => (word.kind === 'ready' ? resolve() : reject(new Error(word.message))));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The embedded database ended with ${code}.`)));
  });

async function startWorker(input: WorkerInput, lock: Lock | null): Promise<Embedded> {
  const folder = resolve(input.socket, '..');
  rmSync(input.socket, { force: true });
  const worker = new Worker(workerFile(), { workerData: input });
  await started(worker);
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
    worker.postMessage('stop');
    await ended;
    lock?.release();
  };
  return { socketFolder: folder, stop };
}

/**
 * @param folder the data directory; created (0700) when missing.
 * @param template packed data directory for the first start, or null.
 * @throws FolderInUse when another process has it.
 */
export async function startEmbedded(folder: string, template: string | null): Promise<Embedded> {
  const lock = lockFolder(privateFolder(resolve(folder)));
  try {
    removeOldCopies(resolve(folder));
    const database = privateFolder(join(resolve(folder), 'database'));
    checkVersion(database);
    const fresh = !existsSync(join(database, 'PG_VERSION'));
    return await startWorker({ folder: database, socket: join(socketFolder(resolve(folder), socketName), socketName), template: fresh ? template : null }, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A database in memory, for tests. */
export async function startInMemory(template: string | null): Promise<Embedded> {
  const folder = mkdtempSync(join(tmpdir(), 'regiekompas-'));
  const embedded = await startWorker({ folder: null, socket: join(folder, socketName), template }, null);
  return { ...embedded, stop: async () => (await embedded.stop(), rmSync(folder, { recursive: true, force: true })) };
}

const copyPrefix = 'snapshot-';

/** INVARIANT: called while nobody writes. Where the file system shares blocks between copies, this takes no time. */
export async function copyDatabase(folder: string): Promise<string> {
  const copy = mkdtempSync(join(folder, copyPrefix));
  await cp(join(folder, 'database'), join(copy, 'database'), { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

export const removeCopy = (copy: string): void => rmSync(copy, { recursive: true, force: true });

/** Left by a process that was killed while it read from one. */
function removeOldCopies(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(copyPrefix)) removeCopy(join(folder, name));
}

export function startCopy(copy: string): Promise<Embedded> {
  return startWorker({ folder: join(copy, 'database'), socket: join(socketFolder(copy, socketName), socketName), template: null }, null);
}
