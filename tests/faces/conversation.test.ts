/** The conversation: open to read, answered by role, shown side by side, and never with a name. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/capabilities/identity/public.ts';
import { loadLibrary } from '../../src/entry/knowledge.ts';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { type Browser, browser, firstPerson, invited, settingOn, type Setting, stranger } from './visitor.ts';

type Voice = { role: string; answer: string; note: string; own: boolean };
type Overview = { answered: number; differs: number; unknown: number; layers: { layer: number; asked: { id: string; voices: Voice[] }[] }[] };
const overviewFor = async (who: Browser): Promise<Overview> => (await (await who.send('GET', '/v1/conversation/answers')).json()) as Overview;
const voices = async (who: Browser, question: string): Promise<Voice[]> => (await overviewFor(who)).layers.flatMap(({ asked }) => asked).find(({ id }) => id === question)?.voices ?? [];
const answer = (who: Browser, role: string, layer: number, answers: Record<string, { answer: string; note?: string }>) => who.send('PUT', `/v1/conversation/answers/${role}/${layer}`, { answers });
const queries = (response: Response): string | null => response.headers.get('server-timing');

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let setting: Setting;
  let [anna, bea, outsider]: Browser[] = [];
  const people = () => ({ anna: anna as Browser, bea: bea as Browser, outsider: outsider as Browser });
  beforeAll(async () => {
    setting = settingOn(at, operations, loadLibrary());
    anna = await firstPerson(setting);
    bea = await invited(setting, anna, 'Bea', ['reader']);
    outsider = await stranger(setting, anna, roles);
  });

  it('is read by anyone, in both languages, without a query and without a cookie', async () => {
    for (const [language, first] of [['nl', 'Bespreken wij vooraf'], ['en', 'Do we discuss']] as const) {
      const page = await browser(setting, language).get('/conversation');
      const text = await page.text();
      expect([page.status, queries(page), page.headers.getSetCookie()]).toEqual([200, 'db;desc="0"', []]);
      expect(text).toContain(first);
      expect([...text.matchAll(/class="regie-question__number"/g)]).toHaveLength(16);
    }
  });

  it('puts a glass on for who chooses it, and none for one that does not exist', async () => {
    const visitor = browser(setting);
    expect([...(await (await visitor.get('/conversation?glass=millennials')).text()).matchAll(/You now look through/g)]).toHaveLength(8);
    expect(await (await visitor.get('/conversation?glass=1975')).text()).not.toContain('You now look through');
  });

  it('says before the first question who will see the answers', async () => {
    const { bea } = people();
    expect(await (await bea.get('/conversation/roles')).text()).toContain('Your name is not with it.');
    expect(await (await bea.get('/conversation/answers/board/8')).text()).toContain('Not your name.');
  });

  it('goes from layer to layer, keeps what is wrong in the form, and shows what was kept', async () => {
    const { bea } = people();
    const wrong = await bea.post('/conversation/answers/ciso/6', { 'answers.who-has-the-key.answer': 'not-applicable-because', 'answers.who-has-the-key.note': '', 'answers.readable-in-twenty-years.answer': '', 'answers.readable-in-twenty-years.note': 'half a thought', then: 'next' });
    const shown = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(shown).toContain('half a thought');
    for (const text of ['With “not applicable”, write why.', 'Choose an answer as well, or empty the note.']) expect(shown).toContain(text);
    const right = await bea.post('/conversation/answers/ciso/6', { 'answers.who-has-the-key.answer': 'partly', 'answers.who-has-the-key.note': 'two of =three', then: 'next' });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/conversation/answers/ciso/5']);
    expect(await (await bea.get('/conversation/answers/ciso/6')).text()).toContain('two of =three');
    const last = await bea.post('/conversation/answers/ciso/1', { then: 'next' });
    expect(last.headers.get('location')).toBe('/conversation/answers');
  });

  it('refuses a question of another layer, an answer that is none, a role that is none', async () => {
    const { bea } = people();
    expect((await answer(bea, 'board', 8, { 'able-to-leave': { answer: 'yes' } })).status).toBe(422);
    expect((await answer(bea, 'board', 8, { 'should-we': { answer: 'perhaps' } })).status).toBe(422);
    expect((await answer(bea, 'king', 8, {})).status).toBe(400);
    expect((await answer(bea, 'board', 9, {})).status).toBe(400);
    expect((await bea.get('/conversation/answers/king/8')).status).toBe(404);
    expect((await bea.get('/conversation/answers/board/9')).status).toBe(404);
    expect(await voices(bea, 'should-we')).toEqual([]);
  });

  it('keeps what roles and people say apart, shows it side by side, and invites them to talk', async () => {
    const { anna, bea } = people();
    await answer(anna, 'board', 7, { 'able-to-leave': { answer: 'yes', note: 'It is in the contract.' } });
    await answer(bea, 'architect', 7, { 'able-to-leave': { answer: 'nobody-knows' } });
    await answer(bea, 'board', 7, { 'able-to-leave': { answer: 'no' } });
    expect((await voices(bea, 'able-to-leave')).map(({ role, answer: said, own }) => [role, said, own])).toEqual([['board', 'no', true], ['board', 'yes', false], ['architect', 'nobody-knows', true]]);
    const page = await (await anna.get('/conversation/answers')).text();
    for (const text of ['The answers differ', '“Yes” says: Board member.', '“Nobody knows” says: Architect.', 'It is in the contract.']) expect(page).toContain(text);
  });

  it('shows no name and no id of a person, on no page, in no file and not in the log', async () => {
    const { anna, bea } = people();
    const { rows } = await sql<{ id: string }>`select id from person`.execute(at.db);
    const seen = [await (await bea.send('GET', '/v1/conversation/answers')).text(), await (await bea.send('GET', '/v1/conversation/answer-rows')).text(), await (await bea.get('/conversation/answers/export')).text()].join('\n');
    expect(seen).not.toContain('Anna');
    for (const { id } of rows) expect(seen).not.toContain(id);
    const { entries } = (await (await anna.send('GET', '/v1/audit-entries')).json()) as { entries: { operation: string; object: string; detail: unknown }[] };
    const logged = entries.filter(({ operation }) => operation === 'conversation.answer-layer');
    expect(logged.length).toBeGreaterThan(2);
    expect(JSON.stringify(logged)).not.toMatch(/board|architect|nobody-knows|able-to-leave/);
  });

  it('lets a person change and take back their own answer, and nobody else’s', async () => {
    const { anna, bea } = people();
    await answer(bea, 'board', 7, { 'able-to-leave': { answer: '' } });
    expect((await voices(anna, 'able-to-leave')).map(({ role, answer: said }) => [role, said])).toEqual([['board', 'yes'], ['architect', 'nobody-knows']]);
  });

  it('another organisation sees nothing of it, and changes nothing in it', async () => {
    const { anna, outsider } = people();
    const before = await overviewFor(anna);
    expect(await overviewFor(outsider)).toMatchObject({ answered: 0, differs: 0, unknown: 0 });
    expect((await answer(outsider, 'board', 7, { 'able-to-leave': { answer: 'partly' } })).status).toBe(200);
    expect(await overviewFor(anna)).toEqual(before);
    expect(await voices(outsider, 'able-to-leave')).toHaveLength(1);
  });

  it('asks an account for answers, and leads there', async () => {
    const visitor = browser(setting);
    expect((await visitor.send('PUT', '/v1/conversation/answers/board/8', {})).status).toBe(401);
    expect((await visitor.get('/conversation/roles')).headers.get('location')).toBe('/sign-in?next=%2Fconversation%2Froles');
  });

  it('takes as many queries for many answers as for few', async () => {
    const { anna, bea } = people();
    const pages = ['/conversation/answers', '/conversation/roles', '/conversation/answers/board/8'];
    await answer(anna, 'cio', 8, { 'should-we': { answer: 'yes' } });
    const counted = async () => Promise.all(pages.map(async (page) => queries(await anna.get(page))));
    const before = await counted();
    for (const role of ['cio', 'ciso', 'employee', 'works-council']) await answer(bea, role, 8, { 'should-we': { answer: 'yes' }, 'room-for-doubt': { answer: 'no' } });
    expect(await counted()).toEqual(before);
    expect(before).toEqual(pages.map(() => 'db;desc="4"'));
  });
});
