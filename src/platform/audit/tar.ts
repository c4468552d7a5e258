/** Files in one file, as every system unpacks it (POSIX ustar). */
import type { ExportedFile } from './export-log.ts';

const blockBytes = 512;
const octal = (number: number, width: number): string => `${number.toString(8).padStart(width - 1, '0')}\0`;

/** A path of more than 100 bytes is cut at a slash (POSIX pax §"ustar interchange format"). */
function splitPath(path: string): readonly [name: string, prefix: string] {
  if (path.length <= 100) return [path, ''];
  const at = path.lastIndexOf('/', 154);
  return [path.slice(at + 1), path.slice(0, at)];
}

function headerOf(path: string, size: number): Buffer {
  const [name, prefix] = splitPath(path);
  const header = Buffer.alloc(blockBytes);
  const write = (text: string, at: number): unknown => header.write(text, at, 'latin1');
  write(name, 0);
  write(octal(0o644, 8), 100);
  write(octal(0, 8), 108);
  write(octal(0, 8), 116);
  write(octal(size, 12), 124);
  write(octal(0, 12), 136);
  write('        0', 148);
  write('ustar\x0000', 257);
  write(prefix, 345);
  write(octal(header.reduce((sum, byte) => sum + byte, 0), 7), 148);
  return header;
}

export const tarFile = (path: string, bytes: Uint8Array): Buffer => Buffer.concat([headerOf(path, bytes.byteLength), bytes, Buffer.alloc((blockBytes - (bytes.byteLength % blockBytes)) % blockBytes)]);
export const tarEnd = Buffer.alloc(2 * blockBytes);

export const tarOf = (files: readonly ExportedFile[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([...files.map(({ path, bytes }) => tarFile(path, bytes)), tarEnd]));
