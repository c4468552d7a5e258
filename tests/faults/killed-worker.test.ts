/** kill -9 in the middle of the work: nothing is lost, and nothing is done twice that may be done once only. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { eachDatabase, freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { scopedDatabase } from '../../src/platform/database/scoped-database.ts';
import { randomIds } from '../../src/platform/ids.ts';
import { enqueue } from '../../src/platform/jobs/enqueue.ts';
import { chooseHolder } from '../../src/platform/keys/choose-holder.ts';
import { keysOf } from '../../src/platform/keys/keys.ts';
import { openVault } from '../../src/platform/keys/open-vault.ts';
import { silentLog } from '../../src/platform/log.ts';
import { drillWork } from './drill-work.ts';

const folder = mkdtempSync(join(tmpdir(), 'regie-'));
const keysAt = join(folder, 'keys.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns what it said, and whether it was killed or came to the end. */
function workUntil(url: string, secondsOn: number, lines: number): Promise<{ readonly said: string[]; readonly isKilled: boolean }> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), url, keysAt, String(secondsOn)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text) => (errors += text));
    child.stdout.on('data', (text: Buffer) => {
      said.push(...text.toString().trim().split('\n'));
      if (said.length >= lines) child.kill('SIGKILL');
    });
    child.on('exit', (code, signal) => (signal === 'SIGKILL' || code === 0 ? resolve({ said, isKilled: code !== 0 }) : reject(new Error(errors))));
  });
}

// Another process can only be on PostgreSQL: the embedded database is in the process that is killed.
describe.runIf(eachDatabase.includes('PostgreSQL'))('on PostgreSQL', () => {
  const at = freshDatabase('PostgreSQL');

  it('kill -9 in the middle, twice: every job done exactly once, every errand at least once', { timeout: 90_000 }, async () => {
    const base = { database: scopedDatabase(at.db), clock: systemClock, ids: randomIds(systemClock), log: silentLog };
    const keys = keysOf(base, chooseHolder({ keysAt, keysSecret: null }, '', systemClock, () => undefined));
    await keys.state();
    await sql`create table drill_done (number integer)`.execute(at.db);
    const [job, errand] = drillWork(() => undefined);
    const errands: string[] = [];
    for (let number = 0; number < 24; number += 1) {
      const organisation = `aaaaaaaa-0000-7000-8000-00000000000${number % 3}`;
      await base.database.change({ organisation }, async (db) => {
        const asking = { db, vault: openVault(keys, db), ids: base.ids, now: systemClock.now(), organisation };
        await enqueue(asking, job as NonNullable<typeof job>, { number });
        errands.push(await enqueue(asking, errand as NonNullable<typeof errand>, { number }));
      });
    }
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(at.db);
    const url = new URL(process.env['REGIE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres');
    url.pathname = `/${rows[0]?.name}`;
    const runs = [];
    for (const [round, lines] of [7, 13, 10_000].entries()) runs.push(await workUntil(url.href, round * 200, lines));
    expect(runs.map(({ isKilled }) => isKilled)).toEqual([true, true, false]);
    const { rows: counted } = await sql<{ number: number }>`select number from drill_done order by 1`.execute(at.db);
    expect(counted.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, number) => number));
    const acted = runs.flatMap(({ said }) => said).filter((line) => line.startsWith('acted ')).map((line) => line.slice(6));
    expect(errands.filter((id) => !acted.includes(id))).toEqual([]);
    expect((await sql<{ left: number }>`select count(*) as left from job`.execute(at.db)).rows[0]?.left).toBe(0);
  });
});
