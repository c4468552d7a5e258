/** IDN-4 through PgBouncer in transaction mode: `npm run test:pgbouncer`. It asks PostgreSQL on 127.0.0.1 and Debian's pgbouncer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/platform/database/open-database.ts';
import type { TwoLogins } from '../../src/platform/database/testing/two-logins.ts';
import { alternating, behindTheWall, type BehindTheWall } from './behind-the-wall.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** More requests than connections, so that one connection serves both organisations. */
const poolSize = 3;
const settings = (folder: string, port: number): string => `[databases]
* = host=127.0.0.1 port=5432
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
`;

type PgBouncer = { readonly urlFor: (logins: TwoLogins) => Promise<string>; readonly stop: () => void };

const triesAtMost = 50;

async function whenAnswering(url: string): Promise<string> {
  const db = connect({ connectionString: url, max: 1 });
  const answers = (): Promise<boolean> => sql`select 1`.execute(db).then(() => true, () => false);
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries > triesAtMost) throw new Error('PgBouncer does not answer.');
    await sleep(200);
  }
  return db.destroy().then(() => url);
}

/** It does not run as root; Debian's user of PostgreSQL will do. */
async function startPgBouncer(): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'regiekompas-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(join(folder, 'pgbouncer.ini'), settings(folder, port));
  let child: ChildProcess | undefined;
  const urlFor = (logins: TwoLogins): Promise<string> => {
    writeFileSync(join(folder, 'users'), `"${logins.requests}" ""\n`);
    child = spawn('/usr/sbin/pgbouncer', [...(process.getuid?.() === 0 ? ['-u', 'postgres'] : []), join(folder, 'pgbouncer.ini')], { stdio: 'ignore' });
    return whenAnswering(`postgres://${logins.requests}@127.0.0.1:${port}/${logins.name}`);
  };
  const stop = (): void => {
    child?.kill('SIGINT');
    rmSync(folder, { recursive: true });
  };
  return { urlFor, stop };
}

describe('through PgBouncer in transaction mode', () => {
  let bouncer: PgBouncer;
  let at: BehindTheWall;
  let url = '';
  beforeAll(async () => {
    bouncer = await startPgBouncer();
    at = await behindTheWall(async (logins) => (url = await bouncer.urlFor(logins)), 50);
  }, 300_000);
  afterAll(async () => {
    await at.close();
    bouncer.stop();
  });

  it('the drill shares connections: what is said to a session would reach another client', async () => {
    const [one, other] = [connect({ connectionString: url, max: 1 }), connect({ connectionString: url, max: 1 })];
    await sql`select set_config('regie.organisation', 'left behind', false)`.execute(one);
    const { rows } = await sql<{ said: string }>`select current_setting('regie.organisation', true) as said`.execute(other);
    await sql`select set_config('regie.organisation', '', false)`.execute(one);
    await Promise.all([one.destroy(), other.destroy()]);
    expect(rows).toEqual([{ said: 'left behind' }]);
  });

  it('IDN-4: 500 requests of two organisations at once, by turns: no row of the other', async () => {
    expect(await alternating(at, 500)).toEqual({ right: 500, wrong: [] });
    const { rows } = await sql<{ many: number }>`select count(*) as many from pg_stat_activity where usename = ${at.logins.requests}`.execute(at.serving);
    expect(rows[0]?.many).toBeLessThanOrEqual(poolSize);
  });
});
