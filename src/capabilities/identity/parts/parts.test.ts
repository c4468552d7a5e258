import { beforeAll, describe, expect, it } from 'vitest';
import { scene } from '../../../../tests/faces/scene.ts';
import { eachDatabase } from '../../../platform/database/testing/fresh-database.ts';
import type { PartList } from './parts.ts';
import type { ShownMember } from './member.ts';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  let unit = '';
  let reader = '';
  const member = async (): Promise<ShownMember> => (await (await at.first.send('GET', `/v1/members/${reader}`)).json()) as ShownMember;
  const parts = async (): Promise<PartList['parts']> => ((await (await at.first.send('GET', '/v1/parts')).json()) as PartList).parts;

  beforeAll(async () => {
    unit = ((await (await at.first.send('POST', '/v1/parts', { kind: 'unit', name: 'Waterbeheer' })).json()) as { id: string }).id;
    const { person } = (await (await at.reader.send('GET', '/v1/account')).json()) as { person: string };
    reader = person;
  });

  it('makes a unit and renames it; a name is there once', async () => {
    expect((await at.first.send('POST', '/v1/parts', { kind: 'unit', name: 'waterbeheer' })).status).toBe(422);
    expect((await at.first.send('POST', '/v1/parts', { kind: 'programme', name: 'Waterbeheer' })).status).toBe(200);
    expect((await at.first.post(`/organisation/parts/${unit}/rename`, { name: 'Water' })).status).toBe(303);
    expect((await parts()).map(({ kind: what, name }) => [what, name])).toEqual([['unit', 'Water'], ['programme', 'Waterbeheer']]);
  });

  it('gives a role in a part with its reason, and shows where and why by name', async () => {
    expect((await at.first.post(`/members/${reader}/part-roles/give`, { role: 'change-manager', part: unit, reason: '' })).status).toBe(422);
    expect((await at.first.post(`/members/${reader}/part-roles/give`, { role: 'change-manager', part: unit, reason: 'Vervangt Jo' })).status).toBe(303);
    expect(await member()).toMatchObject({ roles: ['reader'], partRoles: [{ role: 'change-manager', part: unit, kind: 'unit', partName: 'Water', reason: 'Vervangt Jo' }] });
    const page = await (await at.first.get(`/members/${reader}?lang=nl`)).text();
    expect(page).toContain('Vervangt Jo');
    expect(await (await at.first.get('/members')).text()).not.toContain(unit);
    expect((await parts()).find(({ id }) => id === unit)?.people.map(({ id }) => id)).toEqual([reader]);
  });

  it('keeps the roles in parts where the roles in the whole are changed on screen', async () => {
    const form = await (await at.first.get(`/members/${reader}/roles`)).text();
    expect(form).toContain(`value="change-manager@unit/${unit}"`);
    expect((await at.first.post(`/members/${reader}/roles`, { roles: ['editor', `change-manager@unit/${unit}`] })).status).toBe(303);
    expect(await member()).toMatchObject({ roles: ['editor'], partRoles: [{ reason: 'Vervangt Jo' }] });
  });

  it('signs out who gets or loses a role in a part', async () => {
    expect((await at.reader.send('GET', '/v1/account')).status).toBe(401);
  });

  it('withdraws a role in a part, and takes all of them when the part ends', async () => {
    const give = (role: string) => at.first.send('POST', `/v1/members/${reader}/part-roles`, { role, part: unit, reason: 'Tijdelijk' });
    expect((await at.first.send('POST', `/v1/members/${reader}/part-roles/_withdraw`, { role: 'change-manager', part: unit })).status).toBe(200);
    expect((await at.first.send('POST', `/v1/members/${reader}/part-roles/_withdraw`, { role: 'change-manager', part: unit })).status).toBe(409);
    expect((await member()).partRoles).toEqual([]);
    expect((await give('coach')).status).toBe(200);
    expect((await at.first.post(`/organisation/parts/${unit}/end`, {})).status).toBe(303);
    expect(await member()).toMatchObject({ roles: ['editor'], partRoles: [] });
    expect((await parts()).find(({ id }) => id === unit)?.endedAt).not.toBeNull();
    expect((await give('coach')).status).toBe(422);
    expect((await at.first.send('POST', `/v1/parts/${unit}/_end`)).status).toBe(409);
  });

  it('clears a member for more than their roles bring, and nobody for themselves', async () => {
    expect(await member()).toMatchObject({ clearance: 'internal', byRoles: 'internal' });
    expect((await at.first.post(`/members/${reader}/clearance`, { clearance: 'secret' })).status).toBe(303);
    expect((await member()).clearance).toBe('secret');
    const { person } = (await (await at.first.send('GET', '/v1/account')).json()) as { person: string };
    expect((await at.first.send('PUT', `/v1/members/${person}/clearance`, { clearance: 'secret' })).status).toBe(409);
  });

  it('is for who administers members, of this organisation alone', async () => {
    expect((await at.editor.get('/organisation/parts')).status).toBe(403);
    expect((await at.editor.send('GET', `/v1/members/${reader}`)).status).toBe(403);
    expect((await at.outsider.send('GET', `/v1/members/${reader}`)).status).toBe(404);
    expect((await at.outsider.send('PUT', `/v1/parts/${unit}`, { name: 'Kaping' })).status).toBe(404);
  });
});
