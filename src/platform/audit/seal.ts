/** How far a log is signed and seen. */
import type { Database } from '../context.ts';
import { cosignaturesOf } from './checkpoints.ts';
import { lastCheckpoint } from './sign-checkpoint.ts';
import { tables } from './tables.ts';
import { type LogId, sizeOf } from './tree-store.ts';

export type Seal = { readonly log: string; readonly entries: number; readonly signed: number; readonly signedAt: string | null; readonly seen: number; readonly isLate: boolean };

const lateAfterMinutes = 5;

/** The oldest that no checkpoint covers yet, whether it has its place or not. */
async function oldestUnsigned(db: Database, { organisation, log }: LogId, signed: number): Promise<Date | null> {
  const row = await tables(db)
    .selectFrom('audit_event')
    .select('at')
    .where('organisation_id', '=', organisation)
    .where('anonymous', '=', false)
    .where(({ or, and, eb }) => or([eb('leaf_index', 'is', null), and([eb('log', '=', log), eb('leaf_index', '>=', signed)])]))
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function sealOf(db: Database, id: LogId, now: Date): Promise<Seal> {
  const [entries, last] = [await sizeOf(db, id), await lastCheckpoint(db, id)];
  const seen = (await cosignaturesOf(db, id)).filter(({ size }) => size === last?.size).length;
  const waiting = await oldestUnsigned(db, id, last?.size ?? 0);
  return { log: id.log, entries, signed: last?.size ?? 0, signedAt: last?.at.toISOString() ?? null, seen, isLate: waiting !== null && now.getTime() - waiting.getTime() > lateAfterMinutes * 60_000 };
}
