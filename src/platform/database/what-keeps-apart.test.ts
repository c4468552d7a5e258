/** With what rights the server comes in, said at the start, and refused where it is not what was asked. */
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { scopedDatabase } from './scoped-database.ts';
import { addressOf, eachDatabase, freshDatabase, withAdmin } from './testing/fresh-database.ts';
import { type TwoLogins, twoLogins } from './testing/two-logins.ts';
import { type KeptApart, sayKeptApart, whatKeepsApart } from './what-keeps-apart.ts';

const migrations = readMigrations(join(import.meta.dirname, '../..'));
const organisation = '0190a000-0000-7000-8000-000000000001';

const within = async <Seen>(url: string, ownerUrl: string | null, look: (store: Awaited<ReturnType<typeof openDatabase>>) => Promise<Seen>): Promise<Seen> => {
  const store = await openDatabase({ url, ownerUrl, folder: '', template: null });
  return look(store).finally(store.close);
};
const apartWith = (url: string, ownerUrl: string | null): Promise<KeptApart> => within(url, ownerUrl, whatKeepsApart);

it('the embedded database: a seat belt, and one organisation', async () => {
  expect(sayKeptApart({ by: 'seat-belt', kind: 'embedded', login: 'postgres' })).toContain('Keep one organisation in this installation');
});

describe('on PGlite', () => {
  const at = freshDatabase('PGlite');
  it('is read from the database', async () => {
    const apart = await whatKeepsApart({ database: at.db, serving: at.db, kind: 'embedded', snapshot: () => Promise.reject(new Error('not asked')), close: async () => undefined });
    expect(apart).toEqual({ by: 'seat-belt', kind: 'embedded', login: 'postgres' });
  });
});

describe.skipIf(!eachDatabase.includes('PostgreSQL'))('on PostgreSQL, with the logins of docs/install.md', () => {
  let logins: TwoLogins;
  beforeAll(async () => {
    logins = await twoLogins();
    await within(logins.url, logins.ownerUrl, ({ database }) => migrate(database, migrations));
  });
  afterAll(() => logins.remove());

  it('the owner, without rights over the server, brings the tables up to date, twice', async () => {
    expect(await within(logins.url, logins.ownerUrl, ({ database }) => migrate(database, migrations))).toBe(0);
  });

  it('a login of its own is a wall', async () => {
    const apart = await apartWith(logins.url, logins.ownerUrl);
    expect(apart).toEqual({ by: 'wall', kind: 'postgresql', login: logins.requests });
    expect(sayKeptApart(apart)).toContain(`requests come in as ${logins.requests}, which owns no table`);
  });

  it('one login for all is a seat belt, and says what to set', async () => {
    const apart = await apartWith(logins.ownerUrl, null);
    expect(apart.by).toBe('seat-belt');
    expect(sayKeptApart(apart)).toContain('Set DATABASE_OWNER_URL');
  });

  it('requests are served through the wall, and it cannot be taken off', async () => {
    await within(logins.url, logins.ownerUrl, async ({ serving }) => {
      const database = scopedDatabase(serving);
      const count = async () => (await sql<{ many: number }>`select count(*) as many from organisation`.execute(serving)).rows[0]?.many;
      await database.change({ organisation }, (db) => sql`insert into organisation (id, name, created_at) values (${organisation}, 'Here', now())`.execute(db));
      expect(await database.read({ organisation }, async (db) => (await sql`select 1 from organisation`.execute(db)).rows.length)).toBe(1);
      expect(await count()).toBe(0);
      await sql`set row_security = off`.execute(serving);
      for (const way of ['select count(*) from organisation', 'alter table organisation disable row level security', `set role ${logins.owner}`, 'drop policy of_the_organisation on organisation', 'truncate organisation cascade', 'select * from platform_migration']) {
        expect([way, await sql.raw(`reset role; set row_security = off; ${way}`).execute(serving).then(() => 'done', ({ code }) => code)]).toEqual([way, '42501']);
      }
    });
  });

  const unsafe: readonly (readonly [name: string, before: () => string, login: () => string, after: () => string, says: string])[] = [
    ['the owner', () => 'select 1', () => logins.owner, () => 'select 1', 'owns the tables'],
    ['a superuser', () => `alter role ${logins.requests} superuser`, () => logins.requests, () => `alter role ${logins.requests} nosuperuser`, 'a superuser'],
    ['a login that passes policies by', () => `alter role ${logins.requests} bypassrls`, () => logins.requests, () => `alter role ${logins.requests} nobypassrls`, 'passes row-level security by'],
    ['a login that can become the owner', () => `grant ${logins.owner} to ${logins.requests}`, () => logins.requests, () => `revoke ${logins.owner} from ${logins.requests}`, 'can become their owner'],
    ['a login that makes logins', () => `alter role ${logins.requests} createrole`, () => logins.requests, () => `alter role ${logins.requests} nocreaterole`, 'can become their owner'],
    ['a login that may nothing', () => `revoke regie_application from ${logins.requests}`, () => logins.requests, () => `grant regie_application to ${logins.requests}`, 'is no member of regie_application'],
  ];

  it.each(unsafe)('with an owner given, does not serve as %s', async (_, before, login, after, says) => {
    await withAdmin(before());
    await expect(apartWith(addressOf(logins.name, login()), logins.ownerUrl)).rejects.toThrow(says);
    await withAdmin(after());
    expect((await apartWith(logins.url, logins.ownerUrl)).by).toBe('wall');
  });

  it('does not serve one database and migrate another', async () => {
    await expect(apartWith(logins.url, addressOf('postgres'))).rejects.toThrow('lead to different databases');
  });
});
