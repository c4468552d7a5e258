/** The landscape as people keep it: added to, changed, removed, imported, and turned back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { browser, type Browser, password, queriesOf } from '../../../tests/faces/visitor.ts';
import { importDocument, scene, smallExample } from '../../../tests/faces/scene.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';

type Exported = { systems: { id: string; name: string }[]; services: { id: string; maxDowntimeHours?: number }[] };
const landscapeFor = async (who: Browser): Promise<Exported> => (await (await who.get('/landscape/export.json')).json()) as Exported;
const nameOf = async (who: Browser, id: string): Promise<string | undefined> => (await landscapeFor(who)).systems.find((system) => system.id === id)?.name;
const latest = async (who: Browser): Promise<number> => ((await (await who.send('GET', '/v1/landscape-changes')).json()) as { changes: { revision: number }[] }).changes[0]?.revision ?? 0;
const seenIn = async (who: Browser, path: string): Promise<string> => /name="seen" value="([^"]+)"/.exec(await (await who.get(path)).text())?.[1] ?? '';
const read = async (who: Browser, text: string) => who.send('POST', '/v1/landscape-imports', { file: { name: 'landscape.yaml', text } });
const idOf = async (response: Response): Promise<string> => ((await response.json()) as { id: string }).id;
const renamed = (to: string): string => smallExample.replace('name: Zaaksysteem', `name: ${to}`);
const fields = (name: string) => ({ name, recovery: 'unknown' });

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const edit = `/systems/${at.system}/edit`;
  /** A second editor at another desk. */
  let other: Browser;
  beforeAll(async () => {
    other = browser(at.setting);
    await other.post('/sign-in', { email: 'anna@example.nl', password });
  });

  it('adds a thing under an id made of its name, and never under one that is taken', async () => {
    const answer = await at.editor.post('/systems/add', fields('Zaak & Systeem'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/systems/zaak-systeem']);
    expect((await at.editor.send('POST', '/v1/systems', { id: 'idp', ...fields('Nog een') })).status).toBe(422);
    expect(await nameOf(at.editor, 'idp')).toBe('Aanmeldvoorziening');
  });

  it('overwrites nobody’s change: who saves second sees what happened, with what they typed', async () => {
    const [mine, theirs] = [await seenIn(at.editor, edit), await seenIn(other, edit)];
    expect(mine).not.toBe('');
    expect((await other.post(edit, { ...fields('Van Anna'), seen: theirs })).status).toBe(303);
    const refused = await at.editor.post(edit, { ...fields('Van Edwin'), seen: mine });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Van Edwin"');
    expect(await nameOf(at.editor, at.system)).toBe('Van Anna');
  });

  it('takes changes at the same moment one after the other, and loses neither', async () => {
    const before = await latest(at.editor);
    const answers = await Promise.all(['Post A1', 'Post B1'].map((name, index) => [at.editor, other][index]!.send('PUT', `/v1/systems/mail-${'ab'[index]}`, fields(name))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([await nameOf(at.editor, 'mail-a'), await nameOf(at.editor, 'mail-b'), await latest(at.editor)]).toEqual(['Post A1', 'Post B1', before + 2]);
  });

  it('of one thing changed twice at the same moment, only one is taken', async () => {
    const seen = await seenIn(at.editor, edit);
    const answers = await Promise.all([at.editor, other].map((who, index) => who.send('PUT', `/v1/systems/${at.system}`, { ...fields(`Tegelijk ${index}`), seen })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('removes what nothing refers to, refuses the rest, and turns a removal back', async () => {
    expect((await at.editor.send('DELETE', '/v1/systems/container-platform')).status).toBe(422);
    expect((await at.editor.post('/systems/zaak-systeem/remove', {})).headers.get('location')).toBe('/systems');
    expect(await nameOf(at.editor, 'zaak-systeem')).toBeUndefined();
    const undone = await at.editor.post(`/landscape/history/${await latest(at.editor)}/undo`, {});
    expect(undone.status).toBe(303);
    expect(await nameOf(at.editor, 'zaak-systeem')).toBe('Zaak & Systeem');
  });

  it('does not turn back what was changed again since', async () => {
    const { revision } = (await (await at.editor.send('PUT', '/v1/systems/idp', fields('Eerst'))).json()) as { revision: number };
    await at.editor.send('PUT', '/v1/systems/idp', fields('Daarna'));
    expect((await at.editor.send('POST', `/v1/landscape-changes/${revision}/_undo`)).status).toBe(409);
    expect(await nameOf(at.editor, 'idp')).toBe('Daarna');
  });

  it('shows an import before it is applied, and applies exactly that, once', async () => {
    const before = await latest(at.editor);
    const id = await idOf(await read(at.editor, renamed('Zaken Nieuw')));
    expect(await (await at.editor.get(`/landscape/imports/${id}`)).text()).toContain('Zaken Nieuw');
    expect([await latest(at.editor), await nameOf(at.editor, at.system)]).toEqual([before, expect.not.stringContaining('Zaken Nieuw')]);
    expect((await at.editor.post(`/landscape/imports/${id}/apply`, {})).status).toBe(303);
    expect([await latest(at.editor), await nameOf(at.editor, at.system), await nameOf(at.editor, 'zaak-systeem')]).toEqual([before + 1, 'Zaken Nieuw', undefined]);
    expect((await at.editor.send('POST', `/v1/landscape-imports/${id}/_apply`)).status).toBe(409);
  });

  it('a document with faults changes nothing, and tells each with its line', async () => {
    const before = await landscapeFor(at.editor);
    const answer = await read(at.editor, smallExample.replace('runsOn: container-platform', 'runsOn: nowhere').replace('criticality: essential', 'criticality: huge'));
    const { status, faults } = (await answer.json()) as { status: number; faults: { line: number; message: string }[] };
    expect([status, faults.length, faults.every(({ line }) => line > 1)]).toEqual([422, 2, true]);
    expect(await landscapeFor(at.editor)).toEqual(before);
  });

  it('refuses to apply what was shown against a landscape that has changed since', async () => {
    const id = await idOf(await read(at.editor, renamed('Te laat')));
    await other.send('PUT', '/v1/systems/idp', fields('Intussen'));
    expect((await at.editor.send('POST', `/v1/landscape-imports/${id}/_apply`)).status).toBe(409);
    expect([await nameOf(at.editor, at.system), await nameOf(at.editor, 'idp')]).toEqual(['Zaken Nieuw', 'Intussen']);
  });

  it('an import and a change at the same moment: the change is never lost', async () => {
    for (const name of ['Ronde 1', 'Ronde 2', 'Ronde 3']) {
      const id = await idOf(await read(at.editor, renamed(name)));
      const [changed] = await Promise.all([other.send('PUT', '/v1/systems/mail-a', fields(name)), at.editor.send('POST', `/v1/landscape-imports/${id}/_apply`)]);
      expect([changed.status, await nameOf(at.editor, 'mail-a')]).toEqual([200, name]);
    }
  });

  it('needs are chosen by name, each with what may stand in its place, and come back so', async () => {
    const page = await (await at.editor.get('/systems/zaaksysteem/edit')).text();
    expect(page).toMatch(/<select[^>]*name="needs\.0\.anyOf"[\s\S]*?<option value="idp" selected/);
    expect(page).not.toContain(' | ');
    const needs = { 'needs.0.anyOf': ['mail-a', 'mail-b', ''], 'needs.1.anyOf': ['idp', ''], 'needs.2.anyOf': ['', ''] };
    expect((await at.editor.post('/services/add', { name: 'Post', criticality: 'normal', ...needs })).status).toBe(303);
    expect((await landscapeFor(at.editor)).services.find(({ id }) => id === 'post')).toMatchObject({ needs: [{ anyOf: ['mail-a', 'mail-b'] }, 'idp'] });
  });

  it('two first changes at the same moment begin one landscape', async () => {
    const answers = await Promise.all(['Een', 'Twee'].map((name) => at.outsider.send('POST', '/v1/systems', fields(name))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await landscapeFor(at.outsider)).systems.map(({ id }) => id).toSorted()).toEqual(['een', 'twee']);
  });

  it('takes the same number of queries however large the landscape', async () => {
    const paths = ['/systems/add', edit, '/landscape/history', '/landscape/export.json'];
    const count = async () => Promise.all(paths.map(async (path) => (await at.editor.get(path), queriesOf(await at.editor.get(path)))));
    const before = await count();
    const many = Array.from({ length: 60 }, (_, index) => `  - { id: extra-${index}, name: Extra ${index}, classification: regular }`).join('\n');
    await importDocument(at.editor, smallExample.replace('datasets:\n', `datasets:\n${many}\n`));
    expect(await count()).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(6);
  });
});
