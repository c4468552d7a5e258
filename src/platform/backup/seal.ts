/**
 * A backup closed to the organisation's age recipients (age-encryption.org/v1), and opened with an identity.
 * `age -d -i FILE` opens it just as well: nobody needs us for it.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { Damaged } from './tar.ts';

const agePrefix = 'age-encryption.org/';

const toWeb = (source: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> => Readable.toWeb(Readable.from(source, { objectMode: false })) as unknown as globalThis.ReadableStream<Uint8Array>;
const fromWeb = (stream: unknown): AsyncIterable<Uint8Array> => Readable.fromWeb(stream as ReadableStream<Uint8Array>);

/** @param recipients `age1…`; with none the backup stays readable by whoever has it. */
export async function sealed(source: AsyncIterable<Uint8Array>, recipients: readonly string[]): Promise<AsyncIterable<Uint8Array>> {
  if (recipients.length === 0) return source;
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return fromWeb(await encrypter.encrypt(toWeb(source)));
}

/** The lines of an age identity file that are keys; the rest is remarks. */
const keysIn = (identity: string): string[] => identity.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-'));

export class NeedsKey extends Error {}
/** Or the line of the head that holds the key for it was changed: nobody without the right key can tell. */
export class WrongKey extends Error {}

/** Looks at the beginning without losing it. */
async function peeked(source: AsyncIterable<Uint8Array>): Promise<{ readonly isSealed: boolean; readonly whole: AsyncIterable<Uint8Array> }> {
  const rest = source[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    start = Buffer.concat([start, next.value]);
    if (start.byteLength >= agePrefix.length) break;
  }
  const whole = (async function* (): AsyncGenerator<Uint8Array> {
    yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  })();
  return { isSealed: start.toString('latin1', 0, agePrefix.length) === agePrefix, whole };
}

async function* damagedInstead(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch {
    throw new Damaged('The seal on the file is broken: it was changed, or is not whole.');
  }
}

async function unlocked(whole: AsyncIterable<Uint8Array>, keys: readonly string[]): Promise<unknown> {
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  return decrypter.decrypt(toWeb(whole)).catch((error: unknown) => {
    throw /no identity matched/i.test(String(error)) ? new WrongKey() : new Damaged('The head of the file is damaged.');
  });
}

/** @param identity the text of an age identity file. @throws NeedsKey, WrongKey, Damaged */
export async function opened(source: AsyncIterable<Uint8Array>, identity: string | null): Promise<AsyncIterable<Uint8Array>> {
  const { isSealed, whole } = await peeked(source);
  if (!isSealed) return whole;
  const keys = keysIn(identity ?? '');
  if (keys.length === 0) throw new NeedsKey();
  return damagedInstead(fromWeb(await unlocked(whole, keys)));
}
