/**
 * Begins a log that takes the place of another: after a backup was put back, or with another key. What was signed
 * before is not signed anew, for then there would be two trees of one name; the new log says in its first entry what
 * the old one was, and what is known to be missing (decision 0095).
 */
import type { Database } from '../context.ts';
import type { Signer } from '../transparency/signer.ts';
import { currentLog } from './current-log.ts';
import { record, type Recording } from './record-event.ts';
import { originOf, lastCheckpoint } from './sign-checkpoint.ts';
import type { Head, SignedHeads } from './signed-heads.ts';
import { installation, tables } from './tables.ts';
import { lockLog, type LogId, rootAt, sizeOf } from './tree-store.ts';

export type Succession = { readonly log: string; readonly origin: string; readonly before: string; readonly entries: number; readonly signedBefore: number };
export type Succeeding = { readonly signer: Signer; readonly heads: SignedHeads; readonly host: string; readonly recording: Recording };

export const successionOperation = 'log.succeeded';

/** A name that no other restore of the same backup gets. */
const nameOf = (now: Date): string => `${now.getUTCFullYear()}.${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;

/** The last that is known to be signed: by the database that came back, or by the memory beside the key, which did not. */
async function signedOf(db: Database, id: LogId, origin: string, heads: SignedHeads): Promise<number> {
  const [here, beside]: [Head | undefined, Head | null] = [await lastCheckpoint(db, id), heads.last(origin)];
  return Math.max(here?.size ?? 0, beside?.size ?? 0);
}

async function tell(db: Database, { recording }: Succeeding, organisation: string, { log, before, entries, signedBefore }: Succession, root: Buffer, reason: string, now: Date): Promise<void> {
  await record(db, recording, {
    organisation: organisation === installation ? null : organisation, person: null, at: now, via: 'command', operation: successionOperation, object: `log/${log}`, sensitivity: 'confidential',
    detail: organisation === installation ? {} : { before, entries, root: root.toString('base64'), signedBefore, missing: Math.max(0, signedBefore - entries) },
    outcome: 'done', purpose: reason, request: null, subjects: [], anonymous: false,
  });
}

/** In a transaction. Null where no log was begun yet. */
export async function succeedLog(db: Database, succeeding: Succeeding, organisation: string, reason: string, now: Date): Promise<Succession | null> {
  await lockLog(db, organisation);
  const id = await currentLog(db, organisation, now.getUTCFullYear());
  const head = await tables(db).selectFrom('audit_log').select('origin').where('organisation_id', '=', organisation).where('log', '=', id.log).executeTakeFirst();
  if (head === undefined) return null;
  const log = nameOf(now);
  const origin = originOf(succeeding.host, { organisation, log });
  const entries = await sizeOf(db, id);
  const succession = { log, origin, before: head.origin, entries, signedBefore: await signedOf(db, id, head.origin, succeeding.heads) };
  await tables(db).insertInto('audit_log').values({ organisation_id: organisation, log, origin, public_key: succeeding.signer.publicKey, begun_at: now }).execute();
  await tell(db, succeeding, organisation, succession, await rootAt(db, id, entries), reason, now);
  return succession;
}
