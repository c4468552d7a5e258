import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineOperation, type Operation } from '../../src/platform/operation.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { operations } from '../../src/entry/operations.ts';
import { conflict } from '../../src/platform/refusal.ts';
import { type Browser, browser, firstPerson, invited, password, provoked, settingOn, type Setting } from './visitor.ts';

const title = { nl: 'Proef', en: 'Trial' };
const thing = z.strictObject({ size: z.number().min(1), note: z.string().optional() });

/** Declared with the least there is: everything else must follow. */
const bare: readonly Operation[] = [
  defineOperation({ name: 'trial.read-thing', title, permission: 'trial:read', input: thing, output: z.strictObject({ doubled: z.number(), halves: z.array(z.strictObject({ half: z.number().meta({ label: { nl: 'Helft', en: 'Each half' } }) })).meta({ label: { nl: 'Helften', en: 'Both halves' } }) }), effect: { kind: 'read' }, handle: async (_, { size }) => ({ doubled: size * 2, halves: [{ half: size / 2 }] }) }),
  defineOperation({
    name: 'trial.save-thing', title, permission: 'trial:change', input: thing, output: thing,
    effect: { kind: 'change', trace: ({ size }) => ({ object: 'thing/1', detail: { size } }) },
    handle: async (at, input) => {
      await sql`insert into trial_thing values (${input.size})`.execute(at.db);
      return input.size === 13 ? conflict({ nl: 'Dertien niet.', en: 'Not thirteen.' }) : input;
    },
  }),
  defineOperation({ name: 'trial.write-secretly', title, permission: 'trial:read', input: z.strictObject({}), output: z.strictObject({}), effect: { kind: 'read' }, handle: async (at) => (await sql`insert into trial_thing values (99)`.execute(at.db), {}) }),
  defineOperation({ name: 'trial.say-toomuch', title, permission: 'trial:read', input: z.strictObject({}), output: z.strictObject({}), effect: { kind: 'read' }, handle: async () => ({ secret: 'x' }) as never }),
];

const text = async (response: Response): Promise<string> => (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let setting: Setting;
  let first: Browser;
  beforeAll(async () => {
    setting = settingOn(at, [...operations, ...bare]);
    await sql`create table trial_thing (size int)`.execute(at.db);
    first = await firstPerson(setting);
  });
  const entries = async () => (await sql`select id from audit_event`.execute(at.db)).rows.length;
  const things = async () => (await sql<{ size: number }>`select size from trial_thing`.execute(at.db)).rows.map(({ size }) => size);

  it('an operation declared with the least has a page, a form, a route, a description and an audit entry', async () => {
    expect(await text(await first.get('/operations/trial.read-thing?size=21'))).toMatch(/Doubled 42 Both halves .*Each half 10.5/);
    expect(await (await first.get('/v1/operations/trial.read-thing?size=21')).json()).toEqual({ doubled: 42, halves: [{ half: 10.5 }] });
    const saved = await first.post('/operations/trial.save-thing', { size: '7', note: '' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/operations/trial.save-thing']);
    expect(await text(await first.get('/operations/trial.save-thing'))).toContain('Done.');
    expect(await text(await first.get('/operations/trial.save-thing'))).not.toContain('Done.');
    const { entries } = (await (await first.send('GET', '/v1/audit-entries?object=thing/1')).json()) as { entries: unknown[] };
    expect(entries).toMatchObject([{ operation: 'trial.save-thing', object: 'thing/1', detail: { size: 7 }, outcome: 'done', name: 'Anna' }]);
    const described = (await (await first.get('/v1/openapi.json')).json()) as { paths: Record<string, unknown> };
    expect(described.paths['/operations/trial.save-thing']).toMatchObject({ post: { operationId: 'trial.save-thing' } });
  });

  it('a form with faults comes back whole, with what was typed and what to mend', async () => {
    const again = await first.post('/operations/trial.save-thing', { size: 'a <b>', note: 'keep "this"' });
    const html = await again.text();
    expect(again.status).toBe(422);
    expect(html).toContain('value="a &lt;b&gt;"');
    expect(html).toContain('keep &quot;this&quot;');
    expect(html).toContain('This must be a number.');
  });

  it('a refused change leaves nothing behind, not even an entry', async () => {
    const before = await things();
    const count = await entries();
    const answer = await first.post('/operations/trial.save-thing', { size: '13' });
    expect([answer.status, await text(answer)]).toEqual([409, expect.stringContaining('Not thirteen.')]);
    expect(await things()).toEqual(before);
    expect(await entries()).toBe(count);
  });

  it('a read cannot write, and says no more than its output; both stay opaque outside and whole in the log', async () => {
    for (const name of ['trial.write-secretly', 'trial.say-toomuch']) {
      const answer = await provoked(setting, () => first.get(`/v1/operations/${name}`));
      const problem = (await answer.json()) as { status: number; detail: string };
      expect(problem.status).toBe(500);
      const reference = /: (\w{8})\./.exec(problem.detail)?.[1];
      expect(JSON.stringify(problem)).not.toMatch(/secret|read-only|insert/);
      expect(setting.log.at(-1)).toContain(reference);
    }
    expect(await things()).not.toContain(99);
  });

  it('a form of another site is refused, and nothing happened', async () => {
    const before = await things();
    const answer = await first.post('/operations/trial.save-thing', { size: '8' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(await things()).toEqual(before);
  });

  it('speaks the language asked for, and remembers it', async () => {
    const visitor = browser(setting, 'de, nl;q=0.8');
    expect(await text(await visitor.get('/start'))).toContain('Begin een gesprek');
    expect(await text(await visitor.get('/start?lang=en'))).toContain('Start a conversation');
    expect(await (await visitor.get('/start')).text()).toContain('<html lang="en">');
  });

  it('sends who is not signed in to sign in and back, and never to another site', async () => {
    const visitor = browser(setting);
    const away = await visitor.get('/members?x=1');
    expect(away.headers.get('location')).toBe('/sign-in?next=%2Fmembers%3Fx%3D1');
    const back = await visitor.post('/sign-in', { email: 'ANNA@example.nl', password, next: '/members' });
    expect(back.headers.get('location')).toBe('/members');
    const elsewhere = await browser(setting).post('/sign-in', { email: 'anna@example.nl', password, next: '//evil.example' });
    expect(elsewhere.headers.get('location')).toBe('/');
  });

  it('answers a wrong password and an unknown person alike, and slows down guessing', async () => {
    const guess = async (email: string) => {
      const answer = await browser(setting).post('/sign-in', { email, password: 'wrong wrong wrong' });
      return [answer.status, (await text(answer)).replaceAll(email, '')];
    };
    expect(await guess('anna@example.nl')).toEqual(await guess('nobody@example.nl'));
    for (let attempt = 0; attempt < 6; attempt += 1) await guess('anna@example.nl');
    expect((await guess('anna@example.nl'))[0]).toBe(429);
    setting.clock.set('2026-11-23T11:01:00Z');
    expect((await guess('anna@example.nl'))[0]).toBe(422);
    setting.clock.set('2026-11-23T10:00:00Z');
  });

  it('an invitation works once, and does not take over an account', async () => {
    const { path } = (await (await first.send('POST', '/v1/invitations', { name: 'Bo', email: 'bo@example.nl', roles: ['reader'] })).json()) as { path: string };
    const token = new URL(path, 'http://x').searchParams.get('token') ?? '';
    expect((await browser(setting).post('/join', { token, password })).status).toBe(303);
    expect((await browser(setting).post('/join', { token, password })).status).toBe(409);
    const again = (await (await first.send('POST', '/v1/invitations', { name: 'Anna', email: 'anna@example.nl', roles: ['reader'] })).json()) as { path: string };
    expect((await browser(setting).post('/join', { token: new URL(again.path, 'http://x').searchParams.get('token') ?? '', password })).status).toBe(409);
  });

  it('keeps a last administrator, and ends the sessions of who loses a role', async () => {
    const carl = await invited(setting, first, 'Carl', ['editor']);
    const { members } = await first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members');
    const idOf = (name: string) => members.find((member) => member.name === name)?.id ?? '';
    expect((await first.send('PUT', `/v1/members/${idOf('Anna')}/roles`, { roles: ['reader'] })).status).toBe(409);
    expect((await first.post(`/members/${idOf('Carl')}/roles`, { roles: ['reader', 'auditor'] })).status).toBe(303);
    expect((await carl.send('GET', '/v1/audit-entries')).status).toBe(401);
    await carl.post('/sign-in', { email: 'carl@example.nl', password });
    expect(await text(await carl.get('/audit'))).toContain('Change roles');
  });

  it('takes the same number of queries however much there is to show', async () => {
    const queries = async () => (await first.get('/members')).headers.get('server-timing');
    const before = await queries();
    await invited(setting, first, 'Dirk', ['reader']);
    await invited(setting, first, 'Els', ['reader']);
    expect(await queries()).toBe(before);
    expect(before).toBe('db;desc="5"');
  });

  it('a body that is too large is refused before it is held', async () => {
    const huge = new File(['x'.repeat(11 * 1024 * 1024)], 'huge.txt');
    expect((await first.post('/operations/trial.save-thing', { note: huge })).status).toBe(413);
    expect((await first.send('POST', '/v1/operations/trial.save-thing', { note: 'x'.repeat(11 * 1024 * 1024) })).status).toBe(413);
  });

  it('every fault of a JSON body at once; what is no JSON is a fault too', async () => {
    const answer = await first.send('POST', '/v1/operations/trial.save-thing', { size: 0, colour: 'red' });
    expect(await answer.json()).toMatchObject({ status: 400, faults: [{ path: 'size', pointer: '#/size', message: 'This must be 1 or more.' }, { path: '', message: 'Unknown: colour. Leave it out.' }] });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('api-version')).toBe('1.0.0');
    expect((await first.send('POST', '/v1/operations/trial.save-thing', [1])).status).toBe(400);
  });
});
