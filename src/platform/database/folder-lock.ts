/**
 * One process per data folder: PGlite takes no lock, and two writers destroy its files. The lock is the kernel's
 * own, on a file, taken through the SQLite that comes with Node (docs/decisions/0130). It is atomic, ends with
 * its process however that ends, and holds between containers that share the folder. There is nothing to judge
 * stale, and so nothing to steal.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Lock = { readonly release: () => void };

export class FolderInUse extends Error {}
export class FolderNotLockable extends Error {}

/** INVARIANT: our own process opens it nowhere else; closing any handle on it would give up the kernel's lock. */
const lockFile = (folder: string): string => join(folder, 'process.lock');
/** Who holds it, for people to read. It decides nothing. */
const noteFile = (folder: string): string => join(folder, 'process.json');

function leaveNote(folder: string): void {
  const note = { pid: process.pid, host: hostname(), since: new Date(Date.now() - process.uptime() * 1000).toISOString() };
  writeFileSync(noteFile(folder), JSON.stringify(note), { mode: 0o600 });
}

function holderOf(folder: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(noteFile(folder), 'utf8')) as Record<string, unknown>;
    return ` (process ${String(pid)} on ${String(host)}, since ${String(since)})`;
  } catch {
    return '';
  }
}

const inUse = (folder: string): FolderInUse =>
  new FolderInUse(`Another Regiekompas already uses ${folder}${holderOf(folder)}. Stop it first, or give this one another folder with REGIE_DATA_DIR.`);

const sqliteBusy = 5;
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === sqliteBusy;

/** Kept from the garbage collector, which would close the file and so end the lock. */
const held = new Set<DatabaseSync>();

/** @throws FolderInUse with the word for whoever starts a second one; FolderNotLockable where the file system knows no locks. */
export function lockFolder(folder: string): Lock {
  const file = new DatabaseSync(lockFile(folder));
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (isBusy(error)) throw inUse(folder);
    throw new FolderNotLockable(`${folder} is on a file system without locks (${(error as Error).message}), so that a second process could destroy the data. Choose a folder on a local disk with REGIE_DATA_DIR.`);
  }
  held.add(file);
  leaveNote(folder);
  const release = (): void => {
    if (held.delete(file)) file.close();
  };
  return { release };
}
