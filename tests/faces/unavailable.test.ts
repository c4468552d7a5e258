/** While the database is away, as when another takes over: a clear 503 that says when to come back, never a 500. */
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/platform/database/open-database.ts';
import { settingOn } from './visitor.ts';

describe('without its database', () => {
  const db = connect({ host: '127.0.0.1', port: 1, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 500 });
  afterAll(() => db.destroy());
  const ask = (path: string, init: RequestInit = {}) => settingOn({ db }).app.request(`http://localhost${path}`, { ...init, headers: { cookie: 'regie=somebody', 'accept-language': 'en', origin: 'http://localhost', ...init.headers } });

  it.each(['/', '/systems', '/sign-in'])('HA-4 the page %s says so in plain words', async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    const page = await answer.text();
    expect(page).toContain('cannot be reached for a moment');
    expect(page).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|node_modules/);
  });

  it.each([['GET', '/v1/systems'], ['PUT', '/v1/systems/x']])('HA-4 so does %s %s, to a program', async (method, path) => {
    const answer = await ask(path, method === 'PUT' ? { method, body: '{}', headers: { 'content-type': 'application/json' } } : {});
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([503, '5', 'application/problem+json; charset=utf-8']);
  });
});
