/** The server as an administrator should run it: requests come in with a login that owns nothing. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { eachDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { readsOf } from '../faces/requests.ts';
import { alternating, behindTheWall, type BehindTheWall } from './behind-the-wall.ts';

/** Tables that row-level security guards. */
const guarded = async ({ serving }: BehindTheWall): Promise<RegExp> => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity`.execute(serving);
  expect(rows.length).toBeGreaterThan(15);
  return new RegExp(`\\b(?:from|join|into|update)\\s+"?(?:${rows.map(({ name }) => name).join('|')})\\b`);
};

describe.skipIf(!eachDatabase.includes('PostgreSQL'))('with a login of its own, on PostgreSQL', () => {
  let at: BehindTheWall;
  beforeAll(async () => {
    at = await behindTheWall(({ url }) => url, 4);
  }, 120_000);
  afterAll(() => at.close());

  it('every statement of every read on a table of organisations runs in a transaction that said for whom', async () => {
    const ids = { texts: at.two.ids.texts.slice(0, 1), uuids: at.two.ids.uuids.slice(0, 1), numbers: at.two.ids.numbers };
    const requests = operations.flatMap((operation) => readsOf(operation, ids).slice(0, 2));
    for (const { method, path, body } of requests) expect([path, (await at.here.send(method, path, body)).status < 500]).toEqual([path, true]);
    const tables = await guarded(at);
    const asked = at.seen.filter(({ statement }) => tables.test(statement));
    expect(asked.length).toBeGreaterThan(requests.length);
    expect(asked.filter(({ isScoped }) => !isScoped).map(({ statement }) => statement)).toEqual([]);
  });

  it('a statement outside would be noticed', async () => {
    const before = at.seen.length;
    expect((await sql`select * from membership`.execute(at.serving)).rows).toEqual([]);
    expect(at.seen.slice(before)).toEqual([{ statement: 'select * from membership', isScoped: false }]);
  });

  it('IDN-4: 100 requests of two organisations at once, by turns, over four connections: no row of the other', async () => {
    expect(await alternating(at, 100)).toEqual({ right: 100, wrong: [] });
  });
});
