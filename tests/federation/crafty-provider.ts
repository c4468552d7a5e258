/**
 * An identity provider of our own that does as it is told: rightly, or wrongly in one way. It has no network: the
 * client asks it through its `fetch`. What the real one cannot do wrong (`oidc-provider`) is done wrong here.
 */
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export const issuer = 'https://login.example.nl';
export const clientId = 'regiekompas';

export type Person = { readonly sub: string; readonly name?: string; readonly email?: string; readonly groups?: readonly string[]; readonly acr?: string; readonly sid?: string; readonly auth_time?: number };
type Signer = (claims: JWTPayload, header?: Partial<JWTHeaderParameters>, key?: CryptoKey | Uint8Array) => Promise<string>;
type Code = { readonly nonce: string; readonly person: Person };

/** How it strays; nothing set, it does not. */
export type Twist = {
  readonly token?: (claims: JWTPayload, sign: Signer) => Promise<string> | string;
  readonly userinfo?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
};

const json = (body: unknown, status = 200): Response => Response.json(body, { status });
export const seconds = (): number => Math.floor(Date.now() / 1000);

export async function craftyProvider() {
  const { privateKey, publicKey } = await generateKeyPair('PS256', { modulusLength: 2048, extractable: true });
  const published: JWK = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', alg: 'PS256' };
  const codes = new Map<string, Code>();
  const assertions: string[] = [];
  const asked: string[] = [];
  let twist: Twist = {};
  let isAway = false;

  const sign: Signer = (claims, header = {}, key = privateKey) => new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'k1', ...header }).sign(key);
  const claimsOf = ({ nonce, person: { sub, acr, sid, auth_time } }: Code): JWTPayload => ({ iss: issuer, aud: clientId, sub, nonce, iat: seconds(), exp: seconds() + 300, auth_time: auth_time ?? seconds(), ...(acr ? { acr } : {}), ...(sid ? { sid } : {}) });
  const metadata = () => ({
    issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/userinfo`, end_session_endpoint: `${issuer}/bye`,
    response_types_supported: ['code'], subject_types_supported: ['pairwise'], id_token_signing_alg_values_supported: ['PS256', 'HS256', 'none', 'RS256'], authorization_response_iss_parameter_supported: true, ...twist.metadata,
  });

  /** A code counts once, and for who knows the verifier. */
  async function token(body: URLSearchParams): Promise<Response> {
    const given = body.get('code') ?? '';
    const code = codes.get(given);
    codes.delete(given);
    assertions.push(body.get('client_assertion') ?? '');
    if (!code) return json({ error: 'invalid_grant' }, 400);
    const claims = claimsOf(code);
    return json({ access_token: given, token_type: 'Bearer', expires_in: 60, id_token: await (twist.token ?? ((all) => sign(all)))(claims, sign) });
  }

  const people = new Map<string, Person>();
  const userinfo = (headers: Headers): Response => {
    const { acr: _, sid: __, auth_time: ___, ...person } = people.get((headers.get('authorization') ?? '').replace('Bearer ', '')) ?? { sub: '' };
    return json({ ...person, ...twist.userinfo });
  };

  const fetching = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    if (isAway) throw new TypeError('fetch failed');
    const { pathname, href } = new URL(String(input));
    asked.push(href);
    if (pathname === '/.well-known/openid-configuration') return json(metadata());
    if (pathname === '/keys') return json({ keys: [published] });
    if (pathname === '/token') return token(new URLSearchParams(String(init.body)));
    return pathname === '/userinfo' ? userinfo(new Headers(init.headers)) : json({}, 404);
  }) as typeof fetch;

  return {
    fetching, sign, published, publicKey: await exportSPKI(publicKey), assertions, asked,
    away: (is: boolean) => void (isAway = is),
    stray: (how: Twist) => void (twist = how),
    /** Somebody showed who they are. @returns the query they are sent back with. */
    answer: (sentTo: URL, person: Person, more: Readonly<Record<string, string | null>> = {}): string => {
      const code = `code-${codes.size}-${people.size}`;
      codes.set(code, { nonce: sentTo.searchParams.get('nonce') ?? '', person });
      people.set(code, person);
      const all = { code, state: sentTo.searchParams.get('state'), iss: issuer, ...more };
      return new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)).toString();
    },
    logoutToken: (claims: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}) =>
      sign({ iss: issuer, aud: clientId, iat: seconds(), exp: seconds() + 120, jti: crypto.randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims }, { typ: 'logout+jwt', ...header }),
  };
}

export type CraftyProvider = Awaited<ReturnType<typeof craftyProvider>>;
