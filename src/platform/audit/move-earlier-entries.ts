/**
 * Entries from before the log, moved into it: under their own id and moment, with what they said sealed. They prove
 * that they were there when they were moved, and nothing of the time before (decision 0091).
 */
import type { Database } from '../context.ts';
import { enter } from '../database/scoped-database.ts';
import { subjectsOf } from './event.ts';
import { record, type Recording } from './record-event.ts';
import { installation, tables } from './tables.ts';
import { lockLog } from './tree-store.ts';

const atOnce = 500;

/** One batch, in a transaction. @returns how many. */
export async function moveEarlierEntries(db: Database, recording: Recording): Promise<number> {
  // Across organisations: all that stands in the old table goes.
  await enter(db, { duty: 'maintenance' });
  await lockLog(db, installation);
  // Across organisations: all that stands in the old table goes.
  const rows = await tables(db).selectFrom('audit_entry').selectAll().orderBy('id').limit(atOnce).execute();
  for (const { organisation_id, id, at, person_id, operation, object, detail, outcome, purpose } of rows) {
    const organisation = organisation_id === installation ? null : organisation_id;
    await record(db, { ...recording, ids: { next: () => id } }, { organisation, person: person_id, at, via: 'web', operation, object, sensitivity: 'internal', detail: { ...detail, moved: true }, outcome, purpose, request: null, subjects: subjectsOf(object), anonymous: false });
    await tables(db).deleteFrom('audit_entry').where('organisation_id', '=', organisation_id).where('id', '=', id).execute();
  }
  return rows.length;
}
