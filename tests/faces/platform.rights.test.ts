/** Who looks after the platform × every operation: nothing of what is in an organisation. And nobody else reaches the platform's. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { importDocument, smallExample } from './scene.ts';
import { type Browser, browser, firstPerson, invited, password, settingOn, type Setting } from './visitor.ts';

const addressOf = ({ rest }: Operation): string => `/v1${rest.path.replaceAll(/\{\w+\}/g, '0190a000-0000-7000-8000-000000000000')}`;
const ask = (who: Browser, operation: Operation): Promise<Response> => who.send(operation.rest.method, addressOf(operation), operation.rest.method === 'GET' ? undefined : {});
const ownOf = ({ permission }: Operation): boolean => permission === 'anyone' || permission === 'signed-in' || permission.startsWith('platform:');
const listed = operations.toSorted((a, b) => Number(a.name === 'identity.sign-out') - Number(b.name === 'identity.sign-out'));

// The same code for every database; once is enough for so many requests.
describe(`on ${eachDatabase.at(-1)}`, () => {
  const at = freshDatabase(eachDatabase.at(-1));
  let setting: Setting;
  let first: Browser;
  const onThePlatform = async (): Promise<Browser> => {
    const who = browser(setting);
    await who.post('/sign-in', { email: 'anna@example.nl', password });
    expect((await who.post('/organisations', { organisation: '' })).headers.get('location')).toBe('/platform');
    return who;
  };
  beforeAll(async () => {
    setting = settingOn(at);
    first = await firstPerson(setting);
    await importDocument(first, smallExample);
  });

  it('is refused every operation of an organisation, with the reason, and sees none of its words (ASVS 8.2.1, 8.4.1)', async () => {
    const platform = await onThePlatform();
    const marks = ['Zaaksysteem', 'Burgerzaken'];
    expect(marks.some((mark) => smallExample.includes(mark))).toBe(true);
    for (const operation of listed) {
      const answer = await ask(platform, operation);
      const body = await answer.text();
      expect([operation.name, ownOf(operation) || answer.status]).toEqual([operation.name, ownOf(operation) ? true : 403]);
      expect(marks.filter((mark) => body.includes(mark))).toEqual([]);
    }
    // Among what was asked was to sign out everywhere.
    await first.post('/sign-in', { email: 'anna@example.nl', password });
  });

  it('the platform is reached by nobody else, whatever they are in an organisation', async () => {
    const editor = await invited(setting, first, 'Edwin', ['administrator', 'editor', 'auditor']);
    for (const operation of operations.filter(({ permission }) => permission.startsWith('platform:'))) {
      expect([operation.name, (await ask(first, operation)).status]).toEqual([operation.name, 403]);
      expect([operation.name, (await ask(editor, operation)).status]).toEqual([operation.name, 403]);
    }
    expect((await editor.post('/organisations', { organisation: '' })).status).toBe(404);
  });

  it('an organisation is begun without becoming a member of it', async () => {
    const platform = await onThePlatform();
    const { path, organisation } = (await (await platform.send('POST', '/v1/platform/organisations', { organisation: 'Nieuwland', name: 'Nel', email: 'nel@example.nl' })).json()) as { path: string; organisation: string };
    const nel = browser(setting);
    expect((await nel.post('/join', { token: path.split('token=')[1] ?? '', password })).status).toBe(303);
    expect(await (await nel.get('/v1/account')).json()).toMatchObject({ organisation: 'Nieuwland', roles: expect.arrayContaining(['administrator']) });
    expect((await platform.send('PUT', '/v1/session/organisation', { organisation })).status).toBe(404);
  });

  it('IDN-5 (local) a closed account and a removed member get 401 at their next request, and do not come in again (ASVS 7.4.2)', async () => {
    const platform = await onThePlatform();
    const kees = await invited(setting, first, 'Kees', ['reader']);
    const id = (await sql<{ id: string }>`select id from person where name = 'Kees'`.execute(at.db)).rows[0]?.id ?? '';
    expect((await kees.get('/v1/account')).status).toBe(200);
    expect((await platform.post(`/platform/accounts/${id}`, { closed: 'yes' })).headers.get('location')).toBe('/platform/accounts');
    expect((await kees.get('/v1/account')).status).toBe(401);
    expect((await kees.post('/sign-in', { email: 'kees@example.nl', password })).status).toBe(422);
    expect((await platform.send('PUT', `/v1/platform/accounts/${id}`, { closed: false })).status).toBe(200);
    expect((await kees.post('/sign-in', { email: 'kees@example.nl', password })).status).toBe(303);
    expect((await first.send('DELETE', `/v1/members/${id}`)).status).toBe(200);
    expect((await kees.get('/v1/account')).status).toBe(401);
  });
});
