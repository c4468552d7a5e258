/** Providers, contracts and the organisation, read through the whole server on the example organisation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/capabilities/identity/public.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { operations } from '../../src/entry/operations.ts';
import { knowledge, libraryFolder } from '../library/read.ts';
import { type Browser, firstPerson, invited, settingOn, stranger } from './visitor.ts';

const example = readFileSync(join(libraryFolder, 'examples/gemeente-waterwolde/landscape.yaml'), 'utf8');

/** The whole, with many more of everything that a page lists. */
const larger = example
  .replace(/^providers:$/m, `providers:\n${Array.from({ length: 300 }, (_, at) => `  - { id: extra-${at}, name: Extra leverancier ${at}, country: US, owners: [{ provider: cumulant-nl, share: 0.6 }] }`).join('\n')}`)
  .replace(/^contracts:$/m, `contracts:\n${Array.from({ length: 300 }, (_, at) => `  - { id: ct-extra-${at}, provider: extra-${at}, systems: [datalab], start: 2024-01-01 }`).join('\n')}`);

async function importLandscape(by: Browser, text: string): Promise<void> {
  const { id } = (await (await by.send('POST', '/v1/landscape-imports', { text })).json()) as { id: string };
  expect((await by.send('POST', `/v1/landscape-imports/${id}/_apply`, {})).status).toBe(200);
}

const textOf = async (response: Response): Promise<string> =>
  (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ');
const pages = ['/providers', '/providers?reading=narrow&country=US&sort=-systems', '/providers/cumulant-nl', '/contracts', '/contracts?sort=-gaps', '/contracts/ct-cumulant', '/organisation'];
async function measured(by: Browser, path: string) {
  await by.get(path);
  const response = await by.get(path);
  return { queries: response.headers.get('server-timing'), kilobytes: gzipSync(await response.text()).length / 1000 };
}
type Listed = { items: { id: string }[]; total: number; pages: number };

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let editor: Browser;
  let reader: Browser;
  let outsider: Browser;
  beforeAll(async () => {
    const setting = settingOn(at, operations, knowledge);
    const first = await firstPerson(setting);
    editor = await invited(setting, first, 'Ed', ['editor']);
    reader = await invited(setting, first, 'Rita', ['reader']);
    outsider = await stranger(setting, first, roles);
    expect(await textOf(await editor.get('/providers'))).toContain('There are no providers yet');
    expect(await textOf(await editor.get('/organisation'))).toContain('There is no landscape yet');
    await importLandscape(editor, example);
  });
  const listed = async (path: string): Promise<Listed> => (await (await reader.get(`/v1${path}`)).json()) as Listed;

  it.each(pages)('%s is a page in both languages, without a text that is missing', async (path) => {
    for (const lang of ['nl', 'en']) {
      const response = await reader.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      const text = await textOf(response);
      expect(response.status).toBe(200);
      expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
    }
  });

  it('offers changes only to who may make them', async () => {
    for (const path of ['/providers/cumulant-nl', '/contracts/ct-cumulant', '/organisation']) {
      expect(await (await reader.get(path)).text()).not.toContain('/edit"');
      expect(await (await editor.get(path)).text()).toContain('/edit"');
    }
  });

  it('another organisation finds nothing', async () => {
    for (const path of ['/providers/cumulant-nl', '/contracts/ct-cumulant']) expect([(await outsider.get(path)).status, (await outsider.get(`/v1${path}`)).status]).toEqual([404, 404]);
    expect(await (await outsider.get('/v1/providers')).json()).toMatchObject({ all: 0, items: [] });
  });

  it('finds without accents, filters by who reaches, and the narrow reading reaches no further than the wide', async () => {
    expect((await listed('/providers?q=CUMULANT+nederland')).items.map(({ id }) => id)).toEqual(['cumulant-nl']);
    const wide = await listed('/providers?country=GB');
    const narrow = await listed('/providers?country=GB&reading=narrow');
    expect(narrow.total).toBeLessThan(wide.total);
    const inWide = new Set(wide.items.map(({ id }) => id));
    expect(narrow.items.filter(({ id }) => !inWide.has(id))).toEqual([]);
  });

  it('sorts both ways, and pages after the last show the last', async () => {
    const up = (await listed('/providers?sort=name')).items[0]?.id;
    const down = await listed('/providers?sort=-name&page=99');
    expect(down.items.at(-1)?.id).toBe(up);
  });

  it('says in words who decides and why, what stays unknown, and what falls', async () => {
    const text = await textOf(await reader.get('/providers/cumulant-nl?lang=en'));
    expect(text).toContain('Cumulant Inc. owns 100% of Cumulant Europe Holdings Ltd.');
    expect(text).toContain('Unknown holder in Cumulant Inc.');
    expect(text).toMatch(/\d+ to \d+ promises are broken/);
    const { fall } = (await (await reader.get('/v1/providers/cumulant-nl')).json()) as { fall: Record<'breaches' | 'services' | 'systems', { lower: number; upper: number }> & { stopped: { breaksPromise: string }[] } };
    for (const { lower, upper } of [fall.breaches, fall.services, fall.systems]) expect(lower).toBeLessThanOrEqual(upper);
    expect(fall.services.upper).toBeGreaterThan(fall.services.lower);
    expect(fall.stopped.length).toBe(fall.services.lower);
    expect(fall.stopped.filter(({ breaksPromise }) => breaksPromise === 'yes').length).toBe(fall.breaches.lower);
    expect(text).toContain('Netherlands The provider itself was founded there. Yes Yes Our own law');
  });

  it('shows law that comes in through a sub-processor, which is no reach of the provider itself', async () => {
    const shown = (await (await reader.get('/v1/providers/zorgraam')).json()) as { reach: { foreign: boolean }[]; subprocessorReach: { id: string; countries: string[] }[] };
    expect(shown.reach.some(({ foreign }) => foreign)).toBe(false);
    expect(shown.subprocessorReach).toMatchObject([{ id: 'quarrystone', countries: ['US'] }]);
  });

  it('shows each clause in its state, the evidence that overrules a claim, and the date the law sets', async () => {
    const text = await textOf(await reader.get('/contracts/ct-europawolk?lang=en'));
    expect(text).toContain('Contradiction: “yes” was filled in, the evidence says “no”.');
    expect(text).toContain('12 January 2027 Charges for switching are banned from now on. EU Data Act, article 29(1)');
    expect(await textOf(await reader.get('/contracts/ct-officivo?lang=en'))).not.toContain('Charges for switching are banned');
    const { clauses, counts } = (await (await reader.get('/v1/contracts/ct-europawolk')).json()) as { clauses: { state: string }[]; counts: Record<string, number> };
    for (const state of ['yes', 'no', 'not-applicable', 'unknown']) expect(counts[state]).toBe(clauses.filter((clause) => clause.state === state).length);
    expect(clauses.length).toBe(knowledge.entries['clauses']?.length);
  });

  it('takes three queries a page, and less than 60 kB, however much there is', async () => {
    const before = await Promise.all(pages.map((path) => measured(reader, path)));
    await importLandscape(editor, larger);
    const after = await Promise.all(pages.map((path) => measured(reader, path)));
    expect((await listed('/providers')).total).toBeGreaterThan(300);
    expect(after.map(({ queries }) => queries)).toEqual(before.map(({ queries }) => queries));
    expect(new Set(before.map(({ queries }) => queries))).toEqual(new Set(['db;desc="3"']));
    for (const { kilobytes } of after) expect(kilobytes).toBeLessThan(60);
  });
});
