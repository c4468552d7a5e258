/** The example organisation: everybody's own copy, once, and back again. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { type Browser, browser, firstPerson, invited, password, settingOn, type Setting } from './visitor.ts';

type Account = { organisation: string; roles: string[]; elsewhere: boolean };
const accountOf = async (who: Browser): Promise<Account> => (await (await who.send('GET', '/v1/account')).json()) as Account;
const open = async (who: Browser): Promise<string> => ((await (await who.send('POST', '/v1/example', {})).json()) as { organisation: string }).organisation;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let setting: Setting;
  let first: Browser;
  beforeAll(async () => {
    setting = settingOn(at);
    first = await firstPerson(setting);
  });

  it('who sets up gets every role, and looks after the platform; who joins has nothing else to go to', async () => {
    expect(await accountOf(first)).toMatchObject({ organisation: 'Waterlinde', roles: ['administrator', 'editor', 'board', 'auditor'], elsewhere: true });
    const joined = await invited(setting, first, 'Joost', ['reader']);
    expect(await accountOf(joined)).toMatchObject({ organisation: 'Waterlinde', elsewhere: false });
    expect(await (await joined.get('/start')).text()).not.toContain('Other organisation');
  });

  it('opens a copy with everything in it, and the same one a second time', async () => {
    const answer = await first.post('/example', {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(await accountOf(first)).toMatchObject({ organisation: 'Gemeente Waterwolde (example)', elsewhere: true });
    expect(await (await first.get('/start')).text()).toContain('Other organisation');
    const { rows } = await sql<{ items: string }>`select count(*) as items from landscape_item`.execute(at.db);
    expect(Number(rows[0]?.items)).toBeGreaterThan(150);
    const again = await open(first);
    expect(await open(first)).toBe(again);
    expect((await sql`select 1 from organisation`.execute(at.db)).rows).toHaveLength(2);
  });

  it('gives somebody else a copy of their own; who asks twice at once gets one', async () => {
    await first.send('PUT', '/v1/session/organisation', { organisation: (await sql<{ id: string }>`select id from organisation where name = 'Waterlinde'`.execute(at.db)).rows[0]?.id });
    const rita = await invited(setting, first, 'Rita', ['reader']);
    const [one, other] = [browser(setting), browser(setting)];
    for (const who of [one, other]) await who.post('/sign-in', { email: 'rita@example.nl', password });
    const made = await Promise.all([open(one), open(other)]);
    expect(made[0]).toBe(made[1]);
    expect(await open(rita)).toBe(made[0]);
    expect(made[0]).not.toBe(await open(first));
    expect((await accountOf(rita)).roles).toContain('editor');
  });

  it('leads who is not signed in to sign in first, and back', async () => {
    expect((await browser(setting).get('/example')).headers.get('location')).toBe('/sign-in?next=%2Fexample');
  });
});

describe.each(eachDatabase)('a changed password on %s', (kind) => {
  const at = freshDatabase(kind);
  const other = 'another sentence, longer still';

  it('asks the present one, ends other sessions, and slows down guessing', async () => {
    const setting = settingOn(at);
    const first = await firstPerson(setting);
    const elsewhere = browser(setting);
    await elsewhere.post('/sign-in', { email: 'anna@example.nl', password });
    expect((await first.send('PUT', '/v1/account/password', { current: 'wrong', password: other })).status).toBe(422);
    expect((await first.send('PUT', '/v1/account/password', { current: password, password: 'short' })).status).toBe(400);
    expect((await first.post('/account/password', { current: password, password: other })).headers.get('location')).toBe('/account');
    expect((await first.send('GET', '/v1/account')).status).toBe(200);
    expect((await elsewhere.send('GET', '/v1/account')).status).toBe(401);
    expect((await elsewhere.post('/sign-in', { email: 'anna@example.nl', password })).status).toBe(422);
    expect((await elsewhere.post('/sign-in', { email: 'anna@example.nl', password: other })).status).toBe(303);
    for (let guess = 0; guess < 6; guess += 1) await elsewhere.send('PUT', '/v1/account/password', { current: 'wrong', password });
    expect((await elsewhere.send('PUT', '/v1/account/password', { current: other, password })).status).toBe(429);
  });
});

describe('setting up', () => {
  const at = freshDatabase('PGlite');

  it('goes on to where the visitor was going, and never to another site', async () => {
    const setting = settingOn(at);
    const visitor = browser(setting);
    expect(await (await visitor.get('/start')).text()).toContain('href="/set-up?next=%2Fexample"');
    expect(await (await visitor.get('/sign-in?next=%2Fexample')).text()).toContain('href="/set-up?next=%2Fexample"');
    expect(await (await visitor.get('/set-up?next=%2Fexample')).text()).toContain('name="next" value="/example"');
  });
});
