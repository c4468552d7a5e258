/** A text with the signatures under it (C2SP signed-note). */
import { fromBase64 } from './base64.ts';
import { isEd25519Signature, signatureBytes } from './ed25519.ts';
import { keyIdOf, type VerifierKey } from './verifier-key.ts';

export type NoteSignature = { readonly name: string; readonly id: Buffer; readonly signature: Buffer };
/** `text` ends in a newline and is what was signed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const longestNote = 1_000_000;
const mostSignatures = 100;
const idBytes = 4;

export const signatureLine = ({ name, id, signature }: NoteSignature): string => `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
export const noteText = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

export function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— ([^\s+\p{Zs}]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  return bytes === null || bytes.byteLength <= idBytes ? null : { name, id: bytes.subarray(0, idBytes), signature: bytes.subarray(idBytes) };
}

// oxlint-disable-next-line no-control-regex -- control characters are exactly what a note may not have
const forbidden = /[\u0000-\u0009\u000b-\u001f]/;

/** Null when it is not a note: the last empty line parts the text from one signature or more. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || note.length > longestNote || forbidden.test(note) || !note.endsWith('\n')) return null;
  const signatures = note.slice(end + 2, -1).split('\n').map(parseSignatureLine);
  if (signatures.length > mostSignatures || signatures.some((signature) => signature === null)) return null;
  return { text: note.slice(0, end + 1), signatures: signatures as NoteSignature[] };
}

/** What a witness signs: when, and that it saw nothing taken back (C2SP tlog-cosignature). @param seconds since 1970. */
export const cosignedMessage = (seconds: bigint, text: string): Buffer => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

const timeBytes = 8;
export const timeOfCosignature = (signature: Buffer): bigint => signature.readBigUInt64BE();
export function withTime(seconds: bigint, signature: Uint8Array): Buffer {
  const time = Buffer.alloc(timeBytes);
  time.writeBigUInt64BE(seconds);
  return Buffer.concat([time, signature]);
}

const holds = (key: VerifierKey, text: string, signature: Buffer): boolean => {
  if (key.type === 'log') return isEd25519Signature(key.publicKey, Buffer.from(text), signature);
  if (signature.byteLength !== timeBytes + signatureBytes) return false;
  return isEd25519Signature(key.publicKey, cosignedMessage(timeOfCosignature(signature), text), signature.subarray(timeBytes));
};

export const isBy = (key: VerifierKey, { name, id }: NoteSignature): boolean => name === key.name && id.equals(keyIdOf(key));

/** `forged` when a signature that says it is by this key is not: then nothing in the note can be trusted. */
export function signatureBy(key: VerifierKey, { text, signatures }: Note): 'valid' | 'absent' | 'forged' {
  const own = signatures.filter((signature) => isBy(key, signature));
  if (own.length === 0) return 'absent';
  return own.every(({ signature }) => holds(key, text, signature)) ? 'valid' : 'forged';
}
