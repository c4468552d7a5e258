/** What the provider says of itself, once an hour. Where it signed that, only what it signed counts (NL GOV OpenID Connect 1.0.1). */
import { createRemoteJWKSet, customFetch as jwksFetch, type JWTVerifyGetKey } from 'jose';
import { allowInsecureRequests, type ClientAuth, Configuration, customFetch, discovery, PrivateKeyJwt, type ServerMetadata } from 'openid-client';
import type { ClientKey } from './client-key.ts';
import { ProviderRefused } from './identity-provider.ts';
import { readSigned } from './signed-token.ts';

export type Fetch = typeof fetch;
export type Met = { readonly config: Configuration; readonly keys: JWTVerifyGetKey; readonly metadata: ServerMetadata };

const patienceSeconds = 5;

/** A fresh assertion at every call, and no other way to say who we are. */
const authentication = ({ key, kid }: ClientKey): ClientAuth => PrivateKeyJwt({ key, kid });

/** INVARIANT: over TLS, save where the provider itself is set to be on this machine. */
function keysAt(metadata: ServerMetadata, fetching: Fetch, isLocal: boolean): JWTVerifyGetKey {
  const address = metadata.jwks_uri ?? '';
  if (!URL.canParse(address) || (new URL(address).protocol !== 'https:' && !isLocal)) throw new ProviderRefused('The provider publishes no keys at an address we may use.');
  return createRemoteJWKSet(new URL(address), { timeoutDuration: patienceSeconds * 1000, [jwksFetch]: fetching });
}

async function signedBy(metadata: ServerMetadata, keys: JWTVerifyGetKey, now: Date): Promise<ServerMetadata> {
  const signed = metadata['signed_metadata'];
  if (signed === undefined) return metadata;
  if (typeof signed !== 'string') throw new ProviderRefused('The signed metadata is no token.');
  const claims = (await readSigned(signed, keys, { issuer: metadata.issuer, now, claims: ['iss'] })) as unknown as ServerMetadata;
  if (claims.jwks_uri !== undefined && claims.jwks_uri !== metadata.jwks_uri) throw new ProviderRefused('The signed metadata names other keys.');
  return { ...metadata, ...claims, issuer: metadata.issuer };
}

/** @throws ProviderRefused; or what openid-client says is wrong. */
export async function meet(issuer: string, clientId: string, key: ClientKey, fetching: Fetch, now: Date): Promise<Met> {
  const isLocal = issuer.startsWith('http:');
  const insecure = isLocal ? [allowInsecureRequests] : [];
  const found = await discovery(new URL(issuer), clientId, {}, authentication(key), { execute: insecure, timeout: patienceSeconds, [customFetch]: fetching as never });
  const plain = found.serverMetadata();
  const keys = keysAt(plain, fetching, isLocal);
  const metadata = await signedBy(plain, keys, now);
  const config = new Configuration(metadata, clientId, {}, authentication(key));
  config.timeout = patienceSeconds;
  config[customFetch] = fetching as never;
  for (const allow of insecure) allow(config);
  return { config, keys, metadata };
}
