/** The key by which the provider knows this installation (`private_key_jwt`): made at first use, in a file that only its owner may read. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import type { CryptoKey } from 'jose';
import { readPrivateFile, writePrivateFile } from '../keys/key-file.ts';

export const signedWith = 'PS256';
export type ClientKey = { readonly key: CryptoKey; readonly kid: string; readonly published: JSONWebKeySet };

async function newJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(signedWith, { modulusLength: 3072, extractable: true });
  return exportJWK(privateKey);
}

async function made(path: string): Promise<JWK> {
  const jwk = await newJwk();
  await writePrivateFile(path, JSON.stringify(jwk));
  return jwk;
}

/** INVARIANT: of the private half, nothing is published. */
const publicHalf = ({ kty, n, e }: JWK, kid: string): JWK => ({ kty, n, e, kid, use: 'sig', alg: signedWith }) as JWK;

export async function openClientKey(path: string): Promise<ClientKey> {
  const kept = await readPrivateFile(path);
  const jwk = kept === null ? await made(path) : (JSON.parse(kept.toString()) as JWK);
  const kid = await calculateJwkThumbprint(jwk);
  return { key: (await importJWK(jwk, signedWith)) as CryptoKey, kid, published: { keys: [publicHalf(jwk, kid)] } };
}
