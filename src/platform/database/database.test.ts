import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { countingIds } from '../ids.ts';
import { absoluteHours, closeSession, findSession, idleMinutes, openSession } from '../session/session.ts';
import { counted } from './counted.ts';
import { migrate } from './migrate.ts';
import { eachDatabase, freshDatabase } from './testing/fresh-database.ts';

const organisation = '00000000-0000-7000-8000-000000000001';
const person = '00000000-0000-7000-8000-000000000002';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);

  it('a session ends when idle, when old and when closed; its token is not in the database', async () => {
    const start = new Date('2026-11-23T10:00:00Z');
    const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
    const ids = countingIds();
    const opened = { person, organisation, method: 'password', startedAt: start, confirmedAt: start, browser: 'Firefox, Linux', provider: null } as const;
    const token = await openSession(at.db, ids, opened, start);
    expect(await findSession(at.db, token, after(1))).toMatchObject({ person, organisation, method: 'password', confirmedAt: start });
    expect(await findSession(at.db, token, after(idleMinutes + 2))).toBeNull();
    const { rows } = await sql<{ row: string }>`select session::text as row from session`.execute(at.db);
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
    for (let minutes = 0; minutes < absoluteHours * 60; minutes += 20) await findSession(at.db, token, after(minutes));
    expect(await findSession(at.db, token, after(absoluteHours * 60 + 1))).toBeNull();
    const other = await openSession(at.db, ids, opened, start);
    await closeSession(at.db, other);
    expect(await findSession(at.db, other, start)).toBeNull();
    expect(await findSession(at.db, 'made up', start)).toBeNull();
  });

  it('a migration runs once, and may not be edited afterwards', async () => {
    const file = { id: 'test/0001-a.sql', text: 'create table test_a (id int)' };
    expect(await migrate(at.db, [file])).toBe(1);
    expect(await migrate(at.db, [file])).toBe(0);
    await expect(migrate(at.db, [{ ...file, text: 'create table test_a (id bigint)' }])).rejects.toThrow('was edited since');
  });

  it('two that migrate at once do it once', async () => {
    const file = { id: 'test/0002-b.sql', text: 'create table test_b (id int)' };
    expect((await Promise.all([migrate(at.db, [file]), migrate(at.db, [file])])).toSorted()).toEqual([0, 1]);
  });

  it('queries of a request are counted, in and out of a transaction', async () => {
    const count = { queries: 0 };
    const db = counted(at.db, count);
    await sql`select 1`.execute(db);
    await db.transaction().execute((transaction) => sql`select 2`.execute(transaction));
    expect(count.queries).toBe(2);
  });

  it('calendar dates stay text and large counts are numbers', async () => {
    const { rows } = await sql`select date '2026-03-29' as day, count(*) as many from pg_class where false`.execute(at.db);
    expect(rows).toEqual([{ day: '2026-03-29', many: 0 }]);
  });
});
