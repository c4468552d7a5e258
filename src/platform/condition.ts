/**
 * A change on condition (the If-Match header): only while what is read at the same place is still what the
 * asker saw. INVARIANT: nothing of the organisation changes between the look and the change; every change
 * shares a lock on its organisation, one on condition has it alone.
 */
import { sql } from 'kysely';
import type { Database } from './context.ts';
import type { Operation } from './operation.ts';

export type Condition = {
  /** The operation that reads at the same place; the visitor must be allowed to it. */
  readonly read: Operation;
  readonly given: unknown;
  readonly holds: (output: unknown) => boolean;
};

/** Advisory locks on numbers nobody else uses: this one, with the organisation's hash. */
const lockSpace = 726_194;

export async function lockOrganisation(db: Database, organisation: string, alone: boolean): Promise<void> {
  if (alone) await sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${organisation}))`.execute(db);
  else await sql`select pg_advisory_xact_lock_shared(${lockSpace}, hashtext(${organisation}))`.execute(db);
}
