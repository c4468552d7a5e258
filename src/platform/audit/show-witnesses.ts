/** Shows our checkpoints to witnesses and keeps what they put under them (C2SP tlog-witness, the side of the log). */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../context.ts';
import type { Log } from '../log.ts';
import { isDecimal } from '../transparency/checkpoint.ts';
import { consistencyRanges } from '../transparency/merkle-tree.ts';
import { isBy, parseNote, parseSignatureLine, signatureBy, signatureLine } from '../transparency/signed-note.ts';
import type { TrustPolicy, Witness } from '../transparency/trust-policy.ts';
import { witnessRequestText } from '../transparency/witness-request.ts';
import type { SignedTree } from './sign-checkpoint.ts';
import { tables } from './tables.ts';
import { hashesOf, type LogId } from './tree-store.ts';

type Work<Outcome> = (db: Database) => Promise<Outcome>;
export type Showing = {
  readonly within: <Outcome>(organisation: string, work: Work<Outcome>) => Promise<Outcome>;
  readonly policy: TrustPolicy;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Log;
};

const patienceSeconds = 10;
const longestAnswer = 64 * 1024;

type Answer = { readonly status: number; readonly text: string };

async function ask(showing: Showing, url: string, body: string): Promise<Answer> {
  const answer = await showing.fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(patienceSeconds * 1000) });
  return { status: answer.status, text: (await answer.text()).slice(0, longestAnswer) };
}

const lastSeenBy = async (db: Database, { organisation, log }: LogId, witness: string): Promise<number> => {
  const row = await tables(db).selectFrom('audit_cosignature').select(sql<number>`max(size)`.as('size')).where('organisation_id', '=', organisation).where('log', '=', log).where('witness', '=', witness).executeTakeFirst();
  return Number(row?.size ?? 0);
};

/** A witness that saw another size than we remember says which; it is asked once more from there. */
async function cosignatureFrom(showing: Showing, id: LogId, url: string, signed: SignedTree, old: number, isFirst = true): Promise<Answer> {
  const proof = await showing.within(id.organisation, (db) => hashesOf(db, id, consistencyRanges(old, signed.size)));
  const answer = await ask(showing, url, witnessRequestText(BigInt(old), proof, signed.note));
  const told = answer.text.trim();
  if (answer.status !== 409 || !isFirst || !isDecimal(told) || Number(told) > signed.size) return answer;
  return cosignatureFrom(showing, id, url, signed, Number(told), false);
}

/** INVARIANT: a line counts only when it holds under the key that we know of this witness. */
function lineOf({ key }: Witness, signed: SignedTree, answer: string): string | null {
  const note = parseNote(signed.note);
  const signature = answer.split('\n').map(parseSignatureLine).find((one) => one !== null && isBy(key, one));
  if (note === null || !signature || signatureBy(key, { text: note.text, signatures: [signature] }) !== 'valid') return null;
  return signatureLine(signature);
}

async function showOne(showing: Showing, id: LogId, signed: SignedTree, witness: Witness & { readonly url: string }): Promise<void> {
  const { organisation, log } = id;
  const old = await showing.within(organisation, (db) => lastSeenBy(db, id, witness.name));
  const answer = await cosignatureFrom(showing, id, witness.url, signed, Math.min(old, signed.size));
  const line = answer.status === 200 ? lineOf(witness, signed, answer.text) : null;
  if (line === null) return tellRefused(showing, witness, signed, answer);
  const row = { log, size: signed.size, witness: witness.name, line, at: showing.clock.now() };
  await showing.within(organisation, (db) => tables(db).insertInto('audit_cosignature').values({ organisation_id: organisation, ...row }).onConflict((conflict) => conflict.doNothing()).execute());
}

/** A witness that saw more than there is tells of a database that was put back, or of entries that were removed. */
function tellRefused({ log }: Showing, { name }: Witness, signed: SignedTree, { status, text }: Answer): void {
  const sawMore = status === 409 && Number(text.trim()) > signed.size;
  log(sawMore ? 'error' : 'warn', sawMore ? 'witness-saw-more' : 'witness-refused', { witness: name, status, size: signed.size, ...(sawMore ? { saw: Number(text.trim()) } : {}) });
}

const hasUrl = (witness: Witness): witness is Witness & { readonly url: string } => witness.url !== null;

/** One that does not answer holds up no other, and nothing else; the next checkpoint is shown to it again. */
export const showWitnesses = (showing: Showing) => async (id: LogId, signed: SignedTree): Promise<void> => {
  const shown = showing.policy.witnesses.filter(hasUrl).map((witness) =>
    showOne(showing, id, signed, witness).catch((error: unknown) => showing.log('warn', 'witness-away', { witness: witness.name, message: String(error) })));
  await Promise.all(shown);
};
