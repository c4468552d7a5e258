/** Keys that a program can hold in memory: what a key file says, and what is done with it. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { box, newKey, unbox } from './cipher.ts';

const key = z.strictObject({ id: z.string().regex(/^kek-[0-9a-f]{16}$/), madeAt: z.iso.datetime(), key: z.base64() });
const keyring = z.strictObject({ regiekompas: z.literal('keys/1'), readMe: z.string(), keys: z.array(key).min(1), signing: z.base64() });
export type Keyring = z.output<typeof keyring>;

const readMe = 'These keys open what this Regiekompas keeps sealed. Without them it is lost; with them it is readable. Keep a copy in a safe place, apart from the backups of the database.';

const freshKey = (now: Date): Keyring['keys'][number] => ({ id: `kek-${randomBytes(8).toString('hex')}`, madeAt: now.toISOString(), key: newKey().toString('base64') });
const freshSigning = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

export const newKeyring = (now: Date): Keyring => ({ regiekompas: 'keys/1', readMe, keys: [freshKey(now)], signing: freshSigning() });
export const withNewKey = (ring: Keyring, now: Date): Keyring => ({ ...ring, keys: [...ring.keys, freshKey(now)] });
export const withoutKey = (ring: Keyring, id: string): Keyring => ({ ...ring, keys: ring.keys.filter((one) => one.id !== id) });

export const writeKeyring = (ring: Keyring): string => `${JSON.stringify(ring, null, 2)}\n`;
/** Null when the text is no keyring. */
export function readKeyring(text: string): Keyring | null {
  try {
    return keyring.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const bytesOf = (ring: Keyring, id: string): Buffer | null => {
  const found = ring.keys.find((one) => one.id === id);
  return found ? Buffer.from(found.key, 'base64') : null;
};

export function wrapWith(ring: Keyring, id: string, plain: Uint8Array, goesWith: string): Buffer | null {
  const bytes = bytesOf(ring, id);
  return bytes && box(bytes, plain, goesWith);
}

export function unwrapWith(ring: Keyring, id: string, wrapped: Uint8Array, goesWith: string): Buffer | null {
  const bytes = bytesOf(ring, id);
  return bytes && unbox(bytes, wrapped, goesWith);
}

const signingKey = (ring: Keyring) => createPrivateKey({ key: Buffer.from(ring.signing, 'base64'), format: 'der', type: 'pkcs8' });
export const signWith = (ring: Keyring, bytes: Uint8Array): Buffer => sign(null, bytes, signingKey(ring));
/** The last 32 bytes of the DER form are the key itself (RFC 8410 §4). */
export const publicKeyOf = (ring: Keyring): Buffer => createPublicKey(signingKey(ring)).export({ format: 'der', type: 'spki' }).subarray(-32);
