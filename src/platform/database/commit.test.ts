import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { CommitUncertain } from './commit.ts';
import { eachDatabase, freshDatabase } from './testing/fresh-database.ts';
import { isUnreachable } from './unreachable.ts';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);

  /** What a cancelled wait for a standby gives: COMMIT succeeds, with a warning. Here a deferred trigger warns. */
  const commitWith = (level: 'warning' | 'notice') =>
    at.db.transaction().execute(async (db) => {
      await sql`create table doubt (id int)`.execute(db);
      await sql.raw(`create function doubt() returns trigger language plpgsql as $$ begin raise ${level} 'might not have been replicated'; return null; end $$`).execute(db);
      await sql`create constraint trigger doubt after insert on doubt deferrable initially deferred for each row execute function doubt()`.execute(db);
      await sql`insert into doubt values (1)`.execute(db);
      return 'done';
    });
  const clear = () => sql`drop table if exists doubt; drop function if exists doubt`.execute(at.db);

  it('a commit with a warning is not called done', async () => {
    const failed = await commitWith('warning').then(() => null, (error: unknown) => error);
    expect(failed).toBeInstanceOf(CommitUncertain);
    expect(isUnreachable(failed)).toBe(true);
    await clear();
  });

  it('a commit with a mere notice is, and a warning before the commit is no doubt about it', async () => {
    expect(await commitWith('notice')).toBe('done');
    await clear();
    const warned = at.db.transaction().execute(async (db) => void (await sql`do $$ begin raise warning 'of something else'; end $$`.execute(db)));
    await expect(warned).resolves.toBeUndefined();
  });
});
