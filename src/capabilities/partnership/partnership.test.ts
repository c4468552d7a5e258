import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { type Browser, queriesOf } from '../../../tests/faces/visitor.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';
import { scopedDatabase } from '../../platform/database/scoped-database.ts';
import { decide, type Decision } from '../../platform/permission.ts';
import { whoIs } from '../identity/public.ts';

type Listed = { readonly code: string; readonly agreements: readonly { readonly id: string; readonly direction: string; readonly other: string; readonly state: string }[] };
const listOf = async (who: Browser): Promise<Listed> => (await who.send('GET', '/v1/agreements')).json() as Promise<Listed>;
const stateAt = async (who: Browser, id: string): Promise<string | undefined> => (await listOf(who)).agreements.find((agreement) => agreement.id === id)?.state;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const propose = async (given: object = {}): Promise<Response> =>
    at.first.send('POST', '/v1/agreements', { partner: (await listOf(at.outsider)).code, partnerName: 'Buren', programme: 'samen-water', upTo: 'internal', until: '2027-06-30', ...given });
  const proposed = async (given: object = {}): Promise<string> => ((await (await propose(given)).json()) as { id: string }).id;
  /** What somebody of the partner, with a role in the programme, may read of it there. */
  const mayRead = async (classification: 'internal' | 'confidential' = 'internal'): Promise<Decision> => {
    const [here, there] = [(await listOf(at.first)).code, (await listOf(at.outsider)).code];
    const person = (await sql<{ id: string }>`select id from person where name = 'Vreemd'`.execute(at.db)).rows[0]?.id ?? '';
    const { clock } = at.setting;
    const member = await scopedDatabase(at.db).read({ organisation: there, person }, (db) => whoIs(db, { person, organisation: there }, clock.now()));
    const grant = { role: 'partner', scope: { kind: 'programme', id: 'samen-water' }, permissions: ['*:read'] } as const;
    return decide({ ...(member?.rights ?? expect.fail('no member')), grants: [grant] }, 'programme:read', { organisation: here, scope: grant.scope, classification });
  };

  it('a proposal shows nothing yet; signed by the partner it does, up to what was agreed; ended it does not', async () => {
    const id = await proposed();
    expect([await stateAt(at.first, id), await stateAt(at.outsider, id)]).toEqual(['proposed', 'proposed']);
    expect(await mayRead()).toMatchObject({ may: false, because: 'no-agreement' });
    expect((await at.first.send('POST', `/v1/agreements/${id}/_accept`)).status).toBe(409);
    expect((await at.outsider.send('POST', `/v1/agreements/${id}/_accept`)).status).toBe(200);
    expect((await listOf(at.first)).agreements[0]).toMatchObject({ direction: 'outward', other: 'Elders', state: 'in-force' });
    expect((await listOf(at.outsider)).agreements[0]).toMatchObject({ direction: 'inward', other: 'Waterlinde', state: 'in-force' });
    expect(await mayRead()).toMatchObject({ may: true });
    expect(await mayRead('confidential')).toMatchObject({ may: false, because: 'clearance' });
    expect((await at.outsider.send('POST', `/v1/agreements/${id}/_accept`)).status).toBe(409);
    expect((await at.outsider.send('POST', `/v1/agreements/${id}/_end`)).status).toBe(200);
    expect(await mayRead()).toMatchObject({ may: false, because: 'no-agreement' });
    expect((await at.first.send('POST', `/v1/agreements/${id}/_end`)).status).toBe(409);
  });

  it('after its last day an agreement counts no more', async () => {
    const id = await proposed({ until: '2026-11-24' });
    await at.outsider.send('POST', `/v1/agreements/${id}/_accept`);
    expect(await mayRead()).toMatchObject({ may: true });
    await sql`update partnership_agreement set until = '2026-11-22' where id = ${id}`.execute(at.db).then(() => expect.fail('the terms were changed'), (error: Error) => expect(error.message).toContain('as it was proposed'));
    await at.first.send('POST', `/v1/agreements/${id}/_end`);
  });

  it('a code of nobody waits like one of somebody, and one\'s own is refused with where and why', async () => {
    const nobody = await propose({ partner: '0190a000-0000-7000-8000-000000000000' });
    const somebody = await propose();
    expect([nobody.status, nobody.status === somebody.status && queriesOf(nobody) === queriesOf(somebody)]).toEqual([200, true]);
    const own = await at.first.post('/partners/propose', { partner: (await listOf(at.first)).code, partnerName: 'Wij', programme: 'x', upTo: 'internal', until: '2027-01-01' });
    expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('the code of your own organisation')]);
    expect((await propose({ until: '2026-11-23' })).status).toBe(422);
    expect((await propose({ upTo: 'secret' })).status).toBe(400);
  });

  it('readers see what is agreed and sign nothing; a third sees nothing', async () => {
    const id = await proposed();
    expect((await at.reader.get(`/partners/${id}`)).status).toBe(200);
    for (const path of ['/v1/agreements', `/v1/agreements/${id}/_end`]) expect((await at.reader.send('POST', path, {})).status).toBe(403);
    const third = '0190a000-0000-7000-8000-000000000003';
    expect(await scopedDatabase(at.db).read({ organisation: third }, async (db) => (await sql`select 1 from partnership_agreement`.execute(db)).rows)).toEqual([]);
  });

  it('the database itself lets nobody sign but the partner', async () => {
    const id = await proposed();
    const [here, there] = [(await listOf(at.first)).code, (await listOf(at.outsider)).code];
    const as = (organisation: string, statement: string) => scopedDatabase(at.db).change({ organisation }, (db) => sql.raw(statement).execute(db)).then(() => 'done', (error: Error) => error.message);
    const refused = expect.stringContaining('signed by the partner');
    expect(await as(here, `update partnership_agreement set accepted_at = now() where id = '${id}'`)).toEqual(refused);
    expect(await as(there, `update partnership_agreement set up_to = 'confidential' where id = '${id}'`)).toEqual(refused);
    expect(await as(here, `insert into partnership_agreement select organisation_id, gen_random_uuid(), partner_id, 'x', 'x', 'y', 'internal', until, now(), now() from partnership_agreement where id = '${id}'`)).toEqual(refused);
    expect(await as(there, `update partnership_agreement set accepted_at = now() where id = '${id}'`)).toBe('done');
  });

  it('shows it all on pages, in both languages', async () => {
    const id = await proposed();
    expect(await (await at.first.get('/partners')).text()).toContain('You let in Buren');
    expect(await (await at.outsider.get(`/partners/${id}?lang=nl`)).text()).toContain('Afspraak tekenen');
    expect((await at.outsider.post(`/partners/${id}/accept`, {})).headers.get('location')).toBe(`/partners/${id}`);
    expect((await at.outsider.get(`/partners/${id}/end`)).status).toBe(200);
  });
});
