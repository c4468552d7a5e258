/** What people say is sealed: also what they said before it was, and nowhere to be read in the database or the log. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { conversationOf } from '../../src/capabilities/conversation/questionnaire.ts';
import { answerRoles } from '../../src/capabilities/conversation/roles.ts';
import { sealAndFinish } from '../../src/entry/once-open.ts';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { scene } from './scene.ts';
import { type Browser, invited } from './visitor.ts';

const canaries = Array.from({ length: 40 }, (_, n) => `Kanarie-${(n * 7919 + 104_729).toString(36)}-geheim`);

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  const dump = async (): Promise<string> => {
    const { rows: tables } = await sql<{ name: string }>`select format('%I', c.relname) as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(at.db);
    const parts = await Promise.all(tables.map(({ name }) => sql<{ text: string | null }>`select string_agg(t::text, E'\n') as text from ${sql.raw(name)} t`.execute(at.db)));
    return parts.map(({ rows }) => rows[0]?.text ?? '').join('\n');
  };
  const said = async (): Promise<string> => JSON.stringify(await (await at.editor.get('/v1/conversation/answers')).json());

  it('KEY-2: forty things that were said stand in no table and no line of the log', async () => {
    const { layers } = conversationOf({ knowledge: at.setting.site.world.knowledge, locale: 'nl' })?.questionnaire ?? { layers: [] };
    for (const [n, note] of canaries.entries()) {
      const layer = layers[n % 8];
      const answered = await at.editor.send('PUT', `/v1/conversation/answers/${answerRoles[Math.floor(n / 8)]}/${layer?.layer}`, { answers: { [layer?.questions[0]?.id ?? '']: { answer: 'yes', note } } });
      expect(answered.status).toBe(200);
    }
    const [text, shown] = [`${await dump()}${at.setting.log.join('\n')}`, await said()];
    expect(canaries.filter((canary) => !shown.includes(canary))).toEqual([]);
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('that somebody wrote nothing is nobody else’s business either', async () => {
    const { layers } = conversationOf({ knowledge: at.setting.site.world.knowledge, locale: 'nl' })?.questionnaire ?? { layers: [] };
    await at.reader.send('PUT', `/v1/conversation/answers/employee/${layers[0]?.layer}`, { answers: { [layers[0]?.questions[0]?.id ?? '']: { answer: 'no', note: '' } } });
    const { rows } = await sql<{ note: string }>`select note from conversation_answer where role = 'employee'`.execute(at.db);
    expect([rows.length, rows.some(({ note }) => note === '')]).toEqual([1, false]);
    expect(await said()).toContain('"role":"employee","answer":"no","note":""');
  });

  it('seals at the start what was plain from before, and loses nothing of it', async () => {
    await sql`delete from sealed_column`.execute(at.db);
    await sql`update conversation_answer set note = 'plain of before', answer = 'no'`.execute(at.db);
    const lines: string[] = [];
    await sealAndFinish(at.setting.site.world.keys, at.db, (line) => lines.push(line));
    expect(lines.join()).toMatch(/Sealed \d+ values/);
    expect(await dump()).not.toContain('plain of before');
    expect(await said()).toContain('plain of before');
    lines.length = 0;
    await sealAndFinish(at.setting.site.world.keys, at.db, (line) => lines.push(line));
    expect(lines).toEqual([]);
  });

  it('erases what somebody said, keys and all, with its reason in the log and nobody else touched', async () => {
    const officer = await invited(at.setting, at.first, 'Petra', ['privacy-officer']);
    const layer = conversationOf({ knowledge: at.setting.site.world.knowledge, locale: 'nl' })?.questionnaire.layers[0];
    await at.reader.send('PUT', `/v1/conversation/answers/employee/${layer?.layer}`, { answers: { [layer?.questions[0]?.id ?? '']: { answer: 'yes', note: 'of the reader' } } });
    const { rows } = await sql<{ id: string }>`select id from person where name = 'Edwin'`.execute(at.db);
    const person = rows[0]?.id ?? '';
    const erase = (who: Browser, body: object) => who.send('POST', '/v1/erasures', { person, reason: 'Asked to be forgotten', confirmed: true, ...body });
    expect((await erase(at.first, {})).status).toBe(403);
    expect((await erase(officer, { confirmed: false })).status).toBe(400);
    const done = await erase(officer, {});
    expect([done.status, await done.json()]).toMatchObject([200, { person, answers: 40 }]);
    expect((await erase(officer, { person: '00000000-0000-7000-8000-000000000001' })).status).toBe(404);
    expect(await said()).toContain('of the reader');
    expect(await said()).not.toContain('plain of before');
    expect((await sql`select 1 from data_key where owner = ${`person/${person}`} and wrapped is null and destroyed_at is not null`.execute(at.db)).rows).toHaveLength(1);
    const [event] = (await sql<{ id: string; purpose: string }>`select id, leaf::jsonb ->> 'purpose' as purpose from audit_event where operation = 'keys.erase-person' and leaf::jsonb ->> 'outcome' = 'done' and object = ${`person/${person}`}`.execute(at.db)).rows;
    expect(event?.purpose).toBe('stated');
    const auditor = await invited(at.setting, at.first, 'Aukje', ['auditor']);
    expect(await (await auditor.get(`/audit/${event?.id}`)).text()).toContain('Asked to be forgotten');
    const page = await (await officer.get('/keys')).text();
    expect(page).toContain('Keys destroyed');
    expect(page).not.toContain('Edwin');
  });
});
