/**
 * Browsers somebody signed in with before. Guessing a password elsewhere slows down elsewhere; the person
 * themselves comes in from where they always do.
 */
import type { Database } from '../context.ts';
import { hashOf, newSecret } from './session.ts';

type DeviceTables = { known_device: { token_hash: Buffer; person_id: string; seen_at: Date } };
const tables = (db: Database) => db.withTables<DeviceTables>();

export const knownForDays = 180;
const oldest = (now: Date): Date => new Date(now.getTime() - knownForDays * 86_400_000);

export async function isKnownDevice(db: Database, token: string, person: string, now: Date): Promise<boolean> {
  const found = await tables(db).selectFrom('known_device').select('person_id').where('token_hash', '=', hashOf(token)).where('person_id', '=', person).where('seen_at', '>', oldest(now)).executeTakeFirst();
  return found !== undefined;
}

/** @returns a token for the cookie; a browser gets another at every signing in, and the one before is worth nothing. */
export async function rememberDevice(db: Database, before: string | null, person: string, now: Date): Promise<string> {
  const token = newSecret();
  if (before !== null) await tables(db).deleteFrom('known_device').where('token_hash', '=', hashOf(before)).execute();
  await tables(db).insertInto('known_device').values({ token_hash: hashOf(token), person_id: person, seen_at: now }).execute();
  return token;
}

/** After another password no browser is known any more. */
export const forgetDevicesOf = (db: Database, person: string): Promise<unknown> => tables(db).deleteFrom('known_device').where('person_id', '=', person).execute();
