/** Files as an administrator's command reads and writes them: with the rights of who typed it, whole or not at all. */
import { constants, createReadStream, existsSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Unusable } from '../faces/cli/run-administrator-command.ts';
import { type WholeFile, wholeFile } from '../platform/whole-file.ts';

export async function openSource(name: string | null): Promise<Readable> {
  if (name === null) return Readable.from([]);
  if (name === '-') return process.stdin;
  await access(name, constants.R_OK).catch(() => Promise.reject(new Unusable(`${name} cannot be read. Check that the file is there and that you may read it.`)));
  return createReadStream(name);
}

export const readText = (name: string): Promise<string> => readFile(name, 'utf8').catch(() => Promise.reject(new Unusable(`${name} cannot be read. Check that the file is there and that you may read it.`)));

/** Standard output stays open for what else is printed. */
const standardOutput = (): WholeFile => {
  const stream = new Writable({ write: (bytes, _, then) => void process.stdout.write(bytes as Uint8Array, then) });
  return { stream, keep: async () => undefined, discard: async () => undefined };
};

export async function openTarget(name: string | null): Promise<WholeFile> {
  if (name === null || name === '-') return standardOutput();
  if (existsSync(name)) throw new Unusable(`${name} exists already. Choose another name, so that nothing is overwritten.`);
  await access(dirname(name), constants.W_OK).catch(() => Promise.reject(new Unusable(`${name} cannot be written: its folder is not there, or you may not write in it.`)));
  return wholeFile(name);
}
