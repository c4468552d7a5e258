/**
 * A zip that is written from front to back: each file whole in memory, and forgotten when it is out. Nothing of when
 * or by whom, so that equal content is an equal zip.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

/** 1 January 1980, the first day a zip knows. */
const noDay = 0x0021;
const utf8Names = 0x0800;
const deflated = 8;
const version = 20;
const largest = 0xffff_ffff;

export class ZipTooLarge extends Error {}

type Entry = { readonly name: Buffer; readonly fields: Buffer; readonly offset: number };

function fieldsOf(name: Buffer, bytes: Uint8Array, packed: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(noDay, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.byteLength, 14);
  fields.writeUInt32LE(bytes.byteLength, 18);
  fields.writeUInt16LE(name.byteLength, 22);
  return fields;
}

function directoryEntry({ name, fields, offset }: Entry): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(version, 4);
  fields.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const localSignature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** @throws ZipTooLarge beyond 4 GB packed or 65,535 files, which the plain form cannot say. */
export async function* writeZip(files: AsyncIterable<ZipFile>): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes);
    const entry = { name: Buffer.from(name), fields: fieldsOf(Buffer.from(name), bytes, packed), offset };
    entries.push(entry);
    offset += 30 + entry.name.byteLength + packed.byteLength;
    if (offset > largest || entries.length > 0xffff) throw new ZipTooLarge('More than 4 GB, or more than 65,535 files.');
    yield Buffer.concat([localSignature, entry.fields, entry.name, packed]);
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOf(entries.length, directory.byteLength, offset);
}
