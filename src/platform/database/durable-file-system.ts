/**
 * The embedded database's files, with a sync that reaches the disk. PGlite starts with `-F` (fsync off), and
 * even without it its file system has no `fsync`: a power cut then loses what was acknowledged. Here every
 * sync PostgreSQL asks for is passed on to the operating system, and counted, so that the start can prove it.
 */
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Stream = { readonly nfd?: number; readonly path?: string };
type Inside = { readonly FS: { readonly filesystems?: { readonly NODEFS?: { stream_ops?: { fsync?: (stream: Stream) => number } } } } };

/** `startParams` of PGlite with durability on. `wal_sync_method` must be fsync: the others are stubs in wasm. */
export const durableStartParams = (): string[] => [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=32MB', 'max_wal_size=64MB'].flatMap((setting) => ['-c', setting]),
];

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export class DurableFileSystem extends NodeFS {
  /** How often PostgreSQL had something written to disk since the start. */
  syncs = 0;

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [...((emscriptenOpts.preRun ?? []) as ((inside: unknown) => void)[]), (inside: unknown) => this.#passSyncsOn(inside as Inside)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun: preRun as NonNullable<typeof emscriptenOpts.preRun> } };
  }

  #passSyncsOn(inside: Inside): void {
    const operations = inside.FS.filesystems?.NODEFS?.stream_ops;
    if (!operations) throw new Error('The embedded database has moved its file operations: its writes cannot be made durable.');
    operations.fsync = (stream) => {
      const path = this.#onDisk(stream.path ?? '');
      if (typeof stream.nfd === 'number') fdatasyncSync(stream.nfd);
      else syncFolder(path);
      this.reached(path);
      return 0;
    };
  }

  /** What is at this path now survives the loss of power. */
  protected reached(_path: string): void {
    this.syncs += 1;
  }

  /** Folders have no descriptor inside; they are found by their place under the mounted root. */
  #onDisk(path: string): string {
    const [, inside = ''] = /^\/pglite\/data(\/.*)?$/.exec(path) ?? [];
    return join(this.rootDir, ...inside.split('/').filter((part) => part !== '..')).replace(new RegExp(`${sep}$`), '');
  }
}
