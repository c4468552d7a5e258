/**
 * Watches over the logs of others (C2SP tlog-witness): puts our signature under a checkpoint that holds all we saw of
 * that log before. Whose logs we watch stands in a file that the administrator keeps (decision 0094).
 *
 * INVARIANT: what was seen is compared and kept in one transaction, and is on disk before the signature leaves;
 * otherwise two requests at once could both be signed, and one of them take back what the other saw.
 */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../context.ts';
import { noteText, signatureLine } from '../transparency/signed-note.ts';
import { cosign, type Signer } from '../transparency/signer.ts';
import { logKeysFor, type TrustPolicy } from '../transparency/trust-policy.ts';
import { judgeRequest, parseWitnessRequest, type Seen, type WitnessRequest } from '../transparency/witness-request.ts';
import { tables } from './tables.ts';

export type WitnessAnswer = { readonly status: 200 | 400 | 403 | 404 | 409 | 422; readonly mediaType: string; readonly text: string };
export type Witness = {
  /** @param body of `add-checkpoint`. */
  readonly add: (body: string) => Promise<WitnessAnswer>;
  /** What was last seen of the log whose name has this SHA-256 (hex), with our signature; null for one never seen. */
  readonly lastSeen: (originHash: string) => Promise<string | null>;
};

type Work<Outcome> = (db: Database) => Promise<Outcome>;
export type Witnessing = {
  readonly within: <Outcome>(work: Work<Outcome>) => Promise<Outcome>;
  readonly policy: TrustPolicy;
  /** What we sign as. */
  readonly name: string;
  readonly signer: () => Promise<Signer>;
  readonly clock: Clock;
};

const plain = 'text/plain; charset=utf-8';
const said = (status: WitnessAnswer['status'], text = ''): WitnessAnswer => ({ status, mediaType: plain, text });

/** One at a time for each log, over all processes; until the end of the transaction. */
const lockOrigin = (db: Database, origin: string): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended(${`witness ${origin}`}, 0))`.execute(db);

async function seenOf(db: Database, origin: string): Promise<Seen | undefined> {
  const row = await tables(db).selectFrom('audit_witnessed').select(['size', 'root']).where('origin', '=', origin).executeTakeFirst();
  return row && { size: BigInt(row.size), root: row.root };
}

async function keep(db: Database, { signed: { checkpoint } }: WitnessRequest, note: string, at: Date): Promise<void> {
  const row = { origin: checkpoint.origin, size: Number(checkpoint.size), root: checkpoint.root, note, at };
  await tables(db).insertInto('audit_witnessed').values(row).onConflict((conflict) => conflict.column('origin').doUpdateSet(row)).execute();
}

async function judged(db: Database, witnessing: Witnessing, request: WitnessRequest): Promise<WitnessAnswer> {
  const { policy, name, signer, clock } = witnessing;
  const { checkpoint: { origin }, note } = request.signed;
  await lockOrigin(db, origin);
  const verdict = judgeRequest(request, logKeysFor(policy, origin), await seenOf(db, origin));
  if (verdict.status === 409) return { status: 409, mediaType: 'text/x.tlog.size', text: `${verdict.size}\n` };
  if (verdict.status !== 200) return said(verdict.status);
  const signature = await cosign(await signer(), name, note.text, clock.now());
  await keep(db, request, noteText({ text: note.text, signatures: [...note.signatures, signature] }), clock.now());
  return said(200, signatureLine(signature));
}

const isCountable = ({ signed: { checkpoint } }: WitnessRequest): boolean => checkpoint.size <= BigInt(Number.MAX_SAFE_INTEGER);

export const witnessOf = (witnessing: Witnessing): Witness => ({
  add: async (body) => {
    const request = parseWitnessRequest(body);
    return request && isCountable(request) ? witnessing.within((db) => judged(db, witnessing, request)) : said(400);
  },
  lastSeen: (originHash) =>
    witnessing.within(async (db) => {
      const row = await tables(db).selectFrom('audit_witnessed').select('note').where(sql<boolean>`encode(sha256(convert_to(origin, 'UTF8')), 'hex') = ${originHash}`).executeTakeFirst();
      return row?.note ?? null;
    }),
});
