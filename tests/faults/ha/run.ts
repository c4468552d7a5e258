/**
 * HA-1 … HA-6: what happens to acknowledged changes when a database host is lost.
 *
 *   npm run test:faults -- [rounds, default 5] [--fault=N] [--without-control]
 *
 * Two server processes behind a proxy, PostgreSQL with Patroni on three hosts of its own, synchronous; each round one of
 * the faults. Then the same once without waiting for a standby: that one must lose, or the drill proves nothing.
 */
import { type Cluster, type Host, type Replication, startCluster, ttl } from './cluster.ts';
import { type Application, startApplication } from './application.ts';
import { keepCheckpoint, verifies } from './kept-log.ts';
import { controlFault, type Fault, faults } from './faults.ts';
import { type Journal, startLoad, type Target } from './load.ts';

const writers = 16;
const seconds = { before: 8, during: 35, settle: 90 };
const pause = (s: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, s * 1000));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Round = Journal & { readonly lost: readonly string[]; readonly unknownKept: number; readonly twice: number; readonly timelineBefore: number; readonly timelineAfter: number; readonly poolSeconds: number; readonly logHolds: boolean; readonly fenced: boolean };

const rows = (cluster: Cluster, leader: Awaited<ReturnType<Cluster['leader']>>, statement: string): string[] => cluster.psql(leader, statement, 'regie').split('\n').filter(Boolean);

/** HA-4: from the moment that there is a leader again until a write is acknowledged. */
async function poolRecovery(cluster: Cluster, target: Target, struck: string): Promise<number> {
  const until = Date.now() + 60_000;
  while (Date.now() < until && ((await cluster.members()).find(({ role, state }) => role === 'leader' && state === 'running')?.name ?? struck) === struck) await pause(0.25);
  const promoted = Date.now();
  while (Date.now() < until) {
    const answer = await fetch(`${target.address}/v1/members`, { headers: { cookie: target.cookie }, signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) return (Date.now() - promoted) / 1000;
    await pause(0.1);
  }
  return Number.POSITIVE_INFINITY;
}

/** HA-6: who led is a standby of the new leader, which takes no change. */
function isFenced(cluster: Cluster, host: Host): boolean {
  if (cluster.psql(host, 'select pg_is_in_recovery()').trim() !== 't') return false;
  try {
    cluster.psql(host, 'create table not_here ()', 'regie');
    return false;
  } catch (refused) {
    return String((refused as { stderr?: unknown }).stderr).includes('read-only transaction');
  }
}

async function round(cluster: Cluster, target: Target, fault: Fault): Promise<Round> {
  const before = await cluster.settled(seconds.settle);
  const leader = await cluster.leader();
  const endLoad = startLoad(target, writers);
  await pause(seconds.before);
  const kept = keepCheckpoint(cluster);
  const revive = await fault.strike(cluster, leader);
  const [poolSeconds] = await Promise.all([poolRecovery(cluster, target, leader.name), pause(seconds.during)]);
  await revive();
  const after = await cluster.settled(seconds.settle);
  const journal = await endLoad();
  const now = await cluster.leader();
  const present = new Map(rows(cluster, now, 'select email, count(*) from invitation group by email').map((line) => [line.split('|')[0] as string, 1]));
  const written = rows(cluster, now, "select count(*) - (select count(*) from invitation) from audit_event where operation = 'identity.invite-member' and leaf::jsonb ->> 'outcome' = 'done'");
  const timelineOf = (found: typeof before): number => Math.max(...found.map(({ timeline = 0 }) => timeline));
  return {
    ...journal,
    lost: [...journal.acknowledged].filter((email) => !present.has(email)),
    unknownKept: [...journal.unknown].filter((email) => present.has(email)).length,
    twice: Number(written.at(-1)),
    timelineBefore: timelineOf(before),
    timelineAfter: timelineOf(after),
    poolSeconds,
    logHolds: verifies(cluster, kept),
    fenced: now.name === leader.name ? fault.mayLeadOn === true : isFenced(cluster, leader),
  };
}

function report(name: string, found: Round): void {
  const statuses = [...found.statuses].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, many]) => `${what}: ${many}`).join(', ');
  say(`${name}\n  acknowledged ${found.acknowledged.size}, lost ${found.lost.length}, asked again ${found.retried}, never acknowledged ${found.unknown.size} (${found.unknownKept} there), done twice ${found.twice}`);
  say(`  longest gap ${(found.longestGap / 1000).toFixed(1)} s, reads after promotion ${found.poolSeconds.toFixed(1)} s, timeline ${found.timelineBefore} → ${found.timelineAfter}, log ${found.logHolds ? 'holds' : 'BROKEN'}, old leader ${found.fenced ? 'takes no change' : 'TAKES CHANGES'}; ${statuses}`);
}

/** @returns what a bar forbids and was seen. */
const faultsIn = (name: string, found: Round, restarts: number): string[] =>
  [
    found.lost.length > 0 && `HA-1 ${name}: ${found.lost.length} acknowledged changes are gone`,
    found.longestGap > (ttl + 12) * 1000 && `HA-2 ${name}: no change was possible for ${found.longestGap / 1000} s`,
    found.twice !== 0 && `HA-3 ${name}: ${found.twice} changes happened twice or without a trace`,
    [...found.statuses.keys()].some((status) => / 5(?!03)\d\d$/.test(status)) && `HA-4 ${name}: an answer was a 5xx other than 503`,
    restarts > 0 && `HA-4 ${name}: ${restarts} server processes ended`,
    !found.logHolds && `HA-5 ${name}: the log is not the one that was signed before`,
    !found.fenced && `HA-6 ${name}: who led before came back and takes changes`,
    found.acknowledged.size === 0 && `${name}: nothing was written, so nothing was tested`,
  ].filter((fault) => fault !== false);

/** A cluster and the application on it, for as long as the work lasts. */
async function on<Outcome>(replication: Replication, work: (cluster: Cluster, target: Application) => Promise<Outcome>): Promise<Outcome> {
  const cluster = await startCluster(replication);
  const stopping: (() => void)[] = [];
  try {
    return await work(cluster, await startApplication(cluster, stopping));
  } finally {
    for (const stop of stopping) stop();
    await cluster.stop();
  }
}

/** `--fault=4` asks for that one alone. */
const only = Number(process.argv.find((word) => word.startsWith('--fault='))?.split('=')[1] ?? 0);
const asked: readonly Fault[] = only > 0 ? faults.slice(only - 1, only) : faults;

const drill = (rounds: number): Promise<string[]> =>
  on('synchronous', async (cluster, target) => {
    const wrong: string[] = [];
    for (let at = 0; at < rounds; at += 1) {
      const fault = asked[at % asked.length] as Fault;
      const found = await round(cluster, target, fault);
      report(`round ${at + 1}: ${fault.name}`, found);
      wrong.push(...faultsIn(fault.name, found, target.restarts()));
    }
    return wrong;
  });

/** HA-1, the test of the test. */
const control = (): Promise<string[]> =>
  on('asynchronous', async (cluster, target) => {
    const found = await round(cluster, target, controlFault);
    report(`control, asynchronous: ${controlFault.name}`, found);
    return found.lost.length > 0 ? [] : ['HA-1 control: without waiting for a standby nothing was lost, so the drill proves nothing'];
  });

const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? asked.length);
const wrong = [...(await drill(rounds)), ...(process.argv.includes('--without-control') ? [] : await control())];
for (const line of wrong) say(`FAIL ${line}`);
say(wrong.length === 0 ? 'HA-1 … HA-6 hold.' : `${wrong.length} bars do not hold.`);
process.exit(wrong.length === 0 ? 0 : 1);
