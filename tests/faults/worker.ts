/** A server process with nothing but the queue, until it is killed. Run by killed-worker.test.ts. */
import { sql } from 'kysely';
import { connect } from '../../src/platform/database/open-database.ts';
import { scopedDatabase } from '../../src/platform/database/scoped-database.ts';
import { randomIds } from '../../src/platform/ids.ts';
import { queueOf } from '../../src/platform/jobs/queue.ts';
import { chooseHolder } from '../../src/platform/keys/choose-holder.ts';
import { keysOf } from '../../src/platform/keys/keys.ts';
import { silentLog } from '../../src/platform/log.ts';
import type { World } from '../../src/platform/perform.ts';
import { drillWork } from './drill-work.ts';

const [, , url = '', keysAt = '', secondsOn = '0'] = process.argv;
const database = connect({ connectionString: url, max: 4 });
const clock = { now: () => new Date(Date.now() + Number(secondsOn) * 1000) };
const base = { database: scopedDatabase(database), clock, ids: randomIds(clock), log: silentLog };
const world = { ...base, keys: keysOf(base, chooseHolder({ keysAt, keysSecret: null }, '', clock, () => undefined)) } as unknown as World;

const queue = queueOf({ world, work: new Map(drillWork((line) => void process.stdout.write(`${line}\n`)).map((one) => [one.name, one])), random: Math.random });
for (;;) {
  const took = await queue.look();
  const { rows } = await sql<{ left: number }>`select count(*) as left from job`.execute(database);
  if (took === 0 && rows[0]?.left === 0) process.exit(0);
  await queue.idle();
  if (took === 0) await new Promise((resolve) => { setTimeout(resolve, 20); });
}
