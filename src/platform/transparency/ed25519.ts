/** Ed25519 (RFC 8032) with raw 32-byte public keys, as the transparency formats carry them. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

export const publicKeyBytes = 32;
export const signatureBytes = 64;
/** What stands before the raw key in a SubjectPublicKeyInfo (RFC 8410 §4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export const rawPublicKey = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);

export function isEd25519Signature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.byteLength !== publicKeyBytes || signature.byteLength !== signatureBytes) return false;
  return verify(null, message, createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' }), signature);
}
