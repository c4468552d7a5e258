/**
 * What was signed last of each log, kept beside the key and outside the database: a database that was put back to an
 * earlier day, or that was written anew, is noticed before anything of it is signed.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export type Head = { readonly size: number; readonly root: Buffer };
export type SignedHeads = { readonly last: (origin: string) => Head | null; readonly keep: (origin: string, head: Head) => void };

const stored = z.record(z.string(), z.strictObject({ size: z.int().nonnegative(), root: z.base64() }));
type Stored = z.output<typeof stored>;

/** On the disk before it takes the place of the one before. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const next = openSync(`${path}.next`, 'w', 0o600);
  writeSync(next, text);
  fsyncSync(next);
  closeSync(next);
  renameSync(`${path}.next`, path);
}

const headsOver = (heads: Stored, save: (heads: Stored) => void): SignedHeads => ({
  last: (origin) => {
    const head = heads[origin];
    return head === undefined ? null : { size: head.size, root: Buffer.from(head.root, 'base64') };
  },
  keep: (origin, { size, root }) => {
    heads[origin] = { size, root: root.toString('base64') };
    save(heads);
  },
});

export const headsIn = (path: string): SignedHeads => headsOver(existsSync(path) ? stored.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}, (heads) => writeWhole(path, JSON.stringify(heads)));

/** Remembered while the process runs. */
export const headsInMemory = (): SignedHeads => headsOver({}, () => undefined);
