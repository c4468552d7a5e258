/** A keyring in a file that only its owner may read. */
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HolderFault } from './key-holder.ts';
import { readKeyring, writeKeyring } from './keyring.ts';
import type { KeyringKeeper } from './keyring-holder.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Null when it is not there. @throws HolderFault when others may read it. */
export async function readPrivateFile(path: string): Promise<Buffer | null> {
  try {
    if (((await stat(path)).mode & 0o077) !== 0) throw new HolderFault(`Others than its owner may read ${path}. Close it to them: chmod 600 ${path}`);
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error instanceof HolderFault ? error : new HolderFault(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Whole or not at all, and on the disk before it counts: half a key file is a lost key. */
export async function writePrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const next = `${path}.next`;
  const file = await open(next, 'w', 0o600);
  await file.writeFile(content).then(() => file.sync()).finally(() => file.close());
  await chmod(next, 0o600);
  await rename(next, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

export const keyFile = (path: string): KeyringKeeper => ({
  kind: 'file',
  read: async () => {
    const content = await readPrivateFile(path);
    if (content === null) return null;
    const ring = readKeyring(content.toString());
    if (ring === null) throw new HolderFault(`${path} is no key file. Put back the copy you keep of it.`);
    return ring;
  },
  write: (ring) => writePrivateFile(path, writeKeyring(ring)),
});
