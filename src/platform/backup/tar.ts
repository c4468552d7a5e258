/**
 * The one kind of tar a backup is: plain files, nothing about who or when (POSIX ustar). Any tar program reads it.
 * Reading is strict to the byte: what we would not have written ourselves is damage.
 */
export type Member = { readonly name: string; readonly bytes: Buffer };

export class Damaged extends Error {}

const block = 512;
const largestMemberBytes = 256 * 1024 * 1024;
const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
const blanks = ' '.repeat(8);

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100);
  header.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12) + blanks + '0', 100);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)} `, 148);
  return header;
}

const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

/** @param name at most 100 bytes of ASCII. */
export const tarMember = (name: string, bytes: Buffer): Buffer => Buffer.concat([headerOf(name, bytes.byteLength), bytes, padding(bytes.byteLength)]);
export const tarEnd: Buffer = Buffer.alloc(2 * block);

/** Hands out exactly as many bytes as asked. */
class Cut {
  readonly #source: AsyncIterator<Uint8Array>;
  #parts: Uint8Array[] = [];
  #waiting = 0;
  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #fill(size: number): Promise<boolean> {
    while (this.#waiting < size) {
      const { value, done } = await this.#source.next();
      if (done) return false;
      this.#parts.push(value);
      this.#waiting += value.byteLength;
    }
    return true;
  }

  /** @throws Damaged when there are fewer left. */
  async take(size: number): Promise<Buffer> {
    if (!(await this.#fill(size))) throw new Damaged('The file ends too early.');
    const all = Buffer.concat(this.#parts);
    this.#parts = [all.subarray(size)];
    this.#waiting -= size;
    return all.subarray(0, size);
  }

  async isAtEnd(): Promise<boolean> {
    return !(await this.#fill(1));
  }
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** @throws Damaged when a byte of the header is not as we write it. */
function readHeader(header: Buffer): { readonly name: string; readonly size: number } {
  const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '');
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
  if (!(size >= 0 && size <= largestMemberBytes) || !headerOf(name, size).equals(header)) throw new Damaged(`The part that begins with "${name.slice(0, 40)}" has a damaged head.`);
  return { name, size };
}

/** @throws Damaged */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const cut = new Cut(source);
  for (;;) {
    const header = await cut.take(block);
    if (isBlank(header)) break;
    const { name, size } = readHeader(header);
    const bytes = await cut.take(size);
    if (!isBlank(await cut.take(padding(size).byteLength))) throw new Damaged(`${name} is followed by bytes that do not belong there.`);
    yield { name, bytes };
  }
  if (!isBlank(await cut.take(block)) || !(await cut.isAtEnd())) throw new Damaged('The end of the file is damaged.');
}
