/** What can happen to the host that leads. Each does its harm and says how the host is brought back. */
import type { Cluster, Host } from './cluster.ts';

export type Fault = { readonly name: string; /** The host itself is not lost: it may lead on. */ readonly mayLeadOn?: true; readonly strike: (cluster: Cluster, leader: Host) => Promise<() => Promise<void>> };

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Already gone.
    }
  }
};
const databaseOf = (cluster: Cluster, host: Host): number[] => [...cluster.processesOn(host, 'patroni'), ...cluster.processesOn(host, 'postgres')];
const killHost = (cluster: Cluster, host: Host) => {
  signal(databaseOf(cluster, host), 'SIGKILL');
  return async (): Promise<void> => cluster.startPatroni(host);
};

/** The standbys hear nothing for a while, the clients still do; then the leader is lost. */
async function cutOffThenKill(cluster: Cluster, leader: Host, meanwhile: () => void): Promise<() => Promise<void>> {
  cluster.partition(leader, true);
  for (let at = 0; at < 8; at += 1) {
    await pause(500);
    meanwhile();
  }
  const revive = killHost(cluster, leader);
  // Not before there is another leader: the kernel would still deliver what a dead process had sent.
  return async () => {
    cluster.partition(leader, false);
    await revive();
  };
}

const cancelWaiting = "select count(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'";

export const faults: readonly Fault[] = [
  { name: 'kill -9 of the host', strike: async (cluster, leader) => killHost(cluster, leader) },
  {
    name: 'the host freezes, and wakes later',
    strike: async (cluster, leader) => {
      const frozen = databaseOf(cluster, leader);
      signal(frozen, 'SIGSTOP');
      return async () => signal(frozen, 'SIGCONT');
    },
  },
  {
    name: 'kill -9 of PostgreSQL alone',
    mayLeadOn: true,
    strike: async (cluster, leader) => {
      signal(cluster.processesOn(leader, 'postgres'), 'SIGKILL');
      return async () => undefined;
    },
  },
  { name: 'cut off from its standbys, then killed', strike: (cluster, leader) => cutOffThenKill(cluster, leader, () => undefined) },
  { name: 'cut off, waiting commits cancelled, then killed', strike: (cluster, leader) => cutOffThenKill(cluster, leader, () => void cluster.psql(leader, cancelWaiting)) },
];

/** Loses what was acknowledged where nobody waits for a standby: the test of the test. */
export const controlFault = faults[3] as Fault;
