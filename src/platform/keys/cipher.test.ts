/** KEY-1: the vectors of Wycheproof, which others have tripped over; and tags and nonces of every wrong size. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { box, decrypt, encrypt, newKey, unbox } from './cipher.ts';

type Vector = { tcId: number; key: string; iv: string; aad: string; msg: string; ct: string; tag: string; result: 'valid' | 'invalid' };
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../tests/conformance/aes-gcm/wycheproof.json'), 'utf8')) as { vectors: Vector[] };
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const opened = ({ key, iv, ct, tag, aad }: Vector): Buffer | null => decrypt(hex(key), { nonce: hex(iv), text: hex(ct), tag: hex(tag) }, hex(aad));
/** Ours are 32 bytes of key and 12 of nonce; the rest is refused, however valid elsewhere. */
const isOurs = ({ key, iv }: Vector): boolean => key.length === 64 && iv.length === 24;
const ours = vectors.filter((vector) => isOurs(vector) && vector.result === 'valid');

describe('KEY-1', () => {
  it('opens every valid vector of our size to the right text, and seals to the very same bytes', () => {
    expect(ours).toHaveLength(39);
    for (const vector of ours) {
      expect([vector.tcId, opened(vector)?.toString('hex')]).toEqual([vector.tcId, vector.msg]);
      expect(encrypt(hex(vector.key), hex(vector.iv), hex(vector.msg), hex(vector.aad)).toString('hex')).toBe(vector.ct + vector.tag);
    }
  });

  it('accepts none of the others: changed tags, other sizes of key and nonce', () => {
    const others = vectors.filter((vector) => !ours.includes(vector));
    expect(others.length).toBeGreaterThan(90);
    expect(others.filter((vector) => opened(vector) !== null).map(({ tcId }) => tcId)).toEqual([]);
  });

  it('accepts no tag and no nonce that is shorter or longer, in any of its vectors', () => {
    for (const vector of ours)
      for (const length of [0, 1, 4, 8, 11, 12, 13, 15, 17, 20]) {
        const tag = Buffer.concat([hex(vector.tag), randomBytes(8)]).subarray(0, length).toString('hex');
        const iv = Buffer.concat([hex(vector.iv), randomBytes(8)]).subarray(0, length).toString('hex');
        expect(opened({ ...vector, tag })).toBeNull();
        if (length !== 12) expect(opened({ ...vector, iv })).toBeNull();
      }
  });

  it('a box opens with its key and what went with it, and with no bit changed', () => {
    const key = newKey();
    const boxed = box(key, Buffer.from('text'), 'here');
    expect(unbox(key, boxed, 'here')?.toString()).toBe('text');
    expect([unbox(newKey(), boxed, 'here'), unbox(key, boxed, 'there'), unbox(key, Buffer.alloc(27), 'here')]).toEqual([null, null, null]);
    for (let bit = 0; bit < boxed.length * 8; bit += 1) {
      const changed = Buffer.from(boxed);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(unbox(key, changed, 'here')).toBeNull();
    }
  });
});
