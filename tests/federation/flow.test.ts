/** Coming in, joining, connecting, confirming and leaving through a provider: one of our own, and a real one. */
import { readFileSync, statSync } from 'node:fs';
import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader } from 'jose';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { openIdProvider } from '../../src/platform/provider/open-id.ts';
import { type Browser, browser, invited, password, settingOn, type Setting } from '../faces/visitor.ts';
import { comeBack, comesIn, eidas, federated, isIn, sentTo, serverWith, settingsOf, someone } from './federated.ts';
import { realProvider, type RealProvider } from './real-provider.ts';

const rolesOf = async (who: Browser): Promise<string[]> => ((await (await who.get('/v1/account')).json()) as { roles: string[] }).roles;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = federated(kind);
  beforeEach(() => at.provider.stray({}));
  const invitation = async (name: string): Promise<string> => {
    const { path } = (await (await at.first.send('POST', '/v1/invitations', { name, email: `${name.toLowerCase()}@example.nl`, roles: ['editor'] })).json()) as { path: string };
    return new URL(path, 'http://localhost').searchParams.get('token') ?? '';
  };

  it('asks as the profile says: code, PKCE S256, state and nonce of 256 bits, the exact address to return to', async () => {
    const asked = (await sentTo(browser(at.setting))).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', client_id: 'regiekompas', redirect_uri: 'http://localhost/sign-in/organisation/return', scope: 'openid profile email', code_challenge_method: 'S256', acr_values: eidas.substantial });
    expect(['state', 'nonce', 'code_challenge'].map((name) => asked.get(name)?.length)).toEqual([43, 43, 43]);
  });

  it('says who we are by a fresh signature at every call, by the key that is published', async () => {
    await comesIn(at, someone());
    await comesIn(at, someone());
    const keys = (await (await browser(at.setting).get('/sign-in/organisation/keys')).json()) as { keys: Record<string, string>[] };
    expect(Object.keys(keys.keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const [one = '', other = ''] = at.provider.assertions.slice(-2);
    for (const assertion of [one, other]) await compactVerify(assertion, createLocalJWKSet(keys as never));
    expect(decodeProtectedHeader(one).alg).toBe('PS256');
    expect(decodeJwt(one).jti).not.toBe(decodeJwt(other).jti);
  });

  it('keeps its key where only its owner reads it, and takes the same one at the next start', async () => {
    const { keyFile } = settingsOf();
    const kid = async (): Promise<string | undefined> => (await openIdProvider(settingsOf({ keyFile }), at.setting.site.world.clock, at.provider.fetching).publicKeys()).keys[0]?.kid;
    const first = await kid();
    expect([statSync(keyFile).mode & 0o777, JSON.parse(readFileSync(keyFile, 'utf8')).kty]).toEqual([0o600, 'RSA']);
    expect(await kid()).toBe(first);
  });

  it('a group brings somebody in with its roles, and what the group gave goes with it', async () => {
    await at.first.send('PUT', '/v1/group-roles', { group: 'regie-auditors', roles: ['auditor'] });
    const person = someone({ groups: ['regie-lezers', 'regie-auditors', 'kantine'] });
    expect(await rolesOf((await comesIn(at, person)).who)).toEqual(['auditor', 'reader']);
    expect(await rolesOf((await comesIn(at, { ...person, groups: ['regie-auditors'] })).who)).toEqual(['auditor']);
    const phone = await comesIn(at, { ...person, groups: ['regie-auditors'] });
    const { who, answer } = await comesIn(at, { ...person, groups: [] });
    expect([answer.status, await isIn(who), await isIn(phone.who)]).toEqual([409, false, false]);
    expect(await (await at.first.get('/v1/members')).text()).not.toContain(person.name);
  });

  it('what a group gives and takes stands in the log of the organisation, with whom it was given', async () => {
    const person = someone();
    for (const groups of [['regie-lezers'], ['regie-lezers', 'kantine'], []]) await comesIn(at, { ...person, groups });
    const { rows } = await sql<{ named: number }>`select count(*)::int as named from audit_event e join organisation o on o.id = e.organisation_id and o.name = 'Waterlinde'
      join person p on 'person/' || p.id = e.object where e.operation = 'identity.meet-provider' and p.name = ${person.name}`.execute(at.db);
    // In twice, given once, taken once; that they came the last time is of no organisation.
    expect(rows).toEqual([{ named: 4 }]);
  });

  it('who is in no group and was not invited is told so', async () => {
    const { answer } = await comesIn(at, someone({ groups: ['kantine'] }));
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Ask an administrator for an invitation')]);
  });

  it('an invitation ties the account to the provider for good; another address there changes nothing', async () => {
    const person = someone({ groups: [], email: 'elders@example.nl' });
    const { who, answer } = await comesIn(at, person, browser(at.setting), `/sign-in/organisation?purpose=join&invitation=${await invitation('Ina')}`);
    expect([answer.status, await rolesOf(who)]).toEqual([303, ['editor']]);
    const again = await comesIn(at, { ...person, email: 'anders@example.nl', name: 'Anders' });
    expect(await (await again.who.get('/v1/account')).json()).toMatchObject({ name: 'Ina', roles: ['editor'] });
  });

  it('an account there was is connected by who has it, and by nobody else', async () => {
    const person = someone({ groups: [] });
    const karel = await invited(at.setting, at.first, 'Karel', ['editor']);
    expect((await comesIn(at, person, karel, '/sign-in/organisation?purpose=link&next=/account')).answer.headers.get('location')).toBe('/account');
    expect(await rolesOf((await comesIn(at, person)).who)).toEqual(['editor']);
    const other = await invited(at.setting, at.first, 'Lies', ['reader']);
    expect((await comesIn(at, person, other, '/sign-in/organisation?purpose=link')).answer.status).toBe(409);
    expect((await browser(at.setting).get('/sign-in/organisation?purpose=link')).headers.get('location')).toMatch(/^\/sign-in\?/);
  });

  it('confirming goes to the provider, asks a higher level and a fresh showing, and takes no less (step-up by acr)', async () => {
    const person = someone({ groups: ['regie-beheer'] });
    await at.first.send('PUT', '/v1/group-roles', { group: 'regie-beheer', roles: ['administrator'] });
    const { who } = await comesIn(at, person);
    at.setting.clock.set(new Date(Date.now() + 11 * 60_000).toISOString());
    expect((await who.get('/members/invite')).headers.get('location')).toBe('/confirm?next=%2Fmembers%2Finvite');
    expect(await (await who.get('/confirm?next=%2Fmembers%2Finvite')).text()).toContain('/sign-in/organisation?purpose=confirm&amp;next=%2Fmembers%2Finvite');
    at.setting.clock.set(new Date().toISOString());
    const path = '/sign-in/organisation?purpose=confirm&next=%2Fmembers%2Finvite';
    const to = await sentTo(who, path);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ acr_values: eidas.high, prompt: 'login', max_age: '0' });
    expect((await comeBack(who, at.provider.answer(to, { ...person, acr: eidas.substantial }))).status).toBe(409);
    expect((await comesIn(at, { ...person, acr: eidas.high, auth_time: 1_000_000 }, who, path)).answer.status).toBe(409);
    expect((await comesIn(at, someone({ acr: eidas.high }), who, path)).answer.status).toBe(409);
    expect((await comesIn(at, { ...person, acr: eidas.high }, who, path)).answer.headers.get('location')).toBe('/members/invite');
  });

  it('the last administrator stays one, whatever the provider says', async () => {
    const person = someone({ groups: [] });
    await comesIn(at, person, at.first, '/sign-in/organisation?purpose=link');
    await comesIn(at, person);
    await at.first.post('/sign-in', { email: 'anna@example.nl', password });
    expect(await rolesOf(at.first)).toContain('administrator');
  });

  it('a provider that does not answer is said to be away, and the other ways in stay', async () => {
    const setting = serverWith(at, at.provider);
    at.provider.away(true);
    const answer = await browser(setting).get('/sign-in/organisation');
    at.provider.away(false);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await browser(setting).post('/sign-in', { email: 'anna@example.nl', password })).status).toBe(303);
    expect((await browser(setting).get('/sign-in/organisation')).status).toBe(303);
  });

  it('the button comes first, without script; the page of the groups is there', async () => {
    const page = await (await browser(at.setting).get('/sign-in?next=%2Fsystems')).text();
    expect(page.indexOf('Sign in with Waterlinde')).toBeLessThan(page.indexOf('Sign in with a passkey'));
    expect(page).toContain('href="/sign-in/organisation?purpose=sign-in&amp;next=%2Fsystems"');
    expect(await (await at.first.get('/members/groups')).text()).toContain('regie-lezers');
  });

  it('IDN-5 (back-channel) who left at the provider is out within a second, on two servers over one database', async () => {
    const other = serverWith(at, at.provider);
    const person = someone();
    const { who } = await comesIn(at, person);
    const elsewhere = { ...at, setting: other } as typeof at;
    const second = await comesIn(elsewhere, { ...person, sid: 'another-visit' });
    const bystander = await comesIn(at, someone());
    const startedAt = performance.now();
    const token = await at.provider.logoutToken({ sub: person.sub });
    expect((await other.app.request('http://localhost/sign-in/organisation/logout', { method: 'POST', body: new URLSearchParams({ logout_token: token }) })).status).toBe(200);
    expect((await who.get('/v1/account')).status).toBe(401);
    expect((await second.who.get('/account')).headers.get('location')).toMatch(/^\/sign-in\?/);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(await isIn(bystander.who)).toBe(true);
  });
});

describe('with a real provider', () => {
  const at = federated('PGlite');
  let real: RealProvider;
  let setting: Setting;
  const atProvider = new Map<string, string>();
  beforeAll(async () => {
    real = await realProvider('http://localhost', async (request) => setting.app.request(request.url, request));
    const provider = openIdProvider(settingsOf({ issuer: real.issuer }), { now: () => new Date() });
    setting = settingOn(at, operations, undefined, provider);
    setting.clock.set(new Date().toISOString());
  });
  afterAll(() => real.close());

  const visits = async (who: Browser, account: string, path?: string): Promise<Response> => {
    const back = await real.visit((await sentTo(who, path)).href, account, atProvider);
    return comeBack(who, back.search.slice(1));
  };

  it('comes in, confirms, signs out there, and is out here by back-channel logout', async () => {
    const who = browser(setting);
    expect((await visits(who, 'ria')).headers.get('location')).toBe('/');
    expect(await (await who.get('/v1/account')).json()).toMatchObject({ name: 'Ria Real', roles: ['reader'] });
    expect((await visits(who, 'ria', '/sign-in/organisation?purpose=confirm&next=/account')).headers.get('location')).toBe('/account');
    const phone = browser(setting);
    await visits(phone, 'ria');
    expect((await phone.post('/sign-out', {})).headers.get('location')).toBe('/signed-out');
    const bye = (await phone.get('/sign-out/organisation')).headers.get('location') ?? '';
    expect(bye).toContain(`${real.issuer}/session/end?`);
    expect((await real.signOut(bye, atProvider)).headers.get('location')).toContain('http://localhost/start');
    expect(await isIn(who)).toBe(false);
  });

  it('takes each answer once', async () => {
    const [who, other] = [browser(setting), browser(setting)];
    const back = await real.visit((await sentTo(who)).href, 'rob');
    expect((await comeBack(who, back.search.slice(1))).status).toBe(303);
    await sentTo(other);
    expect((await comeBack(other, back.search.slice(1))).status).toBe(409);
  });
});
