/** IDN-1: attacks on signing in through the organisation's provider. Each is refused, and nobody comes in by it. */
import { generateKeyPair, type JWK, type JWTPayload, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { type Browser, browser, invited } from '../faces/visitor.ts';
import { clientId, issuer, seconds, type Twist } from './crafty-provider.ts';
import { comeBack, comesIn, eidas, federated, type Federated, isIn, sentTo, serverWith, someone } from './federated.ts';

type Attack = (at: Federated) => Promise<void>;

/** Not in, and told nothing but that it did not work. */
async function refused(answer: Response, who: Browser): Promise<void> {
  expect(answer.status).toBe(409);
  expect(await isIn(who)).toBe(false);
}

/** The provider answers with a token that is wrong in this way. */
const withToken = (token: Twist['token']): Attack => async (at) => {
  at.provider.stray(token ? { token } : {});
  const { who, answer } = await comesIn(at, someone());
  await refused(answer, who);
};
const withClaims = (change: (claims: JWTPayload) => JWTPayload): Attack => withToken((claims, sign) => sign(change(claims)));

const withAnswer = (more: Readonly<Record<string, string | null>>): Attack => async (at) => {
  const who = browser(at.setting);
  await refused(await comeBack(who, at.provider.answer(await sentTo(who), someone(), more)), who);
};

const without = (claims: JWTPayload, name: string): JWTPayload => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const attacker = await generateKeyPair('PS256', { modulusLength: 2048, extractable: true });

async function tokenOfTheAttacker(header: Record<string, unknown>): Promise<Attack> {
  return withToken((claims, sign) => sign(claims, header, attacker.privateKey));
}

const logout = (at: Federated, token: string): Promise<Response> =>
  Promise.resolve(at.setting.app.request('http://localhost/sign-in/organisation/logout', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ logout_token: token }) }));

/** A logout token that is wrong in this way ends nobody's visit. */
const withLogout = (claims: (right: { sub: string }) => JWTPayload, header: Record<string, unknown> = {}): Attack => async (at) => {
  const person = someone();
  const { who } = await comesIn(at, person);
  const answer = await logout(at, await at.provider.logoutToken(claims({ sub: person.sub }), header));
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store']);
  expect(await isIn(who)).toBe(true);
};

const attacks: readonly (readonly [string, Attack])[] = [
  ['a token that nobody signed (alg none)', withToken((claims) => new UnsecuredJWT(claims).encode())],
  ['HS256 with the public key as the secret', async (at) => {
    const { publicKey } = at.provider;
    await withToken((claims, sign) => sign(claims, { alg: 'HS256' }, new TextEncoder().encode(publicKey)))(at);
  }],
  ['a token for another client (aud)', withClaims((claims) => ({ ...claims, aud: 'another' }))],
  ['a token for several, given to none (aud without azp)', withClaims((claims) => ({ ...claims, aud: [clientId, 'another'] }))],
  ['a token given to another (azp)', withClaims((claims) => ({ ...claims, azp: 'another' }))],
  ['a token of another provider (iss)', withClaims((claims) => ({ ...claims, iss: 'https://evil.example' }))],
  ['a token for another question (nonce)', withClaims((claims) => ({ ...claims, nonce: 'another' }))],
  ['a token without nonce', withClaims((claims) => without(claims, 'nonce'))],
  ['an answer to another question (state)', withAnswer({ state: 'another' })],
  ['an answer without state', withAnswer({ state: null })],
  ['a token that has expired', withClaims((claims) => ({ ...claims, iat: seconds() - 400, exp: seconds() - 100 }))],
  ['a token from the future (iat)', withClaims((claims) => ({ ...claims, iat: seconds() + 600, exp: seconds() + 900 }))],
  ['a key id that leads elsewhere (kid ../../)', await tokenOfTheAttacker({ kid: '../../../../dev/null' })],
  ['a key that the token names itself (jku)', async (at) => {
    await (await tokenOfTheAttacker({ kid: 'evil', jku: 'https://evil.example/keys' }))(at);
    expect(at.provider.asked.filter((address) => address.includes('evil'))).toEqual([]);
  }],
  ['a key that the token brings along (jwk)', async (at) => {
    const jwk = { kty: 'RSA', n: at.provider.published.n, e: 'AQAB' } as JWK;
    await (await tokenOfTheAttacker({ kid: 'k1', jwk }))(at);
  }],
  ['a token that was changed after it was signed', withToken(async (claims, sign) => {
    const [header, , signature] = (await sign(claims)).split('.');
    return [header, Buffer.from(JSON.stringify({ ...claims, sub: 'the-director' })).toString('base64url'), signature].join('.');
  })],
  ['an answer of another provider (mix-up, RFC 9207)', withAnswer({ iss: 'https://evil.example' })],
  ['an answer that hides whose it is, where the provider promised to say so', withAnswer({ iss: null })],
  ['an answer used twice, by who has the ticket too (replayed code)', async (at) => {
    const who = browser(at.setting);
    const { address, ticket } = (await (await who.send('POST', '/v1/provider-visits', { purpose: 'sign-in' })).json()) as { address: string; ticket: string };
    const answer = at.provider.answer(new URL(address), someone());
    expect((await who.send('POST', '/v1/session/provider', { ticket, answer })).status).toBe(200);
    const again = browser(at.setting);
    await refused(await again.send('POST', '/v1/session/provider', { ticket, answer }), again);
  }],
  ['an answer brought into another browser (signing somebody in as the attacker)', async (at) => {
    const query = at.provider.answer(await sentTo(browser(at.setting)), someone());
    const victim = browser(at.setting);
    await sentTo(victim);
    await refused(await comeBack(victim, query), victim);
  }],
  ['a token of somebody else’s visit (swapped)', async (at) => {
    let stolen = '';
    at.provider.stray({ token: async (claims, sign) => (stolen = await sign(claims)) });
    await comesIn(at, someone());
    await withToken(() => stolen)(at);
  }],
  ['less sure than was asked (acr)', async (at) => {
    const { who, answer } = await comesIn(at, someone({ acr: eidas.low }));
    await refused(answer, who);
  }],
  ['no word of how sure (acr missing)', async (at) => {
    const { who, answer } = await comesIn(at, { ...someone(), acr: '' });
    await refused(answer, who);
  }],
  ['a way on that leads to another site (open redirect)', async (at) => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { answer } = await comesIn(at, someone(), browser(at.setting), `/sign-in/organisation?${new URLSearchParams({ next })}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    }
  }],
  ['a logout token with a nonce, as an identity token has', withLogout(({ sub }) => ({ sub, nonce: 'n' }))],
  ['a logout token of another kind (typ)', withLogout(({ sub }) => ({ sub }), { typ: 'JWT' })],
  ['a logout token used twice (jti)', async (at) => {
    const person = someone();
    await comesIn(at, person);
    const token = await at.provider.logoutToken({ sub: person.sub });
    expect((await logout(at, token)).status).toBe(200);
    const { who } = await comesIn(at, person);
    expect((await logout(at, token)).status).toBe(400);
    expect(await isIn(who)).toBe(true);
  }],
  ['a logout token for another client (aud)', withLogout(({ sub }) => ({ sub, aud: 'another' }))],
];

/** Beyond the 28 of the bar. */
const more: readonly (readonly [string, Attack])[] = [
  ['a logout token without its event', withLogout(({ sub }) => ({ sub, events: { other: {} } }))],
  ['a logout token that has expired', withLogout(({ sub }) => ({ sub, iat: seconds() - 400, exp: seconds() - 100 }))],
  ['a logout token of nobody', withLogout(() => ({}))],
  ['what another subject is told to be (userinfo)', async (at) => {
    at.provider.stray({ userinfo: { sub: 'the-director' } });
    const { who, answer } = await comesIn(at, someone());
    await refused(answer, who);
  }],
  ['an account taken over by its e-mail address', async (at) => {
    await invited(at.setting, at.first, 'Berend', ['editor']);
    const { who, answer } = await comesIn(at, someone({ email: 'berend@example.nl' }));
    await refused(answer, who);
  }],
  ['keys from another place than the signed metadata says', async (at) => {
    at.provider.stray({ metadata: { signed_metadata: await at.provider.sign({ iss: issuer, jwks_uri: 'https://evil.example/keys' }) } });
    expect((await browser(serverWith(at, at.provider)).get('/sign-in/organisation')).status).toBe(409);
  }],
  ['metadata that another signed', async (at) => {
    at.provider.stray({ metadata: { signed_metadata: await at.provider.sign({ iss: issuer, token_endpoint: 'https://evil.example/token' }, {}, attacker.privateKey) } });
    expect((await browser(serverWith(at, at.provider)).get('/sign-in/organisation')).status).toBe(409);
  }],
  ['metadata of another provider (issuer)', async (at) => {
    at.provider.stray({ metadata: { issuer: 'https://evil.example' } });
    expect((await browser(serverWith(at, at.provider)).get('/sign-in/organisation')).status).toBe(409);
  }],
];

// The same code for every database; once is enough for so many attacks.
describe(`on ${eachDatabase.at(-1)}`, () => {
  const at = federated(eachDatabase.at(-1) ?? 'PGlite');
  beforeEach(() => at.provider.stray({}));

  it('there are 28, and who is right comes in', async () => {
    expect(attacks).toHaveLength(28);
    const { who, answer } = await comesIn(at, someone(), browser(at.setting), '/sign-in/organisation?next=%2Faccount');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
    expect(await isIn(who)).toBe(true);
  });

  it.each(attacks.map(([name, attack], index) => [index + 1, name, attack] as const))('IDN-1 #%i refuses %s', async (_, __, attack) => attack(at));
  it.each(more)('IDN-1 beyond: refuses %s', async (_, attack) => attack(at));
});
