/**
 * Keeps the logs up to date: what was written gets its place within a second, is signed within a minute or 256
 * entries, and is shown to the witnesses. It does so for what a process that was killed left behind, too.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../context.ts';
import { defectFields, type Log } from '../log.ts';
import { currentLog } from './current-log.ts';
import { heartbeatOperation } from './list-events.ts';
import { record, type Recording } from './record-event.ts';
import { batchSize, sequenceEvents, whoWaits } from './sequence-events.ts';
import { lastCheckpoint, LogBroken, type LogSigning, signCheckpoint, type SignedTree } from './sign-checkpoint.ts';
import { tables } from './tables.ts';
import { lockLog, type LogId, sizeOf } from './tree-store.ts';

type Work<Outcome> = (db: Database) => Promise<Outcome>;
export type LogKeeping = {
  /** A transaction that sees this organisation, or what of all organisations the log has to know. */
  readonly within: <Outcome>(organisation: string, work: Work<Outcome>) => Promise<Outcome>;
  readonly across: <Outcome>(work: Work<Outcome>) => Promise<Outcome>;
  readonly signing: LogSigning;
  readonly recording: Recording;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows witnesses what was signed; it may take its time and may fail. */
  readonly show: (id: LogId, signed: SignedTree) => Promise<void>;
};

export const signEverySeconds = 60;
export const silentAtMostMinutes = 60;
const second = 1000;

const yearOf = (now: Date): string => String(now.getUTCFullYear());

async function lockedLog(db: Database, organisation: string, year: number): Promise<LogId> {
  await lockLog(db, organisation);
  return currentLog(db, organisation, year);
}

async function placeAll({ within }: LogKeeping, organisation: string, year: number): Promise<void> {
  while ((await within(organisation, async (db) => sequenceEvents(db, await lockedLog(db, organisation, year)))) > 0);
}

/** Soon enough after the last one it waits: a signature for each entry would be a signature for each second. */
async function isDue(db: Database, id: LogId, now: Date): Promise<boolean> {
  const last = await lastCheckpoint(db, id);
  return last === undefined || now.getTime() - last.at.getTime() >= signEverySeconds * second || (await sizeOf(db, id)) - last.size >= batchSize;
}

async function signIfDue(keeping: LogKeeping, organisation: string, year: number): Promise<void> {
  const now = keeping.clock.now();
  const { id, signed } = await keeping.within(organisation, async (db) => {
    const log = await lockedLog(db, organisation, year);
    return { id: log, signed: (await isDue(db, log, now)) ? await signCheckpoint(db, keeping.signing, log, now) : null };
  });
  if (signed) await keeping.show(id, signed);
}

/** The log of a year is signed to its end when the next has begun. */
export async function bringUpToDate(keeping: LogKeeping, organisation: string): Promise<void> {
  const year = keeping.clock.now().getUTCFullYear();
  await placeAll(keeping, organisation, year);
  for (const each of [year - 1, year]) await signIfDue(keeping, organisation, each);
}

/** Nothing for an hour is written down as well, so that a log that fell silent is not taken for a quiet day. */
export async function beatIfSilent({ recording, clock }: LogKeeping, db: Database, organisation: string): Promise<void> {
  await lockLog(db, organisation);
  const now = clock.now();
  const last = await tables(db).selectFrom('audit_event').select('at').where('organisation_id', '=', organisation).orderBy('at', 'desc').limit(1).executeTakeFirst();
  if (last !== undefined && now.getTime() - last.at.getTime() < silentAtMostMinutes * 60 * second) return;
  await record(db, recording, {
    organisation, person: null, at: now, via: 'system', operation: heartbeatOperation, object: `log/${yearOf(now)}`, sensitivity: 'internal', detail: {}, outcome: 'done', purpose: null, request: null, subjects: [], anonymous: false,
  });
}

/** Each that has a log, so that each can then be asked by itself. */
export async function whoHasLog(db: Database): Promise<string[]> {
  const rows = await tables(db).selectFrom('audit_log').select('organisation_id').distinct().execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

export type LogKeeper = {
  /** Something was written for this organisation. */
  readonly nudge: (organisation: string) => void;
  /** Everything that waits now, done. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** @throws nothing: what goes wrong is logged, and tried again a minute later. */
async function attempt(keeping: LogKeeping, organisation: string): Promise<void> {
  try {
    await bringUpToDate(keeping, organisation);
  } catch (error) {
    keeping.log('error', error instanceof LogBroken ? 'audit-log-broken' : 'audit-log-not-kept', { organisation, ...defectFields(error) });
  }
}

async function everyone(keeping: LogKeeping): Promise<ReadonlySet<string>> {
  const known = await keeping.across(whoHasLog);
  for (const organisation of known) await keeping.within(organisation, (db) => beatIfSilent(keeping, db, organisation));
  return new Set([...known, ...(await keeping.across(whoWaits))]);
}

export function keepLog(keeping: LogKeeping): LogKeeper {
  let due = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  const run = (which: () => Promise<ReadonlySet<string>>): Promise<void> => {
    running = running.then(async () => {
      const organisations = await which().catch((error: unknown) => (keeping.log('error', 'audit-log-not-kept', defectFields(error)), new Set<string>()));
      for (const organisation of organisations) await attempt(keeping, organisation);
    });
    return running;
  };
  const takeDue = async (): Promise<ReadonlySet<string>> => {
    const taken = due;
    due = new Set();
    return taken;
  };
  const sweep = setInterval(() => void run(() => everyone(keeping)), signEverySeconds * second).unref();
  let soon: NodeJS.Timeout | null = null;
  const nudge = (organisation: string): void => {
    due.add(organisation);
    soon ??= setTimeout(() => {
      soon = null;
      void run(takeDue);
    }, second / 2).unref();
  };
  const stop = async (): Promise<void> => {
    clearInterval(sweep);
    if (soon) clearTimeout(soon);
    await run(takeDue);
  };
  return { nudge, settle: () => run(() => everyone(keeping)), stop };
}
