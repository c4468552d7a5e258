/** The only SQL about calendar feeds. */
import type { Database } from '../../platform/context.ts';
import { finding } from '../../platform/database/scoped-database.ts';
import type { Locale } from '../../platform/words.ts';

type Tables = { calendar_feed: { organisation_id: string; person_id: string; token_hash: Buffer; locale: Locale; made_at: Date } };
const table = (db: Database) => db.withTables<Tables>();

export type Feed = { readonly organisation: string; readonly person: string; readonly locale: Locale };

/** In place of the one before, whose address then leads nowhere. */
export const setFeed = (db: Database, { organisation, person, locale }: Feed, tokenHash: Buffer, at: Date): Promise<unknown> =>
  table(db)
    .insertInto('calendar_feed')
    .values({ organisation_id: organisation, person_id: person, token_hash: tokenHash, locale, made_at: at })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ token_hash: tokenHash, locale, made_at: at }))
    .execute();

export const feedSince = async (db: Database, organisation: string, person: string): Promise<Date | null> =>
  (await table(db).selectFrom('calendar_feed').select('made_at').where('organisation_id', '=', organisation).where('person_id', '=', person).executeTakeFirst())?.made_at ?? null;

export const removeFeed = (db: Database, organisation: string, person: string): Promise<unknown> =>
  table(db).deleteFrom('calendar_feed').where('organisation_id', '=', organisation).where('person_id', '=', person).execute();

export async function findFeed(db: Database, tokenHash: Buffer): Promise<Feed | null> {
  // Across organisations: a calendar program has the address and nothing else.
  const row = await finding(db, tokenHash, () => table(db).selectFrom('calendar_feed').select(['organisation_id', 'person_id', 'locale']).where('token_hash', '=', tokenHash).executeTakeFirst());
  return row ? { organisation: row.organisation_id, person: row.person_id, locale: row.locale } : null;
}
