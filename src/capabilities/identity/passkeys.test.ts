import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { SoftwareAuthenticator, type Twist } from '../../../tests/faces/software-authenticator.ts';
import { browser, type Browser, firstPerson, invited, password, settingOn, type Setting } from '../../../tests/faces/visitor.ts';
import { eachDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';

type Options = Parameters<SoftwareAuthenticator['sign']>[0];
const asked = async (who: Browser, purpose: 'sign-in' | 'register'): Promise<Options> => ((await (await who.send('POST', '/v1/passkey-challenges', { purpose, ...(purpose === 'register' ? { name: 'Pia', email: 'pia@example.nl' } : {}) })).json()) as { options: Options }).options;

type Account = { name: string; passkeys: { id: string; name: string; usedAt: string | null }[]; hasPassword: boolean; recoveryCodes: number; sessions: { id: string; own: boolean; method: string }[] };
const accountOf = async (who: Browser): Promise<Account> => (await (await who.get('/v1/account')).json()) as Account;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let setting: Setting;
  let first: Browser;
  let pia: Browser;
  const device = new SoftwareAuthenticator();
  const signIn = async (twist: Twist = {}, who = browser(setting), options?: Options) => who.send('POST', '/v1/session/passkey', { passkey: device.sign(options ?? (await asked(who, 'sign-in')), twist) });

  const use = (code: string, email = 'pia@example.nl') => browser(setting).post('/sign-in/recovery', { email, code });

  beforeAll(async () => {
    setting = settingOn(at);
    first = await firstPerson(setting);
    const { path } = (await (await first.send('POST', '/v1/invitations', { name: 'Pia', email: 'pia@example.nl', roles: ['reader'] })).json()) as { path: string };
    pia = browser(setting);
    const answer = await pia.post('/join', { token: path.split('token=')[1] ?? '', password: '', passkey: device.make(await asked(pia, 'register')) });
    expect(answer.status).toBe(303);
  });

  it('somebody joins with a passkey and no password, and signs in with it without saying who they are (ASVS 6.3.3)', async () => {
    expect(await accountOf(pia)).toMatchObject({ name: 'Pia', hasPassword: false, passkeys: [{ name: 'Passkey', usedAt: null }], sessions: [{ own: true, method: 'passkey' }] });
    const again = browser(setting);
    expect((await signIn({}, again)).status).toBe(200);
    expect((await accountOf(again)).passkeys[0]?.usedAt).not.toBeNull();
  });

  it.each<[string, Twist]>([
    ['for another site', { origin: 'http://evil.example' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['with a challenge nobody asked', { challenge: 'bm9ib2R5IGFza2VkIHRoaXM' }],
    ['of a device that did not make sure of its owner', { withoutOwner: true }],
    ['signed with another key', { otherKey: true }],
    ['that makes a key instead of signing', { type: 'webauthn.create' }],
    ['of a copied key, whose counter goes back', { counter: 1 }],
  ])('refuses an answer %s', async (_, twist) => {
    const answer = await signIn(twist);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('This passkey does not belong here')]);
  });

  it('refuses an answer given before, one that came too late, one of a key nobody has, and nonsense', async () => {
    const who = browser(setting);
    const options = await asked(who, 'sign-in');
    const passkey = device.sign(options);
    expect((await who.send('POST', '/v1/session/passkey', { passkey })).status).toBe(200);
    expect((await browser(setting).send('POST', '/v1/session/passkey', { passkey })).status).toBe(422);
    const late = await asked(who, 'sign-in');
    setting.clock.set('2026-11-23T10:06:00Z');
    expect((await signIn({}, browser(setting), late)).status).toBe(422);
    setting.clock.set('2026-11-23T10:00:00Z');
    for (const bad of [new SoftwareAuthenticator().sign(await asked(who, 'sign-in')), '{}', '[1]', 'no json', '{"id":7}']) expect((await browser(setting).send('POST', '/v1/session/passkey', { passkey: bad })).status).toBe(422);
    for (const bad of ['no json', '[1]']) expect((await pia.send('POST', '/v1/account/passkeys', { name: 'Nonsense', passkey: bad })).status).toBe(422);
  });

  it('a challenge to make a key does not sign anybody in, and a key is not given to two', async () => {
    const who = browser(setting);
    expect((await signIn({}, who, await asked(who, 'register'))).status).toBe(422);
    const taken = await first.send('POST', '/v1/account/passkeys', { name: 'Stolen', passkey: device.make(await asked(first, 'register')) });
    expect(taken.status).toBe(422);
  });

  it('the last way in stays; a second key is named and removed', async () => {
    const own = (await accountOf(pia)).passkeys[0]?.id ?? '';
    expect((await pia.send('DELETE', `/v1/account/passkeys/${own}`)).status).toBe(409);
    const second = new SoftwareAuthenticator();
    expect((await pia.post('/account/passkeys/add', { name: 'Telefoon', passkey: second.make(await asked(pia, 'register')) })).headers.get('location')).toBe('/account');
    expect((await accountOf(pia)).passkeys.map(({ name }) => name)).toEqual(expect.arrayContaining(['Passkey', 'Telefoon']));
    expect((await first.send('DELETE', `/v1/account/passkeys/${second.id.toString('base64url')}`)).status).toBe(404);
    expect((await pia.send('DELETE', `/v1/account/passkeys/${second.id.toString('base64url')}`)).status).toBe(200);
    expect((await accountOf(pia)).passkeys).toHaveLength(1);
  });

  it('recovery codes: ten of 99 bits, shown once, kept as hashes, each works once, and only the last list (ASVS 6.5.1, 6.5.2, 6.5.3)', async () => {
    const make = async () => ((await (await pia.send('POST', '/v1/account/recovery-codes')).json()) as { codes: string[] }).codes;
    const before = await make();
    const codes = await make();
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    for (const code of codes) expect(code).toMatch(/^(?:[A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}$/);
    expect(Math.log2(31) * 20).toBeGreaterThan(80);
    const { rows } = await sql<{ row: string }>`select recovery_code::text as row from recovery_code`.execute(at.db);
    expect(rows.map(({ row }) => row).join()).not.toContain(codes[0]);
    expect((await use(codes[0] ?? '')).headers.get('location')).toBe('/account');
    expect((await use(codes[0] ?? '')).status).toBe(422);
    expect((await use(before[1] ?? '')).status).toBe(422);
    expect((await use(codes[1] ?? '', 'anna@example.nl')).status).toBe(422);
    expect((await accountOf(pia)).recoveryCodes).toBe(9);
    const page = await pia.post('/account/recovery-codes', {});
    expect([page.status, page.headers.get('cache-control'), (await page.text()).match(/<code>/g)?.length]).toEqual([200, 'no-store', 10]);
  });

  it('what is sensitive asks to confirm it is them after ten minutes, keeps all that was typed and goes on (ASVS 7.5.1, 7.5.3)', async () => {
    const bo = await invited(setting, first, 'Bo', ['reader']);
    const { members } = await first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members');
    const id = members.find(({ name }) => name === 'Bo')?.id ?? '';
    setting.clock.set('2026-11-23T10:12:00Z');
    expect((await first.send('PUT', `/v1/members/${id}/roles`, { roles: ['ciso'] })).status).toBe(401);
    expect((await first.get(`/members/${id}/roles`)).headers.get('location')).toBe(`/confirm?next=%2Fmembers%2F${id}%2Froles`);
    const asks = await first.post(`/members/${id}/roles`, { roles: ['ciso', 'architect'] });
    const html = await asks.text();
    expect([asks.status, html.match(/name="roles" value="(ciso|architect)"/g)?.length]).toEqual([401, 2]);
    const wrong = await first.post(`/members/${id}/roles`, { roles: ['ciso', 'architect'], 'confirm.password': 'not mine at all' });
    expect([wrong.status, (await wrong.text()).match(/name="roles" value="(ciso|architect)"/g)?.length]).toEqual([422, 2]);
    const done = await first.post(`/members/${id}/roles`, { roles: ['ciso', 'architect'], 'confirm.password': password });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/members']);
    expect((await first.send('PUT', `/v1/members/${id}/roles`, { roles: ['reader'] })).status).toBe(200);
    // ASVS 7.4.2, 7.4.4: another role ends their sessions at once.
    expect((await bo.get('/v1/account')).status).toBe(401);
    setting.clock.set('2026-11-23T10:00:00Z');
  });

  it('another person’s passkey does not confirm', async () => {
    setting.clock.set('2026-11-23T10:24:00Z');
    const answer = await first.send('POST', '/v1/session/confirmation', { passkey: device.sign(await asked(first, 'sign-in')) });
    expect(answer.status).toBe(422);
    setting.clock.set('2026-11-23T10:00:00Z');
  });
});
