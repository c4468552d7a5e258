/** One pool and one query builder over the embedded database and over PostgreSQL. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { Tables } from '../context.ts';
import { listeningToCommits } from './commit.ts';
import { copyDatabase, removeCopy, startCopy, startEmbedded } from './embedded.ts';

export type OpenDatabase = {
  /** As the owner of the tables: for migrations, backups and what an administrator does. */
  readonly database: Kysely<Tables>;
  /** For whoever serves people; a login of its own where one is given, and otherwise the owner's. */
  readonly serving: Kysely<Tables>;
  readonly kind: 'embedded' | 'postgresql';
  /** Lets `read` see everything as it is at one moment, while others go on writing. */
  readonly snapshot: <Seen>(read: (db: Transaction<Tables>) => Promise<Seen>) => Promise<Seen>;
  readonly close: () => Promise<void>;
};

// Dates of the calendar stay text (a Date would shift them by the time zone); counts fit a number.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

/** A lost idle connection is replaced at the next query; it must not end the process. */
export function connect(config: PoolConfig): Kysely<Tables> {
  const pool = new Pool(config);
  pool.on('error', () => undefined);
  // While it is lent out the pool does not listen; between two queries nobody would, and Node ends on what nobody hears.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: listeningToCommits(pool) }) });
}

/**
 * One connection: the embedded database has one backend, so a second could only wait, and messages of two
 * connections outside a transaction would share its unnamed statement.
 */
export const connectEmbedded = (socketFolder: string): Kysely<Tables> =>
  connect({ host: socketFolder, user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 });

const hour = 3_600_000;

/** The embedded database has no background workers: nobody else clears up after updates. */
function tidyRegularly(database: Kysely<Tables>): () => void {
  const timer = setInterval(() => {
    void sql`vacuum (analyze)`.execute(database).then(() => sql`checkpoint`.execute(database)).catch(() => undefined);
  }, 6 * hour);
  timer.unref();
  return () => clearInterval(timer);
}

export const inOneMoment = <Seen>(database: Kysely<Tables>, read: (db: Transaction<Tables>) => Promise<Seen>): Promise<Seen> =>
  database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);

/**
 * The embedded database has one backend, so that a long read would keep everybody waiting. Its files stand still
 * while we hold its one connection: they are copied in that moment, and read from the copy at leisure.
 */
async function inACopy<Seen>(database: Kysely<Tables>, folder: string, read: (db: Transaction<Tables>) => Promise<Seen>): Promise<Seen> {
  const copy = await database.connection().execute(async (held) => {
    await sql`checkpoint`.execute(held);
    return copyDatabase(folder);
  });
  const embedded = await startCopy(copy).catch((error: unknown) => (removeCopy(copy), Promise.reject(error)));
  const reading = connectEmbedded(embedded.socketFolder);
  return inOneMoment(reading, read).finally(async () => {
    await reading.destroy();
    await embedded.stop();
    removeCopy(copy);
  });
}

async function openEmbedded(folder: string, template: string | null): Promise<OpenDatabase> {
  const embedded = await startEmbedded(folder, template);
  const database = connectEmbedded(embedded.socketFolder);
  const stopTidying = tidyRegularly(database);
  const close = async (): Promise<void> => {
    stopTidying();
    await database.destroy();
    await embedded.stop();
  };
  return { database, serving: database, kind: 'embedded', snapshot: (read) => inACopy(database, folder, read), close };
}

const connectionsAtMost = 10;
/** The owner migrates and makes backups; nobody waits for it. */
const ownersConnectionsAtMost = 2;
const connectTo = (url: string, max: number): Kysely<Tables> => connect({ connectionString: url, max, connectionTimeoutMillis: 5000, keepAlive: true });

function openPostgres(url: string, ownerUrl: string | null): OpenDatabase {
  const serving = connectTo(url, connectionsAtMost);
  const database = ownerUrl === null ? serving : connectTo(ownerUrl, ownersConnectionsAtMost);
  const close = async (): Promise<void> => {
    await serving.destroy();
    if (database !== serving) await database.destroy();
  };
  return { database, serving, kind: 'postgresql', snapshot: (read) => inOneMoment(database, read), close };
}

/**
 * @param at where the embedded database lives, and the PostgreSQL to use instead of it, if any.
 * @throws FolderInUse when another process has the data directory.
 */
export async function openDatabase(at: { readonly url: string | null; readonly ownerUrl?: string | null; readonly folder: string; readonly template: string | null }): Promise<OpenDatabase> {
  return at.url === null ? openEmbedded(at.folder, at.template) : openPostgres(at.url, at.ownerUrl ?? null);
}
