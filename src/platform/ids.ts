/** Ids that sort by the moment they were made (uuid v7, RFC 9562 §5.7). */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Ids } from './context.ts';

/** Stands for "no organisation" in a key that cannot be empty (RFC 9562 §5.9). */
export const noOrganisation = '00000000-0000-0000-0000-000000000000';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export function uuid7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(milliseconds) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(bytes);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

const sequenceSize = 0x1000;

/**
 * INVARIANT: each id sorts after the one before it, also within a millisecond and when the clock is set back:
 * the twelve bits behind the time count (RFC 9562 §6.2, method 1), and run over into the next millisecond.
 */
export function randomIds(clock: Clock): Ids {
  let last = 0;
  return {
    next: () => {
      last = Math.max(last + 1, clock.now().getTime() * sequenceSize);
      const random = randomBytes(10);
      random.writeUInt16BE(last % sequenceSize);
      return uuid7(Math.floor(last / sequenceSize), random);
    },
  };
}

/** Predictable ids, for tests. */
export const countingIds = (): Ids => {
  let last = 0;
  return { next: () => uuid7((last += 1), new Uint8Array(10)) };
};
