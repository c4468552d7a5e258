/** The provider's word that somebody left there (OpenID Connect Back-Channel Logout 1.0 §2.6). */
import type { JWTPayload } from 'jose';
import { type Leaving, ProviderRefused } from './identity-provider.ts';

export const logoutTokenType = 'logout+jwt';
export const logoutClaims = ['iss', 'aud', 'iat', 'exp', 'jti', 'events'] as const;
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** INVARIANT: with a nonce it would be an identity token, sent here by somebody who had one. */
export function leavingIn(claims: JWTPayload): Leaving {
  if ('nonce' in claims) throw new ProviderRefused('A logout token has no nonce.');
  const { events } = claims;
  if (!isObject(events) || !isObject(events[logoutEvent])) throw new ProviderRefused('The token is about something else than leaving.');
  const [subject, session] = [textOrNull(claims.sub), textOrNull(claims['sid'])];
  if (subject === null && session === null) throw new ProviderRefused('The token does not say who left.');
  return { issuer: claims.iss as string, subject, session, id: String(claims.jti), until: new Date((claims.exp as number) * 1000) };
}
