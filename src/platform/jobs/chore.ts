/** What the installation does by itself every so often, in one process at a time however many there are. */
import { sql } from 'kysely';
import type { Database } from '../context.ts';
import type { World } from '../perform.ts';

export type Chore = {
  readonly name: string;
  readonly everyMinutes: number;
  /** Names the policies under which it may reach across organisations. */
  readonly duty: string;
  readonly run: (db: Database, now: Date) => Promise<unknown>;
};

type ChoreTables = { chore: { name: string; last_at: Date } };

/** Asked of the database only when it may be time. */
const known = new WeakMap<Chore, Date>();

async function isDue(db: Database, { name, everyMinutes }: Chore, now: Date): Promise<boolean> {
  const row = await db.withTables<ChoreTables>().selectFrom('chore').select('last_at').where('name', '=', name).executeTakeFirst();
  return row === undefined || now.getTime() - row.last_at.getTime() >= everyMinutes * 60_000;
}

const note = (db: Database, name: string, now: Date): Promise<unknown> =>
  db.withTables<ChoreTables>().insertInto('chore').values({ name, last_at: now }).onConflict((conflict) => conflict.column('name').doUpdateSet({ last_at: now })).execute();

/** INVARIANT: what it does and that it was done are one transaction, under a lock that ends with it. */
export async function doWhenDue({ database, clock }: Pick<World, 'database' | 'clock'>, chore: Chore): Promise<boolean> {
  const now = clock.now();
  const last = known.get(chore);
  if (last && now.getTime() - last.getTime() < chore.everyMinutes * 60_000) return false;
  const ran = await database.change({ duty: chore.duty }, async (db) => {
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`chore ${chore.name}`}, 0)) as ours`.execute(db);
    if (!rows[0]?.ours || !(await isDue(db, chore, now))) return false;
    await chore.run(db, now);
    await note(db, chore.name, now);
    return true;
  });
  known.set(chore, now);
  return ran;
}
