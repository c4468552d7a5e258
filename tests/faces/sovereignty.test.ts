/** Systems, data and evidence, read and answered through the whole server on the example organisation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/capabilities/identity/public.ts';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { knowledge, libraryFolder } from '../library/read.ts';
import { importDocument } from './scene.ts';
import { type Browser, firstPerson, invited, settingOn, stranger } from './visitor.ts';

const example = readFileSync(join(libraryFolder, 'examples/gemeente-waterwolde/landscape.yaml'), 'utf8');

/** Each system here waits for an answer of another kind; the policy of the library decides. */
const waiting = {
  regiekompas: 'landscape/1',
  organisation: { id: 'o', name: 'Waterlinde', country: 'NL' },
  providers: [{ id: 'dijk', name: 'Dijk BV', country: 'NL' }, { id: 'us', name: 'US Inc.', country: 'US' }],
  datasets: [{ id: 'd', name: 'Dossiers', classification: 'critical' }],
  systems: [
    system('keys', { 6: { operator: 'dijk', country: 'NL' } }),
    system('place', { 1: { operator: 'dijk' } }),
    system('who', { 1: { country: 'NL' } }),
    system('exit', {}, { deployment: 'own', recovery: undefined }),
    system('environment', {}, { deployment: undefined }),
    system('contract', {}),
    system('read', { 7: { operator: 'us', country: 'NL' } }),
    system('proven', { 6: { operator: 'dijk', country: 'NL' } }),
  ],
  contracts: [{ id: 'c', provider: 'dijk', systems: ['contract'], start: '2020-01-01', clauses: { 'data-in-eu': true, 'customer-key-management': true } }, { id: 'all', provider: 'dijk', systems: ['keys', 'place', 'who', 'read', 'proven'], start: '2020-01-01', clauses: { 'data-in-eu': true, 'customer-key-management': true, 'exit-strategy': true } }],
  evidence: [{ id: 'e', kind: 'scan', on: '2026-01-01', says: { system: 'proven', layer: 6, measure: 'customer-held-keys', state: 'unknown' } }],
};
function system(id: string, layers: object, own: object = {}) {
  const self = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((layer) => [layer, { operator: 'self' }]));
  return { id, name: `System ${id}`, delivery: 'hosted', deployment: 'private', datasets: ['d'], layers: { ...self, ...layers }, recovery: { declaredHours: 8 }, ...own };
}

const textOf = async (response: Response): Promise<string> => (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ');
const pages = [
  '/systems', '/systems?q=zaak&sort=-name', '/systems?verdict=forbidden&reading=narrow', '/systems/datalab', '/systems/uitkeringssysteem', '/systems/e-depot?reading=narrow', '/systems/wmo-suite',
  '/datasets', '/datasets?classification=critical&sort=verdict', '/datasets/sociaal-combinatiebestand', '/evidence', '/evidence?standing=expired', '/evidence/bw-datalab-scan',
];
type Question = { readonly key: string; readonly kind: string; readonly blockedBy?: string };
type View = { readonly assessed: { readonly verdict: string; readonly decisive: string[] }; readonly questions: Question[]; readonly ways: { readonly to: string; readonly days: number }[]; readonly revision: number };

const answer = (who: Browser, id: string, question: string, given: object, path = 'answers') => who.send('POST', `/v1/systems/${id}/${path}`, { question, ...given });

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let [editor, reader, keeper, outsider] = [] as unknown as [Browser, Browser, Browser, Browser];
  beforeAll(async () => {
    const setting = settingOn(at, operations, knowledge);
    const first = await firstPerson(setting);
    editor = await invited(setting, first, 'Ed', ['editor']);
    reader = await invited(setting, first, 'Rita', ['reader']);
    keeper = await invited(setting, first, 'Carla', ['contract-manager']);
    outsider = await stranger(setting, first, roles);
    for (const [path, said] of [['/systems', 'There are no systems yet'], ['/datasets', 'No data is described yet'], ['/evidence', 'There is no evidence yet']] as const) expect(await textOf(await editor.get(path))).toContain(said);
    await importDocument(editor, example);
  });
  const view = async (id: string): Promise<View> => (await (await reader.get(`/v1/systems/${id}`)).json()) as View;
  const listed = async (path: string) => (await (await reader.get(`/v1${path}`)).json()) as { total: number; found: number; page: number; rows: { id: string; name: string }[] };

  it.each(pages)('%s is a page in both languages, without a text that is missing', async (path) => {
    for (const lang of ['nl', 'en']) {
      const response = await reader.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([response.status, await textOf(response)]).toEqual([200, expect.not.stringMatching(/undefined|\[object|NaN|Invalid Date/)]);
    }
  });

  it('finds without accents, filters by verdict, sorts both ways, and pages after the last show the last', async () => {
    expect((await listed('/systems?q=WMO')).rows.map(({ id }) => id)).toContain('wmo-suite');
    expect((await listed('/systems?verdict=forbidden')).rows.map(({ id }) => id)).toEqual(['belastingsysteem', 'crisissysteem', 'datalab', 'financieel-systeem', 'wmo-suite']);
    const [up, down] = [await listed('/systems?sort=name'), await listed('/systems?sort=-name&page=99')];
    expect([down.page, down.rows.at(-1)?.id]).toEqual([2, up.rows[0]?.id]);
    expect(await textOf(await reader.get('/systems?q=nosuchthing'))).toContain('Nothing found');
  });

  it('tells of a system the verdict, the row, the law, the chain and the reading', async () => {
    const text = await textOf(await reader.get('/systems/wmo-suite'));
    for (const said of ['Forbidden', 'Rule critical-disclosed', 'Wide reading', 'United States', 'calls in', 'See the narrow reading']) expect(text).toContain(said);
    expect(await textOf(await reader.get('/systems/datalab'))).toContain('is in the hands of');
    expect(await (await reader.get('/systems/wmo-suite')).text()).toContain('href="/library/laws/gdpr"');
    expect(await textOf(await reader.get('/systems/financieel-systeem?reading=narrow'))).toMatch(/Allowed Under the policy this is allowed/);
  });

  it('marks what is inherited with its source, and offers changes only to who may make them', async () => {
    expect(await textOf(await reader.get('/systems/datalab'))).toMatch(/Cumulant Cloud Nederland BV from Publieke cloud \(Cumulant\)/);
    for (const path of ['/systems/datalab', '/datasets/sociaal-combinatiebestand', '/evidence/bw-datalab-scan']) {
      expect(await (await reader.get(path)).text()).not.toContain('/edit"');
      expect(await (await editor.get(path)).text()).toContain('/edit"');
    }
  });

  it('shows both sides of a contradiction, marks what has expired, and groups what is unproven by place', async () => {
    const page = await textOf(await reader.get('/evidence'));
    expect(page).toMatch(/Keys in our own hands Layer 6 · Presentation Datalab yes no bw-datalab-scan/);
    expect(page).toContain('Expired');
    expect((await (await reader.get('/v1/evidence')).json()) as object).toMatchObject({ unproven: 339, places: 80, unprovenAt: expect.objectContaining({ length: 20 }) });
  });

  it('another organisation finds nothing', async () => {
    for (const path of ['/systems/datalab', '/datasets/sociaal-combinatiebestand', '/evidence/bw-datalab-scan']) expect([(await outsider.get(path)).status, (await outsider.get(`/v1${path}`)).status]).toEqual([404, 404]);
    expect(await (await outsider.get('/v1/systems')).json()).toMatchObject({ total: 0, rows: [] });
    expect((await outsider.send('POST', '/v1/systems/uitkeringssysteem/answers', { question: 'measure.6.customer-held-keys', answer: 'yes' })).status).toBe(404);
  });

  describe('an open question', () => {
    beforeAll(async () => importDocument(editor, JSON.stringify(waiting), 'waiting.json'));

    it.each([
      ['keys', 'measure.6.customer-held-keys', { answer: 'yes' }, 'permitted'],
      ['place', 'country.1', { answer: 'NL' }, 'permitted'],
      ['who', 'operator.1', { answer: 'self' }, 'permitted'],
      ['exit', 'recovery', { answer: 'tested', hours: 8, testedOn: '2026-06-01' }, 'permitted'],
      ['environment', 'deployment', { answer: 'own' }, 'permitted'],
      ['read', 'measure.7.confidential-computing', { answer: 'yes' }, 'permitted'],
    ])('%s: %s goes into the landscape and settles the verdict', async (id, key, given, verdict) => {
      const before = await view(id);
      expect([before.assessed.verdict, before.questions.map((question) => question.key)]).toEqual(['undetermined', expect.arrayContaining([key])]);
      const { status } = await answer(editor, id, key, given);
      const after = await view(id);
      expect([status, after.assessed.verdict, after.revision]).toEqual([200, verdict, before.revision + 1]);
      expect((await answer(editor, id, key, given)).status).toBe(409);
    });

    it('about a contract is for who keeps the contracts', async () => {
      expect((await view('contract')).questions).toMatchObject([{ key: 'clause.c.exit-strategy' }]);
      expect((await answer(keeper, 'contract', 'clause.c.exit-strategy', { answer: 'yes' })).status).toBe(403);
      expect((await answer(reader, 'contract', 'clause.c.exit-strategy', { answer: 'yes' }, 'clause-answers')).status).toBe(403);
      expect((await answer(editor, 'contract', 'clause.c.exit-strategy', { answer: 'yes' })).status).toBe(409);
      expect((await answer(keeper, 'contract', 'clause.c.exit-strategy', { answer: 'yes' }, 'clause-answers')).status).toBe(200);
      expect((await view('contract')).assessed.verdict).toBe('permitted');
    });

    it('that evidence leaves open asks for other evidence, not for an answer', async () => {
      expect((await view('proven')).questions).toMatchObject([{ key: 'measure.6.customer-held-keys', blockedBy: 'e' }]);
      expect((await answer(editor, 'proven', 'measure.6.customer-held-keys', { answer: 'yes' })).status).toBe(409);
      expect(await textOf(await editor.get('/systems/proven'))).toContain('To the evidence');
    });

    it('comes back with what is wrong, and nothing has changed', async () => {
      await importDocument(editor, JSON.stringify({ ...waiting, organisation: { ...waiting.organisation, name: 'Again' } }), 'again.json');
      const { revision } = await view('exit');
      const posted = await editor.post('/systems/exit/answer', { question: 'recovery', answer: 'tested' });
      expect([posted.status, await textOf(posted)]).toEqual([422, expect.stringContaining('Fill in how many hours restoring takes.')]);
      for (const [key, given] of [['place', 'XX'], ['place', 'Netherlands'], ['keys', 'perhaps'], ['keys', '']] as const) {
        const question = key === 'place' ? 'country.1' : 'measure.6.customer-held-keys';
        expect((await answer(editor, key, question, { answer: given })).status).toBe(422);
      }
      expect((await view('exit')).revision).toBe(revision);
    });

    it('is answered on the page itself, by form', async () => {
      expect(await (await reader.get('/systems/keys')).text()).not.toContain('<input class="regie-choice__control"');
      expect(await (await editor.get('/systems/keys')).text()).toContain('action="/systems/keys/answer"');
      const posted = await editor.post('/systems/keys/answer', { question: 'measure.6.customer-held-keys', answer: 'no' });
      expect([posted.status, posted.headers.get('location')]).toEqual([303, '/systems/keys']);
      const page = await textOf(await editor.get('/systems/keys'));
      expect(page).toContain('Your answer is in the landscape.');
      expect(page).toMatch(/To “Allowed” in about 25 days/);
      expect((await editor.get('/systems/who/answer?question=operator.1')).status).toBe(200);
    });
  });
});

describe('ten thousand systems', () => {
  const at = freshDatabase('PGlite');
  const many = { ...waiting, systems: Array.from({ length: 10_000 }, (_, number) => ({ ...(number > 0 && { runsOn: 's-0' }), ...waiting.systems[number % waiting.systems.length]!, id: `s-${number}`, name: `Systeem ${number}`, layers: { ...waiting.systems[number % waiting.systems.length]!.layers, 2: { operator: number % 3 === 0 ? 'us' : 'dijk', country: 'NL' } } })), contracts: [], evidence: [{ id: 'e', kind: 'scan', on: '2026-01-01', says: { organisation: true, layer: 7, measure: 'access-logging', state: 'yes' } }] };
  it('take the same few queries as few, in pages under 60 kB', async () => {
    const setting = settingOn(at, operations, knowledge);
    const first = await firstPerson(setting);
    const editor = await invited(setting, first, 'Ed', ['editor']);
    const measured = async (path: string) => {
      await editor.get(path);
      const response = await editor.get(path);
      return { path, status: response.status, queries: response.headers.get('server-timing'), small: gzipSync(await response.text()).length < 60_000 };
    };
    const paths = ['/systems', '/systems?q=9&sort=-criticality&page=3', '/systems?verdict=undetermined', '/datasets', '/datasets/d', '/evidence', '/evidence/e'];
    await importDocument(editor, JSON.stringify(waiting), 'few.json');
    const few = [];
    for (const path of paths) few.push(await measured(path));
    await importDocument(editor, JSON.stringify(many), 'many.json');
    const found = [];
    for (const path of paths) found.push(await measured(path));
    expect(found).toEqual(few);
    expect(found.every(({ status, small }) => status === 200 && small)).toBe(true);
    for (const { queries } of found) expect(Number(/desc="(\d+)"/.exec(queries ?? '')?.[1])).toBeLessThanOrEqual(6);
    for (const path of ['/systems/s-77', '/systems/s-0']) expect(await measured(path)).toMatchObject({ status: 200, queries: found[0]?.queries, small: true });
  }, 120_000);
});
