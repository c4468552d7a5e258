/** A backup that came as a stream, put aside to be read twice: once to check all of it, then to restore it. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type Aside = { readonly read: () => AsyncIterable<Uint8Array>; readonly remove: () => Promise<void> };

const pieceBytes = 256 * 1024;

/** Not a stream: one that is left half-way keeps the file open. */
async function* readFrom(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(pieceBytes), position });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/** Without a name from the start: whatever ends the process, nothing of it stays on the disk. */
export async function putAside(source: AsyncIterable<Uint8Array>, folder: string): Promise<Aside> {
  const path = join(folder, `restore-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    for await (const piece of source) await handle.appendFile(piece);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return { read: () => readFrom(handle), remove: () => handle.close() };
}
