/** How a program asks: once and not twice, only while it is as it was, and not again what it has already. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { defineOperation } from '../../src/platform/operation.ts';
import { scene } from './scene.ts';
import type { Browser } from './visitor.ts';

const fields = (name: string) => ({ name, recovery: 'unknown' });
const key = (text: string) => ({ 'idempotency-key': `a-key-of-this-test-${text}` });

const old = defineOperation({
  name: 'trial.show-old', title: { nl: 'Oud', en: 'Old' }, permission: 'anyone', input: z.strictObject({}), output: z.strictObject({}), effect: { kind: 'read' }, handle: async () => ({}),
  rest: { method: 'GET', path: '/old-things', deprecated: { since: '2026-01-01', until: '2027-01-01', instead: '/systems' } },
});

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind, [...operations, old]);
  const add = (name: string, headers: Record<string, string>, who: Browser = at.editor) => who.send('POST', '/v1/systems', fields(name), headers);
  const systemsNamed = async (name: string): Promise<number> => ((await (await at.reader.get(`/v1/systems?q=${name}`)).text()).match(new RegExp(`"name":"${name}"`, 'g')) ?? []).length;

  it('SEC-3 #18 the same key and the same request: the same answer, done once', async () => {
    const answers = [await add('Eenmaal', key('once')), await add('Eenmaal', key('once'))];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
    expect(second).toBe(first);
    expect(await systemsNamed('Eenmaal')).toBe(1);
  });

  it('SEC-3 #18 the same key and another request: 422, and nothing done', async () => {
    await add('Sleutel', key('other'));
    const answer = await add('Andersom', key('other'));
    expect([answer.status, await systemsNamed('Andersom')]).toEqual([422, 0]);
  });

  it('SEC-3 #19 fifty at the same moment with one key: one effect, fifty times the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => add('Tegelijk', key('parallel'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await systemsNamed('Tegelijk')).toBe(1);
  });

  it('a key is somebody’s own, and what was refused may be asked again', async () => {
    expect((await add('Gedeeld', key('own'), at.reader)).status).toBe(403);
    expect((await add('Gedeeld', key('own'))).status).toBe(200);
    expect((await add('Gedeeld', key('own'), at.first)).status).toBe(200);
    expect((await at.editor.send('POST', '/v1/systems', { id: 'idp', ...fields('x') }, key('refused'))).status).toBe(422);
    expect((await at.editor.send('POST', '/v1/systems', { id: 'idp', ...fields('x') }, key('refused'))).status).toBe(422);
    expect((await add('Kort', { 'idempotency-key': 'short' })).status).toBe(400);
  });

  it('304 for what a program has already, with its ETag', async () => {
    const path = `/v1/systems/${at.system}`;
    const etag = (await at.reader.get(path)).headers.get('etag') ?? '';
    const again = await at.reader.get(path, { 'if-none-match': etag });
    expect([etag.length, again.status, await again.text(), again.headers.get('etag'), again.headers.get('api-version')]).toEqual([24, 304, '', etag, '1.0.0']);
    expect((await at.reader.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('SEC-3 #18 a stale If-Match: 412; a fresh one is taken; of two at once one wins', async () => {
    const path = `/v1/systems/${at.system}`;
    const etagNow = async () => (await at.editor.get(path)).headers.get('etag') ?? '';
    const put = (name: string, etag: string) => at.editor.send('PUT', path, fields(name), { 'if-match': etag });
    const before = await etagNow();
    expect((await put('Eerste', before)).status).toBe(200);
    expect((await put('Tweede', before)).status).toBe(412);
    const seen = await etagNow();
    const both = await Promise.all([put('Derde', seen), put('Vierde', seen)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await at.editor.send('PUT', '/v1/systems/none-such', fields('x'), { 'if-match': '*' })).status).toBe(412);
  });

  it('405 with what the address does know, 404 where there is nothing, each with the version', async () => {
    const answer = await at.reader.send('PATCH', '/v1/systems', {});
    expect([answer.status, answer.headers.get('allow'), answer.headers.get('api-version')]).toEqual([405, 'GET, POST', '1.0.0']);
    const none = await at.reader.get('/v1/none-such');
    expect([none.status, none.headers.get('api-version'), none.headers.get('content-type')]).toEqual([404, '1.0.0', 'application/problem+json; charset=utf-8']);
  });

  it('API-18 says of a route that will go since when, until when, and what comes after', async () => {
    const { headers } = await at.reader.get('/v1/old-things');
    expect([headers.get('deprecation'), headers.get('sunset'), headers.get('link')]).toEqual(['@1767225600', 'Fri, 01 Jan 2027 00:00:00 GMT', '</v1/systems>; rel="successor-version"']);
  });
});
