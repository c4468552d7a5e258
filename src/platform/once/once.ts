/**
 * Doing once what is asked more than once (the Idempotency-Key header): the first time it is done, after that
 * the same answer is given. The row is written in the transaction of the change itself: a second that comes at
 * the same moment waits for it, and what was refused left nothing behind and may be asked again.
 */
import type { Database } from '../context.ts';
import { invalid, type Refusal } from '../refusal.ts';
import { fingerprintOf, hashOf, seal, unseal } from './sealed.ts';

/** `key` as the program chose it, `asked` all that makes two askings the same. */
export type Once = { readonly key: string; readonly asked: unknown };
type Asker = { readonly organisation: string; readonly person: string };

type OnceTables = {
  answered_once: { organisation_id: string; person_id: string; key_hash: Buffer; fingerprint: Buffer; answer: Buffer | null; at: Date };
};
const table = (db: Database) => db.withTables<OnceTables>();

const keptHours = 24;

export type Before = { readonly kind: 'never' } | { readonly kind: 'answered'; readonly answer: unknown } | { readonly kind: 'refused'; readonly refusal: Refusal };

const usedForOther = invalid({
  path: '',
  message: {
    nl: 'Deze Idempotency-Key is al gebruikt voor een ander verzoek. Neem een nieuwe.',
    en: 'This Idempotency-Key was used before for another request. Take a new one.',
  },
});

async function take(db: Database, by: Asker, once: Once, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await table(db)
    .insertInto('answered_once')
    .values({ organisation_id: by.organisation, person_id: by.person, key_hash: hashOf(once.key), fingerprint: fingerprintOf(once.key, once.asked), answer: null, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

const rowOf = (db: Database, by: Asker, key: string) =>
  table(db).selectFrom('answered_once').select(['fingerprint', 'answer']).where('organisation_id', '=', by.organisation).where('person_id', '=', by.person).where('key_hash', '=', hashOf(key));

/** Call it first in the transaction of the change. `never`: the key is now taken; give the answer to `keepAnswer`. */
export async function takeOnce(db: Database, by: Asker, once: Once, now: Date): Promise<Before> {
  if (await take(db, by, once, now)) return { kind: 'never' };
  const { fingerprint, answer } = await rowOf(db, by, once.key).executeTakeFirstOrThrow();
  if (!fingerprint.equals(fingerprintOf(once.key, once.asked))) return { kind: 'refused', refusal: usedForOther };
  return { kind: 'answered', answer: answer === null ? null : unseal(once.key, answer) };
}

export const keepAnswer = (db: Database, by: Asker, { key }: Once, answer: unknown): Promise<unknown> =>
  table(db).updateTable('answered_once').set({ answer: seal(key, answer) }).where('organisation_id', '=', by.organisation).where('person_id', '=', by.person).where('key_hash', '=', hashOf(key)).execute();

/** Across organisations: what is a day old is nobody's to ask again. */
export const forgetAnswers = (db: Database, now: Date): Promise<unknown> =>
  table(db).deleteFrom('answered_once').where('at', '<', new Date(now.getTime() - keptHours * 3_600_000)).execute();
