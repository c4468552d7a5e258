/** The duty to answer, and speaking up without a name: rules R12 to R17 by number (facts, people and participation §4.4). */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { browser, invited, queriesOf } from '../../../tests/faces/visitor.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';

type Shown = { readonly id: string; readonly kind: string; readonly title: string | null; readonly text: string | null; readonly state: string; readonly late: boolean; readonly reason: string | null; readonly supported: boolean; readonly author: string | null };
type One = { readonly idea: Shown; readonly messages: readonly { readonly fromAuthor: boolean; readonly text: string }[] };
type All = { readonly ideas: readonly Shown[]; readonly owed: readonly { readonly role: string | null; readonly late: number }[] };

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const secret = 'Kanarie in de kantine op donderdag';
  const share = (kindOf = 'idea', title = 'Betere brieven') => at.reader.json<{ id: string }>('POST', '/v1/ideas', { kind: kindOf, title, body: 'Laat inwoners ze eerst lezen.' });
  const member = async (name: string): Promise<string> => (await at.first.json<{ members: { id: string; name: string }[] }>('GET', '/v1/members')).members.find((one) => one.name === name)?.id ?? '';
  const entrance = async (): Promise<string> => (await at.editor.json<{ address: string }>('POST', '/v1/idea-entrance')).address.split('/').at(-1) ?? '';
  const speak = async (token: string): Promise<string> => (await browser(at.setting).json<{ receipt: string }>('POST', `/v1/speak/${token}`, { kind: 'concern', title: secret, body: `${secret}: er wordt gelachen.` })).receipt;
  const follow = (token: string, receipt: string, message = '') => browser(at.setting).send('POST', `/v1/speak/${token}/messages`, { receipt, message });

  it('an idea is taken up, answered with a reason, and what came of it is told to who brought it', async () => {
    const { id } = await share();
    expect((await at.reader.send('PUT', `/v1/ideas/${id}/answer`, { answer: 'yes', reason: 'Dit gaan we zeker doen.' })).status).toBe(403);
    const owner = await member('Edwin');
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/owner`, { ownerRole: 'cio', owner, answerBy: '2027-03-01' })).status).toBe(422);
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/owner`, { ownerRole: 'cio', owner: '0190a000-0000-7000-8000-000000000000', answerBy: '2026-12-01' })).status).toBe(422);
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/owner`, { ownerRole: 'cio', owner, answerBy: '2026-12-01' })).status).toBe(200);
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/outcome`, { outcome: 'Het heeft echt geholpen.' })).status).toBe(422);
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/answer`, { answer: 'yes', reason: 'Ja.' })).status).toBe(400);
    await at.editor.json('PUT', `/v1/ideas/${id}/answer`, { answer: 'yes', reason: 'Een lezerspanel leest voortaan mee.' });
    await at.editor.json('PUT', `/v1/ideas/${id}/outcome`, { outcome: 'De balie krijgt de helft minder vragen.' });
    expect((await at.reader.json<One>('GET', `/v1/ideas/${id}`)).idea).toMatchObject({ state: 'yes', reason: 'Een lezerspanel leest voortaan mee.', outcome: 'De balie krijgt de helft minder vragen.' });
  });

  it('R16 “not now” has a day, and a “no” has a reason; a form keeps what was typed', async () => {
    const { id } = await share();
    const typed = { answer: 'not-now', reason: 'Eerst moet het contract aflopen.' };
    const refused = await at.editor.post(`/ideas/${id}/answer`, typed);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Eerst moet het contract aflopen.')]);
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/answer`, { ...typed, returnOn: '2026-11-23' })).status).toBe(422);
    expect((await at.editor.send('PUT', `/v1/ideas/${id}/answer`, { answer: 'no', reason: 'Dit past niet bij ons.', returnOn: '2027-01-01' })).status).toBe(422);
    await at.editor.json('PUT', `/v1/ideas/${id}/answer`, { ...typed, returnOn: '2026-12-24' });
    await sql`update idea set return_on = '2026-11-23' where id = ${id}`.execute(at.db);
    expect((await at.reader.json<One>('GET', `/v1/ideas/${id}`)).idea.state).toBe('back');
  });

  it('R15 what is late is shown by role, and of no person', async () => {
    const { id } = await share('concern', 'Wie kent het koppelvlak?');
    await sql`update idea set brought_on = '2026-10-01' where id = ${id}`.execute(at.db);
    const { owed } = await at.reader.json<All>('GET', '/v1/ideas');
    expect(owed.find(({ role }) => role === null)?.late).toBeGreaterThan(0);
    expect(Object.keys(owed[0] ?? {})).toEqual(['role', 'late']);
  });

  it('a concern by name is of who brought it and who handles it, and nobody else’s', async () => {
    const { id } = await share('concern', 'Iets persoonlijks');
    const colleague = await invited(at.setting, at.first, 'Cora', ['reader']);
    expect((await colleague.get(`/v1/ideas/${id}`)).status).toBe(404);
    expect((await colleague.send('POST', `/v1/ideas/${id}/messages`, { text: 'x' })).status).toBe(404);
    expect((await colleague.json<All>('GET', '/v1/ideas')).ideas.some((idea) => idea.id === id)).toBe(false);
    expect((await at.reader.get(`/v1/ideas/${id}/handling`)).status).toBe(403);
    expect((await at.editor.json<One>('GET', `/v1/ideas/${id}/handling`)).idea).toMatchObject({ title: 'Iets persoonlijks', author: 'Rita' });
    const { entries } = await at.first.json<{ entries: readonly { operation: string; object: string }[] }>('GET', '/v1/audit-entries');
    expect(entries.some(({ operation, object }) => operation === 'participation.show-handling' && object === `idea/${id}`)).toBe(true);
  });

  it('who supports an idea is told to nobody, and there is no count to win by', async () => {
    const { id } = await share();
    const cora = await invited(at.setting, at.first, 'Coby', ['employee']);
    await cora.json('PUT', `/v1/ideas/${id}/support`, { supports: true });
    expect((await cora.json<One>('GET', `/v1/ideas/${id}`)).idea.supported).toBe(true);
    expect(JSON.stringify(await at.editor.json('GET', `/v1/ideas/${id}/handling`))).not.toContain('Coby');
    expect(await (await at.reader.get('/ideas')).text()).not.toMatch(/Coby/);
  });

  it('SEC-3 #40 R13 speaking up without a name keeps nothing of who did: no person, no session, no address, no moment, no receipt', async () => {
    const token = await entrance();
    const before = (await sql<{ count: string }>`select count(*) from session`.execute(at.db)).rows[0]?.count;
    const receipt = await speak(token);
    expect((await sql<{ count: string }>`select count(*) from session`.execute(at.db)).rows[0]?.count).toBe(before);
    const { rows } = await sql<{ row: string }>`select to_jsonb(i)::text as row from idea i where receipt_hash is not null`.execute(at.db);
    for (const { row } of rows) {
      expect(JSON.parse(row)).toMatchObject({ author_id: null, brought_on: '2026-11-23' });
      expect(row).not.toMatch(/\d{2}:\d{2}|Kanarie/);
      // Version 4: no moment in the id.
      expect((JSON.parse(row) as { id: string }).id[14]).toBe('4');
    }
    const everything = await sql<{ text: string }>`select coalesce(string_agg(e::text, ' '), '') as text from audit_event e where operation like 'participation.%'`.execute(at.db);
    for (const kept of [everything.rows[0]?.text ?? '', at.setting.log.join('\n')]) for (const secretOne of [receipt, receipt.replaceAll('-', ''), secret]) expect(kept).not.toContain(secretOne);
    const anonymous = await sql<{ at: Date; leaf: string }>`select at, leaf from audit_event where operation = 'participation.report-concern'`.execute(at.db);
    expect(anonymous.rows.map(({ at: moment, leaf }) => [moment.toISOString().slice(11), (JSON.parse(leaf) as { actor: string; req: unknown }).actor, (JSON.parse(leaf) as { req: unknown }).req])[0]).toEqual(['00:00:00.000Z', 'anonymous', null]);
  });

  it('R14 an unknown receipt is answered as any other that is unknown; the address of nobody leads nowhere', async () => {
    const token = await entrance();
    await speak(token);
    const answers = await Promise.all(['AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', 'x', '2222-2222'].map((receipt) => follow(token, receipt)));
    expect(new Set(await Promise.all(answers.map(async (answer) => JSON.stringify([answer.status, queriesOf(answer), ((await answer.json()) as { faults: unknown }).faults])))).size).toBe(1);
    expect((await follow('no-such-address-anywhere', 'x')).status).toBe(404);
    const renewed = await entrance();
    expect([(await follow(token, 'x')).status, (await follow(renewed, 'x')).status]).toEqual([404, 422]);
  });

  it('a conversation goes both ways by the receipt alone; R12 others read other words, R17 also in the list', async () => {
    const token = await entrance();
    const receipt = await speak(token);
    const { idea: own } = (await (await follow(token, receipt)).json()) as One;
    const { id } = own;
    expect((await at.reader.get(`/v1/ideas/${id}`)).status).toBe(404);
    await at.editor.json('POST', `/v1/ideas/${id}/messages`, { text: 'Wilt u eerst met iemand praten?' });
    const answered = (await (await follow(token, receipt, 'Ja, graag.')).json()) as One;
    expect(answered.messages.map(({ fromAuthor, text }) => [fromAuthor, text])).toEqual([[false, 'Wilt u eerst met iemand praten?'], [true, 'Ja, graag.']]);
    await at.editor.json('PUT', `/v1/ideas/${id}/paraphrase`, { paraphrase: 'Iemand voelt zich niet veilig in het overleg.' });
    const read = await at.reader.json<One>('GET', `/v1/ideas/${id}`);
    expect(read.idea).toMatchObject({ title: null, text: 'Iemand voelt zich niet veilig in het overleg.', author: null });
    expect([read.messages, (await (await at.reader.get('/ideas')).text()).includes('Kanarie')]).toEqual([[], false]);
  });

  it('R12 without a name stays without a name where the receipt did not come along, as after a move', async () => {
    const token = await entrance();
    const { idea: { id } } = (await (await follow(token, await browser(at.setting).json<{ receipt: string }>('POST', `/v1/speak/${token}`, { kind: 'idea', title: 'Kanarie', body: 'Kanarie in de tuin.' }).then(({ receipt }) => receipt))).json()) as One;
    await sql`update idea set receipt_hash = null where id = ${id}`.execute(at.db);
    expect((await at.reader.get(`/v1/ideas/${id}`)).status).toBe(404);
    await at.editor.json('PUT', `/v1/ideas/${id}/paraphrase`, { paraphrase: 'Iemand heeft een voorstel voor de tuin.' });
    expect((await at.reader.json<One>('GET', `/v1/ideas/${id}`)).idea).toMatchObject({ title: null, text: 'Iemand heeft een voorstel voor de tuin.' });
  });

  it('erasing somebody takes their words, and leaves the answer and the words of others', async () => {
    const { id } = await share('idea', 'Van iemand die gaat');
    await at.editor.json('PUT', `/v1/ideas/${id}/answer`, { answer: 'no', reason: 'Dit past niet bij ons.' });
    await at.reader.json('POST', `/v1/ideas/${id}/messages`, { text: 'Dat vind ik jammer.' });
    await at.editor.json('POST', `/v1/ideas/${id}/messages`, { text: 'Dat begrijpen we.' });
    const rita = await member('Rita');
    const officer = await invited(at.setting, at.first, 'Fenna', ['privacy-officer']);
    expect((await officer.send('POST', '/v1/erasures', { person: rita, reason: 'Op eigen verzoek.', confirmed: true })).status).toBe(200);
    const left = await at.editor.json<One>('GET', `/v1/ideas/${id}/handling`);
    expect(left.idea).toMatchObject({ title: null, text: null, author: null, state: 'no', reason: 'Dit past niet bij ons.' });
    expect(left.messages.map(({ text }) => text)).toEqual(['Dat begrijpen we.']);
    expect((await sql`select 1 from data_key where owner = ${`person/${rita}`} and wrapped is null and destroyed_at is not null`.execute(at.db)).rows).toHaveLength(1);
  });

  it('what the law promises who reports wrongdoing is told in its own periods, also to who has no name', async () => {
    const [page, open] = await Promise.all([at.reader.get('/ideas/wrongdoing'), browser(at.setting).get(`/speak/${await entrance()}`)].map(async (answer) => (await answer).text()));
    for (const text of [page, open]) expect(text).toMatch(/7 dagen|within 7 days/i);
    for (const text of [page, open]) expect(text).toMatch(/3 maanden|3 months/);
    expect([page?.includes('/library/laws/whistleblower-act'), open?.includes('/library/laws/whistleblower-act')]).toEqual([true, false]);
  });

  it('a list takes the same few queries however long it is', async () => {
    await share();
    const first = queriesOf(await at.editor.get('/ideas'));
    for (let nth = 0; nth < 5; nth += 1) await share('idea', `Nog een idee ${nth}`);
    expect(queriesOf(await at.editor.get('/ideas'))).toBe(first);
  });
});
