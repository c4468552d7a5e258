/** An employee proposes, gets room within bounds or the reason why not, and tells what came of it. */
import { describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { type Browser, invited, queriesOf } from '../../../tests/faces/visitor.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';
import { stateOf } from './state.ts';

it('runs until its day, and then waits to be told', () => {
  const course = { until: '2026-12-01', refusal: null, ending: null };
  expect(['2026-11-30', '2026-12-01', '2026-12-02'].map((day) => stateOf(course, day))).toEqual(['running', 'running', 'over']);
  expect([stateOf({ ...course, until: null }, '2026-12-01'), stateOf({ ...course, until: null, refusal: 'x' }, '2026-12-01'), stateOf({ ...course, ending: 'stop' }, '2026-12-01')]).toEqual(['proposed', 'refused', 'told']);
});

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const asked = { title: 'Bellen met beeld', question: 'Komen mensen liever met beeld?', plan: 'Vier weken, elke dinsdag.' };
  const propose = (who: Browser = at.reader) => who.json<{ id: string }>('POST', '/v1/experiments', asked);
  const member = async (name: string): Promise<string> => (await at.first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members')).members.find((one) => one.name === name)?.id ?? '';
  const mandate = async (over: object = {}) => ({ sponsor: await member('Edwin'), room: 'Vier dinsdagen en twee tablets.', bounds: 'Geen echte gegevens delen.', until: '2026-12-31', ...over });
  const came = { tried: 'Veertien gesprekken met beeld.', seen: 'Negen zouden het weer doen.', learned: 'Een rustige kamer telt het meest.', ending: 'go-on' };

  it('from proposal to what was learned, by who proposed it and nobody else', async () => {
    const { id } = await propose();
    expect((await at.reader.send('PUT', `/v1/experiments/${id}/mandate`, await mandate())).status).toBe(403);
    expect((await at.reader.send('PUT', `/v1/experiments/${id}/outcome`, came)).status).toBe(409);
    await at.first.json('PUT', `/v1/experiments/${id}/mandate`, await mandate());
    expect((await at.first.send('PUT', `/v1/experiments/${id}/mandate`, await mandate())).status).toBe(409);
    const other = await invited(at.setting, at.first, `Ander${kind}`, ['employee']);
    expect((await other.send('PUT', `/v1/experiments/${id}/outcome`, came)).status).toBe(403);
    await at.reader.json('PUT', `/v1/experiments/${id}/outcome`, came);
    expect(await other.json('GET', `/v1/experiments/${id}`)).toMatchObject({ state: 'told', proposer: 'Rita', sponsor: 'Edwin', ending: 'go-on', learned: came.learned });
  });

  it('room has a backer who is not the proposer, and an end within a year; what was typed is not lost', async () => {
    const { id } = await propose();
    for (const [path, over] of [['until', { until: '2026-11-23' }], ['until', { until: '2028-01-01' }], ['sponsor', { sponsor: await member('Rita') }]] as const) {
      expect(await (await at.first.send('PUT', `/v1/experiments/${id}/mandate`, await mandate(over))).json()).toMatchObject({ status: 422, faults: [{ path }] });
    }
    const form = await at.first.post(`/experiments/${id}/mandate`, { ...(await mandate({ until: '2026-11-01' })) });
    expect([form.status, await form.text()]).toEqual([422, expect.stringContaining('Vier dinsdagen en twee tablets.')]);
  });

  it('a no has its reason, and is the end of it', async () => {
    const { id } = await propose();
    expect((await at.first.send('PUT', `/v1/experiments/${id}/refusal`, { refusal: 'Nee.' })).status).toBe(400);
    await at.first.json('PUT', `/v1/experiments/${id}/refusal`, { refusal: 'Wij vergelijken teams niet.' });
    expect(await at.reader.json('GET', `/v1/experiments/${id}`)).toMatchObject({ state: 'refused', refusal: 'Wij vergelijken teams niet.' });
    expect((await at.first.send('PUT', `/v1/experiments/${id}/mandate`, await mandate())).status).toBe(409);
  });

  it('takes the same queries however many there are', async () => {
    const few = queriesOf(await at.reader.get('/experiments'));
    for (let nth = 0; nth < 4; nth += 1) await propose();
    expect(queriesOf(await at.reader.get('/experiments'))).toBe(few);
  });

  it('who is erased is no name any more, and what they tried stays', async () => {
    const leaver = await invited(at.setting, at.first, `Vertrekt${kind}`, ['employee']);
    const { id } = await propose(leaver);
    expect(await at.reader.json('GET', `/v1/experiments/${id}`)).toMatchObject({ proposer: `Vertrekt${kind}` });
    const person = await member(`Vertrekt${kind}`);
    const officer = await invited(at.setting, at.first, `Fenna${kind}`, ['privacy-officer']);
    expect((await officer.send('POST', '/v1/erasures', { person, reason: 'Op eigen verzoek.', confirmed: true })).status).toBe(200);
    expect(await at.reader.json('GET', `/v1/experiments/${id}`)).toMatchObject({ proposer: null, title: asked.title });
  });
});
