/**
 * What the provider signed: identity tokens, logout tokens, metadata. Held against its published keys, and against
 * what it must say; where a claim is not as it must be, nothing of it counts.
 *
 * INVARIANT: the key is looked up at the address the provider published, never at one that the token names (`jku`,
 * `jwk`, `x5u`), and only signatures with a key pair count: neither `none` nor a shared secret (RFC 8725 §3.1, §3.2).
 */
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { ProviderRefused } from './identity-provider.ts';

const algorithms = ['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Clocks differ a little. */
const leewaySeconds = 30;
/** What was signed longer ago is no answer to what was asked just now. */
const oldestMinutes = 10;

export type Expected = { readonly issuer: string; readonly audience?: string; readonly typ?: string; readonly now: Date; readonly claims: readonly string[] };

function issuedJustNow({ iat = 0 }: JWTPayload, now: Date): void {
  const age = now.getTime() / 1000 - iat;
  if (age < -leewaySeconds) throw new ProviderRefused('The token is from the future.');
  if (age > oldestMinutes * 60) throw new ProviderRefused('The token is from long ago.');
}

/** More than one may be meant by a token; then it says to whom it was given (OpenID Connect Core §3.1.3.7). */
function givenToUs({ aud, azp }: JWTPayload, audience: string): void {
  if (Array.isArray(aud) && aud.length > 1 && azp !== audience) throw new ProviderRefused('The token is for several, and was not given to us.');
  if (azp !== undefined && azp !== audience) throw new ProviderRefused('The token was given to another.');
}

/** @throws ProviderRefused; or what is wrong with the network, as it is. */
export async function readSigned(token: string, keys: JWTVerifyGetKey, { issuer, audience, typ, now, claims }: Expected): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    issuer, algorithms, clockTolerance: leewaySeconds, currentDate: now, requiredClaims: [...claims],
    ...(audience === undefined ? {} : { audience }), ...(typ === undefined ? {} : { typ }),
  });
  if (claims.includes('iat')) issuedJustNow(payload, now);
  if (audience !== undefined) givenToUs(payload, audience);
  return payload;
}
