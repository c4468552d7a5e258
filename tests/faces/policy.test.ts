/** The policy on screen and through the interface: read it, see what another would change, adopt it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { libraryFolder } from '../library/read.ts';
import { importDocument, scene } from './scene.ts';
import { type Browser, invited } from './visitor.ts';

type Shown = { policy: { id: string }; adopted: boolean; adoptedPolicy: string; rows: { rule: string; decides: number }[]; changes: { systems: { system: string; from: string; to: string }[] } | null; adoptions: { policy: string; person: string | null }[] };
const shown = async (who: Browser, path: string): Promise<Shown> => (await (await who.send('GET', `/v1${path}`)).json()) as Shown;
const text = async (response: Response): Promise<string> => (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);

  it('says each row as a sentence and as a row of the table, in both languages', async () => {
    const rules = await text(await at.reader.get('/policy?lang=nl'));
    expect(rules).toContain('Als de gegevens kritiek zijn en een ander land leesbare gegevens kan opeisen, dan mag het niet.');
    expect(rules).toMatch(/Ruime lezing/);
    expect(await text(await at.reader.get('/policy?part=table&lang=en'))).toContain('Class of the data');
    expect(await text(await at.reader.get('/policy?part=check&reading=narrow'))).toMatch(/No gaps.*Narrow reading|Narrow reading.*No gaps/);
  });

  it('tells what another policy would change before it is adopted, and who may adopt it', async () => {
    const other = await shown(at.reader, '/policies/strict');
    expect([other.adopted, other.adoptedPolicy]).toEqual([false, 'default']);
    expect(other.changes?.systems.length).toBeGreaterThan(0);
    expect(await text(await at.reader.get('/policy/strict'))).not.toContain('Adopt this policy');
    expect(await text(await at.first.get('/policy/strict'))).toContain('Adopt this policy');
    expect((await at.editor.post('/policy/strict/adopt', { confirmed: 'yes' })).status).toBe(403);
  });

  it('is adopted by a board that says it looked, once, and traced', async () => {
    const board = await invited(at.setting, at.first, 'Bea', ['board']);
    const unconfirmed = await board.post('/policy/strict/adopt', { instead: 'default' });
    expect([unconfirmed.status, await text(unconfirmed)]).toEqual([422, expect.stringContaining('Tick this box')]);
    expect((await board.post('/policy/strict/adopt', { instead: 'rijk-2026', confirmed: 'yes' })).status).toBe(409);
    const adopted = await board.post('/policy/strict/adopt', { instead: 'default', confirmed: 'yes' });
    expect([adopted.status, adopted.headers.get('location')]).toEqual([303, '/policy']);
    expect((await board.post('/policy/strict/adopt', { instead: 'strict', confirmed: 'yes' })).status).toBe(409);
    expect(await shown(at.reader, '/policy')).toMatchObject({ policy: { id: 'strict' }, adopted: true, changes: null, adoptions: [{ policy: 'strict', person: 'Bea' }] });
    const { entries } = (await (await at.first.send('GET', '/v1/audit-entries?operation=policy.adopt-policy&object=policy/strict')).json()) as { entries: unknown[] };
    expect(entries).toMatchObject([{ object: 'policy/strict', detail: { before: 'default' }, outcome: 'done' }]);
  });

  it('holds for one organisation only', async () => {
    expect(await shown(at.outsider, '/policy')).toMatchObject({ policy: { id: 'default' }, adoptions: [] });
    expect(await text(await at.outsider.get('/policy?lang=en'))).toContain('There are no systems in your landscape yet.');
  });

  it('takes the same few queries however much there is', async () => {
    const queries = async (path: string): Promise<string | null> => (await at.first.get(path), await at.first.get(path)).headers.get('server-timing');
    const few = await Promise.all(['/policy', '/policy/rijk-2026'].map(queries));
    await importDocument(at.first, readFileSync(join(libraryFolder, 'examples/gemeente-waterwolde/landscape.yaml'), 'utf8'));
    expect(await Promise.all(['/policy', '/policy/rijk-2026'].map(queries))).toEqual(few);
    expect(few).toEqual(['db;desc="6"', 'db;desc="6"']);
  });

  it('has no page for a policy that the library does not have', async () => {
    expect((await at.reader.get('/policy/nonsense')).status).toBe(404);
    expect((await at.first.get('/policy/nonsense/adopt')).status).toBe(404);
  });
});
