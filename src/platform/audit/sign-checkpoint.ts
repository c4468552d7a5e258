/**
 * Signs what a tree is now, after its leaves were committed.
 *
 * INVARIANT: two checkpoints of one size with different roots are never signed. One root for each size is kept in
 * the database, and the last one signed beside the key as well; a tree that does not begin with it is not signed.
 */
import type { Database } from '../context.ts';
import { checkpointText } from '../transparency/checkpoint.ts';
import { noteText } from '../transparency/signed-note.ts';
import { type Signer, signNote } from '../transparency/signer.ts';
import type { SignedHeads } from './signed-heads.ts';
import { tables } from './tables.ts';
import { lockLog, type LogId, rootAt, sizeOf } from './tree-store.ts';

export type LogSigning = {
  readonly signer: () => Promise<Signer>;
  readonly heads: SignedHeads;
  /** What names of logs begin with, such as `regie.example.nl`. */
  readonly host: string;
};

export type SignedTree = { readonly size: number; readonly root: Buffer; readonly note: string; readonly at: Date };

/** The tree is not what was signed before, or another key is used: somebody must look before anything more is signed. */
export class LogBroken extends Error {}

export const originOf = (host: string, { organisation, log }: LogId): string => `${host}/log/${organisation}/${log}`;

/** The log's own name and key, written down when it begins. @throws LogBroken when it began with another key. */
async function begun(db: Database, signer: Signer, host: string, id: LogId, now: Date): Promise<string> {
  const { organisation, log } = id;
  await tables(db).insertInto('audit_log').values({ organisation_id: organisation, log, origin: originOf(host, id), public_key: signer.publicKey, begun_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
  const row = await tables(db).selectFrom('audit_log').select(['origin', 'public_key']).where('organisation_id', '=', organisation).where('log', '=', log).executeTakeFirstOrThrow();
  if (!row.public_key.equals(signer.publicKey)) throw new LogBroken(`The log ${row.origin} was begun with another key than the one at hand.`);
  return row.origin;
}

/** @throws LogBroken */
async function checkAgainstLast(db: Database, id: LogId, origin: string, size: number, heads: SignedHeads): Promise<void> {
  const last = heads.last(origin);
  if (last === null) return;
  if (size < last.size) throw new LogBroken(`The log ${origin} has ${size} entries where ${last.size} were signed before: the database was put back, or entries were removed.`);
  if (!(await rootAt(db, id, last.size)).equals(last.root)) throw new LogBroken(`The first ${last.size} entries of the log ${origin} are not the ones that were signed before.`);
}

export const lastCheckpoint = (db: Database, { organisation, log }: LogId): Promise<SignedTree | undefined> =>
  tables(db).selectFrom('audit_checkpoint').select(['size', 'root', 'note', 'at']).where('organisation_id', '=', organisation).where('log', '=', log).orderBy('size', 'desc').limit(1).executeTakeFirst();

const keep = (db: Database, { organisation, log }: LogId, { size, root, note, at }: SignedTree): Promise<unknown> =>
  tables(db).insertInto('audit_checkpoint').values({ organisation_id: organisation, log, size, root, note, at }).execute();

/** Null when nothing came in since the last one. */
export async function signCheckpoint(db: Database, signing: LogSigning, id: LogId, now: Date): Promise<SignedTree | null> {
  await lockLog(db, id.organisation);
  const [size, before] = [await sizeOf(db, id), await lastCheckpoint(db, id)];
  if (size === (before?.size ?? 0)) return null;
  const signer = await signing.signer();
  const origin = await begun(db, signer, signing.host, id, now);
  await checkAgainstLast(db, id, origin, size, signing.heads);
  const root = await rootAt(db, id, size);
  const text = checkpointText({ origin, size: BigInt(size), root });
  // Kept before it is made: a signature that nobody ever sees does no harm, one that is forgotten does.
  signing.heads.keep(origin, { size, root });
  const signed = { size, root, note: noteText({ text, signatures: [await signNote(signer, origin, text)] }), at: now };
  await keep(db, id, signed);
  return signed;
}
