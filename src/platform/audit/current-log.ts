/** Which log takes the entries now: that of the year, or the one that took its place after a restore (`succeed-log.ts`). */
import type { Database } from '../context.ts';
import { tables } from './tables.ts';
import type { LogId } from './tree-store.ts';

/** INVARIANT: asked under the lock of the organisation's log by whoever adds to it, so that nothing is added to one that was succeeded. */
export async function currentLog(db: Database, organisation: string, year: number): Promise<LogId> {
  const row = await tables(db).selectFrom('audit_log').select('log').where('organisation_id', '=', organisation).where('log', 'like', `${year}%`).orderBy('begun_at', 'desc').orderBy('log', 'desc').limit(1).executeTakeFirst();
  return { organisation, log: row?.log ?? String(year) };
}
