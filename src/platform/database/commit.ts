/**
 * A commit that is not sure is not called done. The standby that must confirm it may be gone; when somebody cancels
 * the wait for it, PostgreSQL answers COMMIT with success and a warning, and a failover can still lose the change.
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** The change may be there or may be lost: whoever asked must ask again, under the same idempotency key. */
export class CommitUncertain extends Error {
  constructor(warning: string) {
    super(`The database is not sure that it kept the change: ${warning}`);
  }
}

type Notice = { readonly severity?: string | undefined; readonly message?: string | undefined };

/** @throws CommitUncertain when the database warned meanwhile. */
async function heeded<Result>(client: PoolClient, run: () => Promise<Result>): Promise<Result> {
  const warnings: string[] = [];
  const hear = ({ severity, message = '' }: Notice): void => void (severity === 'WARNING' && warnings.push(message));
  client.on('notice', hear);
  try {
    const result = await run();
    if (warnings.length > 0) throw new CommitUncertain(warnings.join(' '));
    return result;
  } finally {
    client.off('notice', hear);
  }
}

const listening = (client: PoolClient): PostgresPoolClient => ({
  query: ((statement: string, values: unknown[]) => {
    const send = () => client.query(statement, values);
    return statement === 'commit' ? heeded(client, send) : send();
  }) as unknown as PostgresPoolClient['query'],
  release: (destroy) => client.release(destroy),
});

/** INVARIANT: no warning on a commit passes for success. */
export function listeningToCommits(pool: Pool): PostgresPool {
  // The same object for the same connection, since what is kept about a connection is kept by it.
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const heard = known.get(client) ?? listening(client);
    known.set(client, heard);
    return heard;
  };
  return { connect, end: () => pool.end(), options: pool.options };
}
