/** The only SQL about passkeys and recovery codes. They are of a person, whatever organisation that person is in. */
import { createHash } from 'node:crypto';
import type { Database } from '../../platform/context.ts';

export type Passkey = { readonly id: string; readonly person: string; readonly name: string; readonly publicKey: Buffer; readonly counter: number; readonly transports: readonly string[]; readonly createdAt: Date; readonly usedAt: Date | null };

type PasskeyTables = {
  passkey: { id: string; person_id: string; name: string; public_key: Buffer; counter: number; transports: string[]; created_at: Date; used_at: Date | null };
  passkey_challenge: { challenge_hash: Buffer; person_id: string | null; expires_at: Date };
  recovery_code: { person_id: string; code_hash: Buffer };
};
const tables = (db: Database) => db.withTables<PasskeyTables>();
const passkeyOf = (row: PasskeyTables['passkey']): Passkey => ({
  id: row.id, person: row.person_id, name: row.name, publicKey: row.public_key, counter: row.counter, transports: row.transports, createdAt: row.created_at, usedAt: row.used_at,
});

export const addPasskey = (db: Database, key: Passkey): Promise<unknown> =>
  tables(db)
    .insertInto('passkey')
    .values({ id: key.id, person_id: key.person, name: key.name, public_key: key.publicKey, counter: key.counter, transports: [...key.transports], created_at: key.createdAt, used_at: key.usedAt })
    .execute();

export async function findPasskey(db: Database, id: string): Promise<Passkey | null> {
  const row = await tables(db).selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? passkeyOf(row) : null;
}

/** Oldest first. */
export const passkeysOf = async (db: Database, person: string): Promise<Passkey[]> =>
  (await tables(db).selectFrom('passkey').selectAll().where('person_id', '=', person).orderBy('created_at').orderBy('id').execute()).map(passkeyOf);

export const passkeyUsed = (db: Database, id: string, counter: number, at: Date): Promise<unknown> =>
  tables(db).updateTable('passkey').set({ counter, used_at: at }).where('id', '=', id).execute();

export async function removePasskey(db: Database, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db).deleteFrom('passkey').where('person_id', '=', person).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

const challengeHash = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

/** Those that ran out go with it: nothing else clears them up. */
export async function keepChallenge(db: Database, challenge: string, person: string | null, now: Date, until: Date): Promise<void> {
  await tables(db).deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
  await tables(db).insertInto('passkey_challenge').values({ challenge_hash: challengeHash(challenge), person_id: person, expires_at: until }).execute();
}

/** Gone once taken: an answer counts once. `undefined` when there is none, or it ran out. */
export async function takeChallenge(db: Database, challenge: string, now: Date): Promise<{ readonly person: string | null } | undefined> {
  const row = await tables(db).deleteFrom('passkey_challenge').where('challenge_hash', '=', challengeHash(challenge)).where('expires_at', '>', now).returning('person_id').executeTakeFirst();
  return row && { person: row.person_id };
}

/** Only the last list works. */
export async function replaceRecoveryCodes(db: Database, person: string, hashes: readonly Buffer[]): Promise<void> {
  await tables(db).deleteFrom('recovery_code').where('person_id', '=', person).execute();
  await tables(db).insertInto('recovery_code').values(hashes.map((code_hash) => ({ person_id: person, code_hash }))).execute();
}

/** Each works once. */
export async function takeRecoveryCode(db: Database, person: string, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tables(db).deleteFrom('recovery_code').where('person_id', '=', person).where('code_hash', '=', hash).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function recoveryCodesLeft(db: Database, person: string): Promise<number> {
  return (await tables(db).selectFrom('recovery_code').select('code_hash').where('person_id', '=', person).execute()).length;
}

/** Keys and codes of somebody who is to be forgotten. */
export async function forgetWaysIn(db: Database, person: string): Promise<void> {
  await tables(db).deleteFrom('passkey').where('person_id', '=', person).execute();
  await tables(db).deleteFrom('recovery_code').where('person_id', '=', person).execute();
}
