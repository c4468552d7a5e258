/**
 * OpenID Connect as a client by the NL GOV profile 1.0.1: code flow with PKCE (S256), `private_key_jwt`, every check of
 * the answer and of the token in it.
 */
import { authorizationCodeGrant, buildAuthorizationUrl, buildEndSessionUrl, calculatePKCECodeChallenge, fetchUserInfo, type UserInfoResponse } from 'openid-client';
import type { JWTPayload } from 'jose';
import type { Clock } from '../clock.ts';
import { type ClientKey, openClientKey } from './client-key.ts';
import { type Asking, type IdentityProvider, type Leaving, ProviderAway, ProviderRefused, type Recognised, type Ticket } from './identity-provider.ts';
import { leavingIn, logoutClaims, logoutTokenType } from './logout-token.ts';
import { type Fetch, meet, type Met } from './metadata.ts';
import { readSigned } from './signed-token.ts';
import { secretsOf } from './ticket.ts';

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly label: string;
  readonly levels: IdentityProvider['levels'];
  readonly scopes: readonly string[];
  /** The claim that holds the groups somebody is in. */
  readonly groupsClaim: string;
  /** The claim that holds the id by which a directory knows somebody; only as the provider signed it. */
  readonly directoryClaim: string;
  readonly keyFile: string;
};

type Spoken = ProviderSettings & { readonly met: () => Promise<Met>; readonly key: () => Promise<ClientKey> };

const metAgainAfterMs = 3_600_000;

/** Asked again after an hour, and after it failed. */
function remembered<Known>(clock: Clock, learn: () => Promise<Known>, forMs: number): () => Promise<Known> {
  let known: { readonly value: Promise<Known>; readonly at: number } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (known !== null && Math.abs(now - known.at) < forMs) return known.value;
    const value = learn();
    known = { value, at: now };
    value.catch(() => void (known = null));
    return value;
  };
}

const networkCodes = new Set(['OAUTH_TIMEOUT', 'ERR_JWKS_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);
const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** A message of a library may quote what was sent; its code does not. */
function said(error: unknown): Error {
  if (error instanceof ProviderRefused || error instanceof ProviderAway) return error;
  const code = codeOf(error);
  if (networkCodes.has(code) || error instanceof TypeError) return new ProviderAway(code || 'It does not answer.', { cause: error });
  return new ProviderRefused(code || (error as Error).name, { cause: error });
}

const spoken = <Outcome>(speaking: Promise<Outcome>): Promise<Outcome> => speaking.catch((error: unknown) => Promise.reject(said(error)));

async function ask({ met, scopes }: Spoken, { ticket, returnTo, level, again }: Asking): Promise<string> {
  const { state, nonce, verifier } = secretsOf(ticket);
  const { config } = await met();
  const parameters = {
    response_type: 'code', redirect_uri: returnTo, scope: scopes.join(' '), state, nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    ...(level === null ? {} : { acr_values: level }), ...(again ? { prompt: 'login', max_age: '0' } : {}),
  };
  return buildAuthorizationUrl(config, parameters).href;
}

const textOr = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const groupsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((group): group is string => typeof group === 'string') : []).slice(0, 500);

function recognisedAs({ issuer, groupsClaim, directoryClaim }: ProviderSettings, token: JWTPayload, told: JWTPayload | UserInfoResponse): Recognised {
  const all: Readonly<Record<string, unknown>> = { ...told, ...token };
  const full = [all['given_name'], all['family_name']].flatMap((part) => textOr(part) ?? []).join(' ');
  return {
    issuer, subject: token.sub as string, session: textOr(token['sid']), level: textOr(token['acr']),
    shownAt: typeof token['auth_time'] === 'number' ? new Date(token['auth_time'] * 1000) : null,
    name: textOr(all['name']) ?? textOr(full), email: textOr(all['email']), directoryId: textOr(token[directoryClaim]), groups: groupsIn(all[groupsClaim]),
  };
}

/** INVARIANT: what is said of somebody beside the token counts only when it is said of the same subject. */
async function toldOf({ config, metadata }: Met, accessToken: string, subject: string): Promise<UserInfoResponse | JWTPayload> {
  return metadata.userinfo_endpoint === undefined ? {} : fetchUserInfo(config, accessToken, subject);
}

async function recognise(by: Spoken, ticket: Ticket, cameBackAt: URL, now: Date): Promise<Recognised> {
  const { state, nonce, verifier } = secretsOf(ticket);
  const met = await by.met();
  // Mix-up (RFC 9207): an answer that says it is of another provider is not looked at, whatever this one promised.
  const issuers = cameBackAt.searchParams.getAll('iss');
  if (issuers.some((issuer) => issuer !== by.issuer)) throw new ProviderRefused('The answer is of another provider.');
  const tokens = await authorizationCodeGrant(met.config, cameBackAt, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
  const token = await readSigned(tokens.id_token ?? '', met.keys, { issuer: by.issuer, audience: by.clientId, now, claims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'] });
  if (token['nonce'] !== nonce) throw new ProviderRefused('The token is an answer to another question.');
  return recognisedAs(by, token, await toldOf(met, tokens.access_token, token.sub as string));
}

async function readLeaving({ met, issuer, clientId }: Spoken, token: string, now: Date): Promise<Leaving> {
  const { keys } = await met();
  return leavingIn(await readSigned(token, keys, { issuer, audience: clientId, typ: logoutTokenType, now, claims: logoutClaims }));
}

async function goodbye({ met }: Spoken, returnTo: string): Promise<string | null> {
  const { config, metadata } = await met();
  return metadata.end_session_endpoint === undefined ? null : buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
}

/** @param fetching of the network; another in a test. */
export function openIdProvider(settings: ProviderSettings, clock: Clock, fetching: Fetch = fetch): IdentityProvider {
  const key = remembered(clock, () => openClientKey(settings.keyFile), Number.POSITIVE_INFINITY);
  const met = remembered(clock, async () => meet(settings.issuer, settings.clientId, await key(), fetching, clock.now()), metAgainAfterMs);
  const by: Spoken = { ...settings, met, key };
  return {
    issuer: settings.issuer, label: settings.label, levels: settings.levels,
    ask: (asking) => spoken(ask(by, asking)),
    recognise: (ticket, cameBackAt, now) => spoken(recognise(by, ticket, cameBackAt, now)),
    readLeaving: (token, now) => spoken(readLeaving(by, token, now)),
    goodbye: (returnTo) => spoken(goodbye(by, returnTo)),
    publicKeys: async () => (await key()).published,
  };
}
