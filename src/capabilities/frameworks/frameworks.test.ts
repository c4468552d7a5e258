import { describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { type Browser, queriesOf } from '../../../tests/faces/visitor.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';
import type { ShownFramework } from './shown-framework.ts';

const show = (who: Browser, path: string): Promise<ShownFramework> => who.json<ShownFramework>('GET', `/v1/frameworks/${path}`);
const criterionOf = ({ groups }: ShownFramework, id: string) => groups.flatMap(({ criteria }) => criteria).find((one) => one.id === id);
const answers = (path: string): string => `/v1/frameworks/${path}`;
const textOf = async (who: Browser, path: string): Promise<string> => (await who.get(path)).text();
const withoutDisclosures = (html: string): string => html.replaceAll(/<details[\s\S]*?<\/details>/gu, '');

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const answer = (path: string, given: object, who = at.editor): Promise<Response> => who.send('PUT', answers(path), { answers: given });
  const policyQuestion = 'matters/security-policy-by-board';

  it('takes an answer once, and counts it for every framework that asks the same', async () => {
    expect((await answer('bio2-1-3/organisation/self/answers/governance', { [policyQuestion]: { value: '1', evidence: 'Collegebesluit' } })).status).toBe(200);
    expect(criterionOf(await show(at.reader, 'bio2-1-3'), 'policy-by-board')).toMatchObject({ state: 'met' });
    expect(criterionOf(await show(at.reader, 'cbw-nis2'), 'risk-policies')).toMatchObject({ state: 'met', heard: [{ said: 'yes', from: [{ text: 'our own answer' }] }] });
    // Only partly the same: the rest is asked.
    expect(criterionOf(await show(at.reader, 'cbw-nis2'), 'board-approves')).toMatchObject({ state: 'unknown', open: true });
  });

  it('lets a reader look and not answer', async () => {
    expect((await answer('bio2-1-3/organisation/self/answers/governance', { [policyQuestion]: { value: '0' } }, at.reader)).status).toBe(403);
  });

  it('takes “nobody knows”, and “not applicable” only with a reason; of a form with a fault nothing is kept', async () => {
    const path = 'woo-duties/organisation/self/answers/requests';
    expect((await answer(path, { 'woo-duties/requests': { value: '1' }, 'woo-duties/in-time': { value: 'not-applicable' } })).status).toBe(422);
    expect(criterionOf(await show(at.reader, 'woo-duties'), 'requests')).toMatchObject({ state: 'unknown', open: true });
    expect((await answer(path, { 'woo-duties/requests': { value: 'nobody-knows' }, 'woo-duties/in-time': { value: 'not-applicable', reason: 'Er komen geen verzoeken' } })).status).toBe(200);
    const shown = await show(at.reader, 'woo-duties');
    expect(criterionOf(shown, 'requests')).toMatchObject({ state: 'unknown', open: false, nobodyKnows: true });
    expect(criterionOf(shown, 'in-time')).toMatchObject({ state: 'not-applicable', answer: { reason: 'Er komen geen verzoeken' } });
  });

  it('refuses an answer that what we know rules out, and a question that is not asked here', async () => {
    expect((await answer('woo-duties/organisation/self/answers/requests', { 'woo-duties/requests': { value: '7' } })).status).toBe(422);
    expect((await answer('woo-duties/organisation/self/answers/requests', { 'gdpr-duties/officer': { value: '1' } })).status).toBe(422);
    expect((await answer('woo-duties/organisation/elsewhere/answers/requests', {})).status).toBe(404);
    expect((await answer('woo-duties/systems/nowhere/answers/requests', {})).status).toBe(404);
  });

  it('asks about AI only once it is known that there is any', async () => {
    const open = async (): Promise<number> => (await show(at.reader, 'ai-act-duties')).counts.open;
    expect(await open()).toBe(0);
    await answer('ai-act-duties/organisation/self/answers/all-ai', { 'matters/ai-in-use': { value: '1' } });
    expect(await open()).toBeGreaterThan(0);
    await answer('ai-act-duties/organisation/self/answers/all-ai', { 'matters/ai-in-use': { value: '0' } });
    expect((await show(at.reader, 'ai-act-duties')).counts.notApplicable).toBe(5);
  });

  it('moves a half-filled assessment to the next edition without losing anything', async () => {
    const old = `eu-csf-2025/systems/${at.system}/answers`;
    await answer(`${old}/strategic`, { 'eu-csf-2025/financing': { value: '2', reason: 'Half' } });
    await answer(`${old}/data`, { 'eu-csf-2025/visibility-and-erasure': { value: '2', evidence: 'Rapport' } });
    await answer(`${old}/operational`, { 'eu-csf-2025/talent-pool': { value: 'nobody-knows' }, 'eu-csf-2025/know-how': { value: '3' } });
    const before = await show(at.reader, `eu-csf-2025/systems/${at.system}`);
    const told = await at.editor.json<{ along: { carried: number; kept: number }; moves: { answers: number }[] }>('GET', '/v1/frameworks/eu-csf-2026/changes');
    expect(told.along).toEqual({ carried: 3, kept: 2 });
    const taken = await at.editor.json<{ carried: number; kept: { question: string; why: string }[] }>('POST', '/v1/frameworks/eu-csf-2026/_take', {});
    expect(taken).toMatchObject({ carried: 3, kept: [{ question: 'eu-csf-2025/financing', why: 'says-nothing' }, { question: 'eu-csf-2025/know-how', why: 'changed' }] });
    const after = await show(at.reader, `eu-csf-2026/systems/${at.system}`);
    expect(criterionOf(after, 'access-logs')?.answer).toMatchObject({ kind: 'carried', evidence: 'Rapport' });
    expect(criterionOf(after, 'erasure-proof')?.answer).toMatchObject({ kind: 'carried' });
    expect(criterionOf(after, 'skills')).toMatchObject({ nobodyKnows: true });
    expect(await show(at.reader, `eu-csf-2025/systems/${at.system}`)).toEqual(before);
    // Once more changes nothing: what is there already stands.
    expect(await at.editor.json('POST', '/v1/frameworks/eu-csf-2026/_take', {})).toMatchObject({ carried: 0 });
    expect(criterionOf(await show(at.reader, `eu-csf-2026/systems/${at.system}`), 'access-logs')).toEqual(criterionOf(after, 'access-logs'));
  });

  it('confirms what came along, and does not drop it when it is left open', async () => {
    const path = `eu-csf-2026/systems/${at.system}/answers/data`;
    await answer(path, { 'eu-csf-2026/access-logs': { value: '' } });
    expect(criterionOf(await show(at.reader, `eu-csf-2026/systems/${at.system}`), 'access-logs')?.answer?.kind).toBe('carried');
    const options = /name="answers\.eu-csf-2026\/erasure-proof\.value"[^>]* value="(\d)"/u.exec(await textOf(at.editor, `/frameworks/eu-csf-2026/systems/${at.system}/answer/data`));
    await answer(path, { 'eu-csf-2026/erasure-proof': { value: options?.[1] ?? '' } });
    expect(criterionOf(await show(at.reader, `eu-csf-2026/systems/${at.system}`), 'erasure-proof')?.answer?.kind).toBe('said');
  });

  it('keeps demands of its own beside a framework, without touching the framework', async () => {
    const before = await show(at.reader, 'woo-duties');
    const { criterion } = await at.editor.json<{ criterion: string }>('POST', '/v1/frameworks/woo-duties/own-criteria', { name: 'Binnen een week' });
    await answer('woo-duties/organisation/self/answers/own', { [`woo-duties/${criterion}`]: { value: '1' } });
    const after = await show(at.reader, 'woo-duties');
    expect(after.own?.criteria).toMatchObject([{ name: 'Binnen een week', state: 'met' }]);
    expect([after.counts, after.groups]).toEqual([before.counts, before.groups]);
    expect((await at.editor.send('DELETE', `/v1/frameworks/gdpr-duties/own-criteria/${criterion}`)).status).toBe(404);
    expect((await at.editor.send('DELETE', `/v1/frameworks/woo-duties/own-criteria/${criterion}`)).status).toBe(200);
    expect((await show(at.reader, 'woo-duties')).own).toBeUndefined();
  });

  it('says SEAL to nobody who did not ask', async () => {
    expect(await textOf(at.reader, '/frameworks')).not.toContain('SEAL');
    const page = await textOf(at.reader, '/frameworks/eu-csf-2026');
    expect(page).toContain('SEAL');
    expect(withoutDisclosures(page)).not.toContain('SEAL');
  });

  it('asks the database as often for one system as for all', async () => {
    const count = async (path: string): Promise<number> => queriesOf(await at.reader.get(path));
    await count('/frameworks');
    expect(await count('/frameworks')).toBe(await count(`/frameworks/eu-csf-2026/systems/${at.system}`));
  });
});
