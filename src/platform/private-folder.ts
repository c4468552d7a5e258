/** Folders that nobody else on the machine can enter. */
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Made when missing; 0700 either way. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}

/** The kernel's limit on the path of a Unix socket, without the zero at its end. */
const longestSocketPath = 107;

/** A folder for a socket of this name: inside `folder`, or a new one elsewhere when that path would be too long. */
export const socketFolder = (folder: string, name: string): string =>
  Buffer.byteLength(join(folder, 'socket', name)) <= longestSocketPath ? privateFolder(join(folder, 'socket')) : mkdtempSync(join(tmpdir(), 'regiekompas-'));
