/** A token does what its maker may and it was made for, without a cookie, until it is over, revoked, or its maker leaves. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { operations } from '../../entry/operations.ts';
import { gathered } from '../../entry/slices.ts';
import { scene } from '../../../tests/faces/scene.ts';
import { type Browser, invited, password } from '../../../tests/faces/visitor.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';

const everyScope = Object.keys(gathered.permissions);

type Made = { readonly id: string; readonly token: string };
type Listed = { readonly tokens: readonly { id: string; beginning: string; usedAt: string | null; over: boolean; madeBy: string | null }[] };

const making = (who: Browser, scopes: readonly string[], days = 30, path = '/v1/account/tokens') => who.send('POST', path, { name: 'Koppeling', scopes, days });
const made = async (...asked: Parameters<typeof making>): Promise<Made> => (await (await making(...asked)).json()) as Made;

it('can be made for each right that roles give and that needs no person to confirm, and for nothing else', () => {
  const asked = operations.filter(({ stepUp }) => !stepUp).map(({ permission }) => permission).filter((permission) => permission.includes(':') && !permission.startsWith('platform:'));
  expect(everyScope.toSorted(), 'A slice names each right that it asks first, under `permissions` in its slice.ts').toEqual([...new Set(asked)].toSorted());
});

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const ofTheOrganisation = (scopes: readonly string[]): Promise<Made> => made(at.first, scopes, 30, '/v1/organisation/tokens');
  const ask = (token: string, path = '/v1/systems', method = 'GET', body?: unknown, headers = {}) =>
    at.setting.app.request(`http://localhost${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const save = (token: string) => ask(token, `/v1/systems/${at.system}`, 'PUT', { name: 'Zaaksysteem', recovery: 'unknown' });

  it('reads and changes what it was made for, and no more', async () => {
    const [reading, changing] = [await made(at.editor, ['landscape:read']), await made(at.editor, ['landscape:read', 'landscape:change'])];
    expect((await ask(reading.token)).status).toBe(200);
    expect((await save(reading.token)).status).toBe(403);
    expect((await save(changing.token)).status).toBe(200);
    expect((await ask(changing.token, '/v1/contracts')).status).toBe(403);
  });

  it('is never made for more than its maker may, nor for longer than a year', async () => {
    expect(await (await making(at.reader, ['landscape:change'])).json()).toMatchObject({ status: 422, faults: [{ path: 'scopes' }] });
    expect((await making(at.reader, ['landscape:read'], 366)).status).toBe(400);
    expect((await making(at.reader, [])).status).toBe(400);
    expect((await at.reader.send('POST', '/v1/account/tokens', { name: 'x', scopes: ['*:read'], days: 1 })).status).toBe(400);
    expect((await making(at.editor, ['landscape:read'], 30, '/v1/organisation/tokens')).status).toBe(403);
  });

  it('may no more than its maker may now, and ends when they leave, also if they come back', async () => {
    const guest = await invited(at.setting, at.first, 'Gast', ['editor']);
    const { token } = await made(guest, ['landscape:read', 'landscape:change']);
    const { members } = await at.first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members');
    const id = members.find(({ name }) => name === 'Gast')?.id ?? '';
    await at.first.send('PUT', `/v1/members/${id}/roles`, { roles: ['reader'] });
    expect([(await ask(token)).status, (await save(token)).status]).toEqual([200, 403]);
    await at.first.send('DELETE', `/v1/members/${id}`);
    expect((await ask(token)).status).toBe(401);
    await sql`insert into membership (organisation_id, person_id, roles) select o.id, ${id}, '{editor}' from organisation o where o.name = 'Waterlinde'`.execute(at.db);
    expect((await ask(token)).status).toBe(401);
  });

  it('of the organisation acts in its own name, and goes on without its maker', async () => {
    const { id, token } = await ofTheOrganisation(['landscape:read', 'landscape:change']);
    expect((await save(token)).status).toBe(200);
    const { rows } = await sql<{ actor: string }>`select leaf::jsonb ->> 'actor' as actor from audit_event order by id desc limit 1`.execute(at.db);
    expect(rows).toEqual([{ actor: id }]);
    const { tokens } = (await (await at.first.get('/v1/organisation/tokens')).json()) as Listed;
    expect(tokens).toMatchObject([{ id, madeBy: 'Anna' }]);
    expect((await at.editor.get('/v1/organisation/tokens')).status).toBe(403);
  });

  it('is kept as a hash, shown once, and listed with its last use', async () => {
    const { id, token } = await made(at.reader, ['landscape:read']);
    await ask(token);
    const { rows } = await sql`select to_jsonb(t)::text as row from api_token t`.execute(at.db);
    expect(JSON.stringify(rows)).not.toContain(token);
    const text = await (await at.reader.get('/v1/account/tokens')).text();
    expect((JSON.parse(text) as Listed).tokens.find((one) => one.id === id)).toMatchObject({ beginning: token.slice(0, 12), usedAt: '2026-11-23T10:00:00.000Z', over: false });
    expect(text).not.toContain(token);
    expect(await (await at.reader.get('/account/tokens')).text()).toContain(token.slice(0, 12));
  });

  it('ignores cookies: whoever sends a wrong one is nobody', async () => {
    expect((await at.reader.get('/v1/systems')).status).toBe(200);
    for (const wrong of ['Bearer regie_wrong', 'Bearer ', 'bearer x']) {
      const answer = await at.reader.get('/v1/systems', { authorization: wrong });
      expect([wrong, answer.status, answer.headers.get('www-authenticate')]).toEqual([wrong, 401, 'Bearer realm="regiekompas"']);
    }
    const { token } = await made(at.reader, ['landscape:read']);
    expect((await at.editor.send('PUT', `/v1/systems/${at.system}`, { name: 'X', recovery: 'unknown' }, { authorization: `Bearer ${token}` })).status).toBe(403);
  });

  it('cannot do what is a person’s own: no token, no key, no session, no other organisation', async () => {
    const { token } = await made(at.first, everyScope);
    for (const [method, path, body] of [
      ['POST', '/v1/account/tokens', { name: 'x', scopes: ['landscape:read'], days: 1 }], ['GET', '/v1/account', undefined], ['PUT', '/v1/account/password', { current: password, password }], ['DELETE', '/v1/session', undefined],
    ] as const) expect([path, (await ask(token, path, method, body)).status]).toEqual([path, 403]);
    const making = await ask(token, '/v1/organisation/tokens', 'POST', { name: 'x', scopes: ['landscape:read'], days: 1 });
    expect([making.status, making.headers.get('set-cookie')]).toEqual([401, null]);
  });

  it('asks to confirm first that it is them', async () => {
    at.setting.clock.set('2026-11-23T10:15:00Z');
    expect((await making(at.reader, ['landscape:read'])).status).toBe(401);
    const asked = await at.reader.post('/account/tokens/new', { name: 'Koppeling', scopes: ['landscape:read'], days: '90' });
    expect([asked.status, await asked.text()]).toEqual([401, expect.stringContaining('Koppeling')]);
    const done = await at.reader.post('/account/tokens/new', { name: 'Koppeling', scopes: ['landscape:read'], days: '90', 'confirm.password': password });
    const page = await done.text();
    const [token = ''] = /regie_[\w-]{43}/.exec(page) ?? [];
    expect((await ask(token)).status).toBe(200);
  });

  it('is revoked by its owner alone, at once', async () => {
    const { id, token } = await made(at.reader, ['landscape:read']);
    expect((await at.editor.send('DELETE', `/v1/account/tokens/${id}`)).status).toBe(404);
    expect((await at.first.send('DELETE', `/v1/organisation/tokens/${id}`)).status).toBe(404);
    expect((await at.reader.send('DELETE', `/v1/account/tokens/${id}`)).status).toBe(200);
    expect((await ask(token)).status).toBe(401);
  });

  it('is over when it is over', async () => {
    const { id, token } = await made(at.reader, ['landscape:read'], 1);
    at.setting.clock.set('2026-11-24T10:16:00Z');
    expect((await ask(token)).status).toBe(401);
    await at.reader.post('/sign-in', { email: 'rita@example.nl', password });
    expect(((await (await at.reader.get('/v1/account/tokens')).json()) as Listed).tokens.find((one) => one.id === id)).toMatchObject({ over: true });
  });
});
