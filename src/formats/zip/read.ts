/**
 * Reads a zip from front to back, as `write.ts` writes it: what we would not have written is refused. So a name is
 * never a path to elsewhere, and what a file unpacks to is what its head said, and no more.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipFile } from './write.ts';

export class ZipDamaged extends Error {}

const largestFileBytes = 256 * 1024 * 1024;
const isName = (name: string): boolean => /^[a-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/i.test(name);

/** Hands out exactly as many bytes as asked. */
class Cut {
  readonly #source: AsyncIterator<Uint8Array>;
  #parts: Uint8Array[] = [];
  #waiting = 0;
  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** @throws ZipDamaged when there are fewer left. */
  async take(size: number): Promise<Buffer> {
    while (this.#waiting < size) {
      const { value, done } = await this.#source.next();
      if (done) throw new ZipDamaged('The file ends too early.');
      this.#parts.push(value);
      this.#waiting += value.byteLength;
    }
    const all = Buffer.concat(this.#parts);
    this.#parts = [all.subarray(size)];
    this.#waiting -= size;
    return all.subarray(0, size);
  }
}

function unpacked(name: string, packed: Buffer, size: number, sum: number): Buffer {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    if (bytes.byteLength === size && crc32(bytes) === sum) return bytes;
  } catch {
    // Told as the same damage.
  }
  throw new ZipDamaged(`${name} is damaged.`);
}

/** @throws ZipDamaged */
export async function* readZip(source: AsyncIterable<Uint8Array>): AsyncGenerator<ZipFile> {
  const cut = new Cut(source);
  const names = new Set<string>();
  for (let signature = (await cut.take(4)).readUInt32LE(); signature !== 0x0201_4b50; signature = (await cut.take(4)).readUInt32LE()) {
    if (signature !== 0x0403_4b50) throw new ZipDamaged('This is not a zip, or not one that was made here.');
    const fields = await cut.take(26);
    const [sum, packedSize, size, nameLength] = [fields.readUInt32LE(10), fields.readUInt32LE(14), fields.readUInt32LE(18), fields.readUInt16LE(22)];
    const name = (await cut.take(nameLength)).toString();
    if (!isName(name) || size > largestFileBytes || packedSize > largestFileBytes || fields.readUInt16LE(24) !== 0) throw new ZipDamaged('A file in it has a damaged head.');
    if (names.has(name)) throw new ZipDamaged(`${name} stands in it twice.`);
    names.add(name);
    yield { name, bytes: unpacked(name, await cut.take(packedSize), size, sum) };
  }
}
