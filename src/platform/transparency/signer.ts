/** Who signs. A key in a file signs here; one in a safer place (an HSM) only has to do these two things. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { cosignedMessage, type NoteSignature, withTime } from './signed-note.ts';
import { rawPublicKey } from './ed25519.ts';
import { keyIdOf, type SignatureType, type VerifierKey } from './verifier-key.ts';

export type Signer = {
  /** 32 bytes, Ed25519. */
  readonly publicKey: Buffer;
  /** 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Buffer>;
};

/** @param pem a PKCS#8 Ed25519 private key. */
export function signerOf(pem: string): Signer {
  const key = createPrivateKey(pem);
  return { publicKey: rawPublicKey(createPublicKey(key)), sign: async (message) => sign(null, message, key) };
}

export const keyNamed = (name: string, type: SignatureType, { publicKey }: Signer): VerifierKey => ({ name, type, publicKey });

/** Of a log, on its own checkpoint. */
export const signNote = async (signer: Signer, name: string, text: string): Promise<NoteSignature> =>
  ({ name, id: keyIdOf(keyNamed(name, 'log', signer)), signature: await signer.sign(Buffer.from(text)) });

/** Of a witness, on somebody else's. */
export async function cosign(signer: Signer, name: string, text: string, at: Date): Promise<NoteSignature> {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  return { name, id: keyIdOf(keyNamed(name, 'cosignature', signer)), signature: withTime(seconds, await signer.sign(cosignedMessage(seconds, text))) };
}
