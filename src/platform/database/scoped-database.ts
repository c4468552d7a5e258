/**
 * The only door to the tables for whoever serves people: a transaction that says for whom it is. The database itself
 * then shows that organisation's rows and no others (row-level security); without a scope it shows none.
 *
 * INVARIANT: what is said holds for one transaction. A setting of the session would go with the connection to the
 * next request, or through PgBouncer to another client.
 */
import { type Kysely, type KyselyPlugin, sql, type Transaction } from 'kysely';
import type { Database, Tables } from '../context.ts';

export type Scope = {
  readonly organisation?: string | null | undefined;
  /** Also sees their own rows elsewhere: their memberships, their sessions. */
  readonly person?: string | null | undefined;
  /** What a visitor shows to be found by, such as the hash of a token. It shows the one row that has it. */
  readonly shown?: string | Uint8Array | null | undefined;
  /** Work of the installation itself, across organisations. A policy names the duty on each table it needs. */
  readonly duty?: string | null | undefined;
};

type Work<Outcome> = (db: Transaction<Tables>) => Promise<Outcome>;
export type ScopedDatabase = {
  readonly change: <Outcome>(scope: Scope, work: Work<Outcome>) => Promise<Outcome>;
  readonly read: <Outcome>(scope: Scope, work: Work<Outcome>) => Promise<Outcome>;
  readonly withPlugin: (plugin: KyselyPlugin) => ScopedDatabase;
};

/** Owns nothing and passes no policy by. Made by `migrate`; a login of its own, where there is one, is a member of it. */
export const applicationRole = 'regie_application';

const asHex = (shown: Scope['shown']): string => (shown ? Buffer.from(shown as string).toString('hex') : '');

/** Not counted as a query: it belongs to the beginning of the transaction. */
const set = (db: Database, settings: Readonly<Record<string, string>>): Promise<unknown> =>
  sql`select ${sql.join(Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(db.withoutPlugins());

const settingsOf = ({ organisation, person, shown, duty }: Scope) => ({
  'regie.organisation': organisation ?? '', 'regie.person': person ?? '', 'regie.shown': asHex(shown), 'regie.duty': duty ?? '',
});

/**
 * From here on the transaction is for somebody else: for who just proved who they are, or for an organisation that is
 * being made. Whoever calls it says why in a comment; `tests/architecture` asks it.
 */
export const enter = (db: Database, scope: Scope): Promise<unknown> => set(db, settingsOf(scope));

/** What is asked in `work` may find the row that has this key, and then no longer. */
export async function finding<Outcome>(db: Database, shown: string | Uint8Array, work: () => Promise<Outcome>): Promise<Outcome> {
  await set(db, { 'regie.shown': asHex(shown) });
  const found = await work();
  await set(db, { 'regie.shown': '' });
  return found;
}

/** A read that tried to write, on a database that does take writes. A defect of ours; not what a standby says in the same words. */
class WroteWhileReading extends Error {}
const isWrite = (error: unknown): error is Error => error instanceof Error && (error as Error & { code?: unknown }).code === '25006';

/** What somebody waits for takes no longer; what the installation does by itself may. The embedded database has no clock to stop a query by. */
export const patienceMs = 5000;
const patienceFor = ({ duty }: Scope, mostMs: number) => ({ statement_timeout: String(duty ? 0 : mostMs) });

/** @param role null leaves the connection's own rights: only for a test that is about the queries alone. */
export function scopedDatabase(database: Kysely<Tables>, role: string | null = applicationRole, mostMs = patienceMs): ScopedDatabase {
  const start = role === null ? {} : { role };
  const within = <Outcome>(mode: 'read only' | 'read write', scope: Scope, work: Work<Outcome>): Promise<Outcome> =>
    database.transaction().setAccessMode(mode).execute(async (db) => {
      await set(db, { ...start, ...patienceFor(scope, mostMs), ...settingsOf(scope) });
      return work(db);
    });
  return {
    change: (scope, work) => within('read write', scope, work),
    read: (scope, work) => within('read only', scope, work).catch((error: unknown) => {
      throw isWrite(error) ? new WroteWhileReading(error.message) : error;
    }),
    withPlugin: (plugin) => scopedDatabase(database.withPlugin(plugin), role, mostMs),
  };
}
