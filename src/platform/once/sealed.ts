/** An answer sealed under the idempotency key that asked for it: who has the table alone cannot read it. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const tag = { authTagLength: 16 };
const nonceBytes = 12;

const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'regiekompas answered once', 32));

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Tells whether the same was asked, without keeping what was asked: there may be a password in it. */
export const fingerprintOf = (secret: string, asked: unknown): Buffer => createHmac('sha256', keyOf(secret)).update(JSON.stringify(asked)).digest();

export function seal(secret: string, answer: unknown): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce, tag);
  const body = Buffer.concat([cipher.update(JSON.stringify(answer ?? null)), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** @throws when it was sealed under another key, or was touched since. */
export function unseal(secret: string, sealed: Uint8Array): unknown {
  const decipher = createDecipheriv(algorithm, keyOf(secret), sealed.subarray(0, nonceBytes), tag);
  decipher.setAuthTag(sealed.subarray(-tag.authTagLength));
  const body = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tag.authTagLength)), decipher.final()]);
  return JSON.parse(body.toString('utf8')) as unknown;
}
