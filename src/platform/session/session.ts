/**
 * Sessions in the database: a random token with the visitor, its hash here, an idle and an absolute end.
 * Across organisations: a session is found by its token, or by its person, before anybody knows where that person is.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Database, Ids, Method, ProviderVisit } from '../context.ts';
import { noOrganisation } from '../ids.ts';

export type Session = {
  readonly id: string;
  readonly person: string;
  /** Null: working for the platform, in no organisation. */
  readonly organisation: string | null;
  readonly method: Method;
  readonly startedAt: Date;
  /** When it was last made sure that it is them. */
  readonly confirmedAt: Date;
  /** The visit at the organisation's identity provider that it came from; null when it came from none. */
  readonly provider: ProviderVisit | null;
};
export type NewSession = Omit<Session, 'id'> & { readonly browser: string };
export type ListedSession = Session & { readonly browser: string; readonly seenAt: Date };

type SessionTables = {
  session: { token_hash: Buffer; id: string; person_id: string; organisation_id: string; method: Method; browser: string; created_at: Date; seen_at: Date; confirmed_at: Date; issuer: string | null; subject: string | null; provider_session: string | null };
};
type Row = Omit<SessionTables['session'], 'token_hash'>;
const tables = (db: Database) => db.withTables<SessionTables>();

const minute = 60_000;
export const idleMinutes = 30;
export const absoluteHours = 12;
/** Writing `seen_at` at every request would make every read a write. */
const touchAfterMinutes = 1;
/** For how long it counts as sure that it is them. */
const freshMinutes = 10;

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * minute);

/** @returns the token for the cookie: 256 random bits. */
export async function openSession(db: Database, ids: Ids, session: NewSession, now: Date): Promise<string> {
  const token = newSecret();
  const row: SessionTables['session'] = {
    token_hash: hashOf(token), id: ids.next(), person_id: session.person, organisation_id: session.organisation ?? noOrganisation, method: session.method,
    browser: session.browser, created_at: session.startedAt, confirmed_at: session.confirmedAt, seen_at: now,
    issuer: session.provider?.issuer ?? null, subject: session.provider?.subject ?? null, provider_session: session.provider?.session ?? null,
  };
  await tables(db).insertInto('session').values(row).execute();
  return token;
}

const listed = (row: Row): ListedSession => ({
  id: row.id, person: row.person_id, organisation: row.organisation_id === noOrganisation ? null : row.organisation_id, method: row.method,
  startedAt: row.created_at, confirmedAt: row.confirmed_at, browser: row.browser, seenAt: row.seen_at,
  provider: row.issuer === null || row.subject === null ? null : { issuer: row.issuer, subject: row.subject, session: row.provider_session },
});

export const isFresh = (session: Pick<Session, 'confirmedAt'> | null, now: Date): boolean => session !== null && session.confirmedAt > minutesBefore(now, freshMinutes);

/** Sessions that have not ended. */
const going = (db: Database, now: Date) =>
  tables(db)
    .selectFrom('session')
    .select(['id', 'person_id', 'organisation_id', 'method', 'browser', 'created_at', 'seen_at', 'confirmed_at', 'issuer', 'subject', 'provider_session'])
    .where('seen_at', '>', minutesBefore(now, idleMinutes))
    .where('created_at', '>', minutesBefore(now, absoluteHours * 60));

/** Null when there is none, or it has ended. */
export async function findSession(db: Database, token: string, now: Date): Promise<Session | null> {
  const found = await going(db, now).where('token_hash', '=', hashOf(token)).executeTakeFirst();
  if (!found) return null;
  if (found.seen_at < minutesBefore(now, touchAfterMinutes)) await touch(db, token, now);
  return listed(found);
}

/** Of this person, last seen first. */
export const sessionsOf = async (db: Database, person: string, now: Date): Promise<ListedSession[]> =>
  (await going(db, now).where('person_id', '=', person).orderBy('seen_at', 'desc').orderBy('id').execute()).map(listed);

const touch = (db: Database, token: string, now: Date): Promise<unknown> =>
  tables(db).updateTable('session').set({ seen_at: now }).where('token_hash', '=', hashOf(token)).execute();

export const closeSession = (db: Database, token: string): Promise<unknown> => tables(db).deleteFrom('session').where('token_hash', '=', hashOf(token)).execute();

/** After another password nobody goes on as before. */
export const closeSessionsOf = (db: Database, person: string): Promise<unknown> => tables(db).deleteFrom('session').where('person_id', '=', person).execute();

/** After a change of role in this organisation. */
export const closeSessionsIn = (db: Database, person: string, organisation: string): Promise<unknown> =>
  tables(db).deleteFrom('session').where('person_id', '=', person).where('organisation_id', '=', organisation).execute();

/** @returns whether there was such a session of this person. */
export async function closeOneSession(db: Database, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db).deleteFrom('session').where('person_id', '=', person).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Of who left at the identity provider: that visit, or every visit of theirs. @returns how many ended. */
export async function closeSessionsFrom(db: Database, { issuer, subject, session }: { readonly issuer: string; readonly subject: string | null; readonly session: string | null }): Promise<number> {
  const those = tables(db).deleteFrom('session').where('issuer', '=', issuer);
  const of = subject === null ? those : those.where('subject', '=', subject);
  const { numDeletedRows } = await (session === null ? of : of.where('provider_session', '=', session)).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Rows of ended sessions; nothing depends on when this runs. The duty `clear-up`. */
export const clearEndedSessions = (db: Database, now: Date): Promise<unknown> =>
  tables(db)
    .deleteFrom('session')
    .where(({ or, eb }) => or([eb('seen_at', '<=', minutesBefore(now, idleMinutes)), eb('created_at', '<=', minutesBefore(now, absoluteHours * 60))]))
    .execute();
