/** Services, what if and the rankings, as a browser and a program get them. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { landscapeOf } from '../../benchmarks/landscape-generator.ts';
import { landscapeJson } from '../../src/formats/landscape-document/write.ts';
import { importDocument, scene } from './scene.ts';

const text = async (response: Response): Promise<string> => (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const pages = ['/services', '/services?verdict=breaks&q=burger&sort=-promise', '/services/burgerzaken', '/simulation', '/simulation?without=country:US&without=system:idp', '/simulation/ranking?of=groups', '/simulation/ranking?of=countries&reading=narrow'];
const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(new URL('../../library/schemas/simulation-1.schema.json', import.meta.url), 'utf8')));

describe('continuity on the small example', () => {
  const at = scene();
  const see = async (path: string): Promise<string> => text(await at.reader.get(path));
  const ask = async (path: string) => (await at.reader.send('GET', `/v1${path}`)).json();

  it.each(pages)('%s is there for a reader, in both languages, without a word left untranslated', async (path) => {
    for (const lang of ['nl', 'en']) {
      const response = await at.reader.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/undefined|\[object|NaN|Infinity/);
    }
    await at.reader.get('/services?lang=en');
  });

  it('says in one sentence what falls, as a range where something is unknown', async () => {
    const page = await see('/simulation?without=country:US');
    expect(page).toContain('If United States falls away');
    expect(page).toContain('Then 3 to 4 of 5 systems fail, 1 of 1 services stops and 1 promise breaks.');
    expect(page).toContain('Wide reading');
    expect(page).toContain('needs Zaaksysteem → layers 1–4: operated by Skyline Nederland BV');
    expect(page).toContain('Post B : unknown who operates layers 2–6');
    expect(page).toContain('1. Containerplatform');
  });

  it('keeps what is right of an address that is no longer right, and says what is not', async () => {
    const page = await see('/simulation?without=system:gone&without=system:idp&layerOf=zaaksysteem&layer=7');
    expect(page).toContain('“gone” is not in this landscape');
    expect(page).toContain('If Aanmeldvoorziening and layer 7 (application) of Zaaksysteem fall away');
    expect((await at.reader.send('GET', '/v1/simulations?without=system:gone')).status).toBe(422);
  });

  it('before a choice shows who takes most along, each a link that asks it', async () => {
    const html = await (await at.reader.get('/simulation?reading=narrow')).text();
    expect(html).toContain('href="/simulation?without=provider%3Askyline-nl&amp;reading=narrow"');
    expect(html).toContain('href="/simulation?without=country%3ANL&amp;reading=narrow"');
    expect(await see('/simulation')).toMatch(/Layer 1 · Physical 2(\.\d)? to \d(\.\d)? hands/);
  });

  it('answers a program with the document itself', async () => {
    const answer = await ask('/simulations?without=country:US');
    expect([isValid(answer), isValid.errors]).toEqual([true, null]);
    expect(answer).toMatchObject(JSON.parse(readFileSync(new URL('../conformance/example/simulation-us.json', import.meta.url), 'utf8')));
    const posted = await (await at.reader.send('POST', '/v1/simulations', { landscape: { name: 'x.yaml', text: readFileSync(new URL('../conformance/example/landscape.yaml', import.meta.url), 'utf8') }, without: ['country:US'] })).json();
    expect(posted).toMatchObject({ regiekompas: 'simulation/1', hit: ['container-platform', 'mail-a', 'zaaksysteem'] });
  });

  it('ranks as the command does', async () => {
    expect(await ask('/simulation-rankings?of=countries')).toMatchObject({ total: 4, unknown: 3, items: [{ id: 'DE', breaches: 1, systems: 3 }, { id: 'IE' }, { id: 'NL', systems: 5 }, { id: 'US' }] });
    expect(await ask('/simulation-rankings?of=groups&q=polder')).toMatchObject({ total: 1, all: 4, items: [{ id: 'polder-holding' }] });
  });

  it('judges a promise: what alone breaks it, and what it stands on', async () => {
    expect(await ask('/services')).toMatchObject({ all: 1, items: [{ id: 'burgerzaken', verdict: 'breaks', isUnknown: true, by: { systems: 2, groups: 3, countries: 3 } }] });
    const page = await see('/services/burgerzaken');
    expect(page).toContain('That promise breaks when one thing falls away: 2 systems, 3+ suppliers or 3+ countries.');
    expect(page).toContain('one of these Post A');
    expect(page).toMatch(/Containerplatform 72 hours 120 hours 1 March 2026/);
    expect(page).toContain('Meldingen openbare ruimte');
    expect((await at.reader.get('/services/zaaksysteem')).status).toBe(404);
  });

  it('offers a change to who may make one', async () => {
    expect(await (await at.editor.get('/services/burgerzaken')).text()).toContain('href="/services/burgerzaken/edit"');
    expect(await (await at.reader.get('/services/burgerzaken')).text()).not.toContain('/edit"');
  });

  it('says what to do where there is nothing yet', async () => {
    expect(await text(await at.outsider.get('/services'))).toContain('There are no services in your landscape yet');
    expect(await text(await at.outsider.get('/simulation'))).toContain('There is nothing yet that can fall away');
    expect((await at.outsider.get('/services/burgerzaken')).status).toBe(404);
    expect((await at.outsider.get('/simulation/ranking')).status).toBe(200);
  });
});

describe('continuity on a large landscape', () => {
  const at = scene();
  const queries = async (path: string) => (await at.reader.get(path)).headers.get('server-timing');
  const before = new Map<string, string | null>();
  beforeAll(async () => {
    for (const path of pages) before.set(path, (await at.reader.get(path), await queries(path)));
    await importDocument(at.first, landscapeJson(landscapeOf({ seed: 7, systems: 600, providers: 300, needs: 1_500 })), 'large.json');
  }, 120_000);

  it.each(pages.filter((path) => !path.startsWith('/services/')))('%s takes the same few queries, however much there is', async (path) => {
    await at.reader.get(path);
    expect(await queries(path)).toBe(before.get(path));
    expect(Number(/desc="(\d+)"/.exec(before.get(path) ?? '')?.[1])).toBeLessThanOrEqual(6);
  });

  it('is searched where a list would be too long, and shows its lists in pages', async () => {
    const html = await (await at.reader.get('/simulation?find=1')).text();
    expect(html).toContain('name="find"');
    expect(html.match(/<option/g)?.length).toBeLessThan(300);
    expect(html).toMatch(/name="without" value="(group|system):[^"]+"/);
    const worst = (await (await at.reader.send('GET', '/v1/simulation-rankings?of=groups')).json()) as { items: { id: string }[]; pages: number };
    const result = await (await at.reader.get(`/simulation?without=group:${worst.items[0]?.id}&page=2`)).text();
    expect(result).toContain('rel="prev"');
    expect(result.length).toBeLessThan(200_000);
    expect(worst.pages).toBeGreaterThan(1);
  });
});
