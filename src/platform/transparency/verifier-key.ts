/** The public key of who signs, with their name: `<name>+<key id>+<base64 of type and key>` (C2SP signed-note). */
import { hash } from 'node:crypto';
import { fromBase64 } from './base64.ts';
import { publicKeyBytes } from './ed25519.ts';

/** What a signature says: that of a log on its own checkpoint, or a witness's, with its time. */
export const signatureTypes = { log: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof signatureTypes;
export type VerifierKey = { readonly name: string; readonly type: SignatureType; readonly publicKey: Buffer };

const idBytes = 4;
const isName = (name: string): boolean => /^[^\s+\p{Zs}]+$/u.test(name);

export const keyIdOf = ({ name, type, publicKey }: VerifierKey): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([signatureTypes[type]]), publicKey]), 'buffer').subarray(0, idBytes);

export const verifierKeyText = (key: VerifierKey): string =>
  `${key.name}+${keyIdOf(key).toString('hex')}+${Buffer.concat([Buffer.from([signatureTypes[key.type]]), key.publicKey]).toString('base64')}`;

const typeOf = (byte: number | undefined): SignatureType | undefined => (Object.keys(signatureTypes) as SignatureType[]).find((type) => signatureTypes[type] === byte);

/** Null when it is not one, or of a type that we do not verify. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', id = '', material = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(text) ?? [];
  const bytes = fromBase64(material);
  const type = typeOf(bytes?.[0]);
  if (bytes === null || type === undefined || !isName(name) || bytes.byteLength !== 1 + publicKeyBytes) return null;
  const key = { name, type, publicKey: bytes.subarray(1) };
  return keyIdOf(key).toString('hex') === id ? key : null;
}
