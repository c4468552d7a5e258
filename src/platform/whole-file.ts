/** A file that is there under its name only when it is whole: written under another, forced to disk, then renamed. */
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** `keep` gives it its name, `discard` leaves nothing. */
export type WholeFile = { readonly stream: Writable; readonly keep: () => Promise<void>; readonly discard: () => Promise<void> };

export const partialMark = '.partial-';

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Readable by its owner only. */
export function wholeFile(name: string): WholeFile {
  const partial = `${name}${partialMark}${process.pid}`;
  const stream = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
  const keep = async (): Promise<void> => {
    stream.end();
    await finished(stream);
    await sync(partial);
    await rename(partial, name);
    // The name is in the folder, and the folder must reach the disk too.
    await sync(dirname(name));
  };
  const discard = async (): Promise<void> => {
    stream.destroy();
    await rm(partial, { force: true });
  };
  return { stream, keep, discard };
}
