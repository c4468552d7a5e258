/**
 * AES-256-GCM, and nothing else: a 32-byte key, a random 12-byte nonce, a whole 16-byte tag.
 *
 * INVARIANT: no plaintext leaves before its tag is checked. Node by itself takes a tag of four bytes and hands
 * plaintext out before the check.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const name = 'aes-256-gcm';

export const newKey = (): Buffer => randomBytes(keyBytes);

type Parts = { readonly nonce: Uint8Array; readonly text: Uint8Array; readonly tag: Uint8Array };

/** Null when anything is not as it was: key, nonce, text, tag or what goes with it. */
export function decrypt(key: Uint8Array, { nonce, text, tag }: Parts, goesWith: Uint8Array): Buffer | null {
  if (key.length !== keyBytes || nonce.length !== nonceBytes || tag.length !== tagBytes) return null;
  const decipher = createDecipheriv(name, key, nonce, { authTagLength: tagBytes }).setAAD(goesWith).setAuthTag(tag);
  const plain = decipher.update(text);
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

export function encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, goesWith: Uint8Array): Buffer {
  const cipher = createCipheriv(name, key, nonce, { authTagLength: tagBytes }).setAAD(goesWith);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @returns nonce, text and tag, one behind the other. */
export function box(key: Uint8Array, plain: Uint8Array, goesWith: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([nonce, encrypt(key, nonce, plain, Buffer.from(goesWith))]);
}

export function unbox(key: Uint8Array, boxed: Uint8Array, goesWith: string): Buffer | null {
  if (boxed.length < nonceBytes + tagBytes) return null;
  const parts = { nonce: boxed.subarray(0, nonceBytes), text: boxed.subarray(nonceBytes, -tagBytes), tag: boxed.subarray(-tagBytes) };
  return decrypt(key, parts, Buffer.from(goesWith));
}
