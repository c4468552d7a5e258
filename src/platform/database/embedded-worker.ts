/**
 * The embedded PostgreSQL, in a thread of its own: a long query must not keep the server from answering.
 * It speaks PostgreSQL's own protocol on a Unix socket, so that everything else meets one kind of database.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DurableFileSystem, durableStartParams } from './durable-file-system.ts';

export type WorkerInput = {
  /** Null keeps the database in memory, for tests. */
  readonly folder: string | null;
  readonly socket: string;
  /** A data directory as it is after creation, packed; makes the first start quick. */
  readonly template: string | null;
};
export type WorkerWord = { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly message: string };

const given = workerData as WorkerInput;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
const tell = (word: WorkerWord): void => parentPort?.postMessage(word);

const templateOf = async (path: string | null) => (path === null ? {} : { loadDataDir: new Blob([await readFile(path)]) });

/** INVARIANT: a database on disk that does not reach the disk on commit is not opened. */
async function proveDurable(db: PGlite, files: DurableFileSystem): Promise<void> {
  const before = files.syncs;
  // Written to the log and nowhere else: no table of ours is in the way of a backup.
  await db.exec(`select pg_logical_emit_message(true, 'durability', 'check'); drop table if exists durability_check;`);
  if (files.syncs === before) throw new Error('A commit did not reach the disk. The database is not opened, so that nothing can be lost.');
}

async function openOnDisk(folder: string): Promise<PGlite> {
  const files = new DurableFileSystem(folder);
  const db = await PGlite.create({ fs: files, startParams: durableStartParams(), ...(await templateOf(given.template)) });
  await proveDurable(db, files);
  return db;
}

async function serve(): Promise<void> {
  const db = given.folder === null ? await PGlite.create(await templateOf(given.template)) : await openOnDisk(given.folder);
  const server = new PGLiteSocketServer({ db, path: given.socket, maxConnections: 32 });
  await server.start();
  parentPort?.on('message', async () => {
    await server.stop();
    await db.close();
    process.exit(0);
  });
  tell({ kind: 'ready' });
}

// PGlite's own errors carry thousands of characters of minified source; only the message is of use.
try {
  await serve();
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? error.message.slice(0, 500) : String(error) });
}
