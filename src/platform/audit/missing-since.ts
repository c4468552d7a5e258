/**
 * What is missing since a checkpoint that was kept elsewhere: after a restore, exactly which entries did not come back
 * (EXIT-3). Answered from the trees alone, so that it costs the same for any size.
 */
import type { Database } from '../context.ts';
import type { Checkpoint } from '../transparency/checkpoint.ts';
import { tables } from './tables.ts';
import { type LogId, rootAt, sizeOf } from './tree-store.ts';

/** `from` is the first entry that is not here, `until` the first that the checkpoint does not have; from 0. `lastAt` is the moment of the last one that is. */
export type Since =
  | { readonly kind: 'unknown-log' }
  | { readonly kind: 'nothing-missing'; readonly entries: number }
  | { readonly kind: 'missing'; readonly from: number; readonly until: number; readonly lastAt: Date | null }
  /** As many entries as it says, and not the same ones. */
  | { readonly kind: 'another-past' };

async function momentOf(db: Database, { organisation, log }: LogId, index: number): Promise<Date | null> {
  const row = await tables(db).selectFrom('audit_event').select('at').where('organisation_id', '=', organisation).where('log', '=', log).where('leaf_index', '=', index).executeTakeFirst();
  return row?.at ?? null;
}

/** @param organisation whose log it is, which stands in the name of the log as well. */
export async function missingSince(db: Database, organisation: string, { origin, size, root }: Checkpoint): Promise<Since> {
  const head = await tables(db).selectFrom('audit_log').select('log').where('organisation_id', '=', organisation).where('origin', '=', origin).executeTakeFirst();
  if (head === undefined) return { kind: 'unknown-log' };
  const id = { organisation, log: head.log };
  const [entries, asked] = [await sizeOf(db, id), Number(size)];
  if (entries < asked) return { kind: 'missing', from: entries, until: asked, lastAt: await momentOf(db, id, entries - 1) };
  return (await rootAt(db, id, asked)).equals(root) ? { kind: 'nothing-missing', entries } : { kind: 'another-past' };
}

/** The organisation in the name of a log; null for a name that is not one of ours. */
export const organisationIn = (origin: string): string | null => /\/log\/([0-9a-f]{8}-[0-9a-f-]{27})\/[^/]+$/.exec(origin)?.[1] ?? null;
