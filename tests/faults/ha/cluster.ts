/**
 * Three database hosts on this machine: a network namespace each, with etcd, Patroni and PostgreSQL of its own, and
 * HAProxy in front. Needs root, and Debian's patroni, etcd-server, haproxy and iproute2.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Replication = 'synchronous' | 'asynchronous';
export type Host = { readonly name: string; readonly address: string; readonly folder: string };
export type Role = 'leader' | 'replica' | 'down';
type Member = { readonly name: string; readonly role: string; readonly state: string; readonly timeline?: number };

const bridge = 'regie-ha';
const gateway = '10.77.0.1';
const proxyPort = 5000;
/** Where the application is reached, and where its two processes listen behind the proxy. */
const appPort = 8080;
export const appPorts = [8091, 8092] as const;
export const appAddress = `http://${gateway}:${appPort}`;
/** Patroni's own waiting times, in seconds: a leader that is silent for `ttl` is succeeded. */
export const ttl = 20;

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const quietly = (command: string, ...args: string[]): void => {
  try {
    run(command, ...args);
  } catch {
    // Taking away what is not there is fine.
  }
};

const hostsIn = (folder: string): Host[] => [1, 2, 3].map((at) => ({ name: `regie-db${at}`, address: `10.77.0.1${at}`, folder: join(folder, `db${at}`) }));

function layCables(hosts: readonly Host[]): void {
  removeCables(hosts);
  run('ip', 'link', 'add', bridge, 'type', 'bridge');
  run('ip', 'address', 'add', `${gateway}/24`, 'dev', bridge);
  run('ip', 'link', 'set', bridge, 'up');
  for (const [at, { name, address }] of hosts.entries()) {
    run('ip', 'netns', 'add', name);
    run('ip', 'link', 'add', `regie-v${at}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    run('ip', 'link', 'set', `regie-v${at}`, 'master', bridge, 'up');
    run('ip', '-n', name, 'address', 'add', `${address}/24`, 'dev', 'eth0');
    for (const device of ['lo', 'eth0']) run('ip', '-n', name, 'link', 'set', device, 'up');
  }
}

function removeCables(hosts: readonly Host[]): void {
  for (const [at, { name }] of hosts.entries()) {
    quietly('ip', 'link', 'delete', `regie-v${at}`);
    quietly('ip', 'netns', 'delete', name);
  }
  quietly('ip', 'link', 'delete', bridge);
}

const password = 'only-inside-the-drill';

const patroniSettings = (host: Host, hosts: readonly Host[], replication: Replication): object => ({
  scope: 'regie',
  name: host.name,
  restapi: { listen: `${host.address}:8008`, connect_address: `${host.address}:8008` },
  etcd3: { hosts: hosts.map(({ address }) => `${address}:2379`) },
  bootstrap: {
    dcs: {
      ttl,
      loop_wait: 5,
      retry_timeout: 5,
      maximum_lag_on_failover: 100_000_000,
      synchronous_mode: replication === 'synchronous',
      synchronous_mode_strict: replication === 'synchronous',
      postgresql: { use_pg_rewind: true, parameters: { max_connections: 100, wal_keep_size: '256MB', shared_buffers: '64MB', lc_messages: 'C' } },
    },
    initdb: [{ encoding: 'UTF8' }, 'data-checksums'],
  },
  postgresql: {
    listen: `${host.address}:5432`,
    connect_address: `${host.address}:5432`,
    data_dir: join(host.folder, 'data'),
    bin_dir: join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').at(-1) as string, 'bin'),
    pgpass: join(host.folder, 'pgpass'),
    authentication: { superuser: { username: 'postgres', password }, replication: { username: 'replicator', password }, rewind: { username: 'rewinder', password } },
    pg_hba: ['local all all trust', 'host all all 10.77.0.0/24 scram-sha-256', 'host replication replicator 10.77.0.0/24 scram-sha-256'],
    parameters: { unix_socket_directories: host.folder },
  },
});

const proxySettings = (hosts: readonly Host[]): string => `
global
  maxconn 400
defaults
  mode tcp
  timeout connect 2s
  timeout client 60s
  timeout server 60s
listen primary
  bind ${gateway}:${proxyPort}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 500ms fastinter 250ms fall 2 rise 1 on-marked-down shutdown-sessions
${hosts.map(({ name, address }) => `  server ${name} ${address}:5432 check port 8008`).join('\n')}
listen app
  mode http
  bind ${gateway}:${appPort}
  option httpchk GET /readyz
  default-server inter 1s fall 2 rise 1
${appPorts.map((port) => `  server app${port} 127.0.0.1:${port} check`).join('\n')}
`;

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** @returns once a leader and two replicas run. Everything of it ends with `stop`. */
export async function startCluster(replication: Replication) {
  const folder = mkdtempSync(join(tmpdir(), 'regie-ha-'));
  execFileSync('chmod', ['755', folder]);
  const hosts = hostsIn(folder);
  const processes = new Map<string, ChildProcess>();
  layCables(hosts);

  const begin = (name: string, host: Host | null, command: string, args: readonly string[]): void => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    const asPostgres = host ? ['netns', 'exec', host.name, 'setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args] : [];
    processes.set(name, host ? spawn('ip', asPostgres, { stdio: ['ignore', log, log] }) : spawn(command, args, { stdio: ['ignore', log, log] }));
  };
  const startEtcd = (host: Host): void =>
    begin(`etcd-${host.name}`, host, 'etcd', [
      `--name=${host.name}`,
      `--data-dir=${join(host.folder, 'etcd')}`,
      '--log-level=error',
      `--listen-client-urls=http://${host.address}:2379`,
      `--advertise-client-urls=http://${host.address}:2379`,
      `--listen-peer-urls=http://${host.address}:2380`,
      `--initial-advertise-peer-urls=http://${host.address}:2380`,
      '--initial-cluster-state=new',
      `--initial-cluster=${hosts.map(({ name, address }) => `${name}=http://${address}:2380`).join(',')}`,
    ]);
  const startPatroni = (host: Host): void => begin(`patroni-${host.name}`, host, 'patroni', [join(host.folder, 'patroni.json')]);

  const [uid, gid] = [Number(run('id', '-u', 'postgres')), Number(run('id', '-g', 'postgres'))];
  for (const host of hosts) {
    mkdirSync(host.folder, { mode: 0o700 });
    // Patroni reads YAML, of which JSON is a part.
    writeFileSync(join(host.folder, 'patroni.json'), JSON.stringify(patroniSettings(host, hosts, replication)));
    for (const path of [host.folder, join(host.folder, 'patroni.json')]) chownSync(path, uid, gid);
    startEtcd(host);
  }
  for (const host of hosts) startPatroni(host);
  writeFileSync(join(folder, 'haproxy.cfg'), proxySettings(hosts));
  begin('haproxy', null, 'haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')]);

  /** What Patroni says, asked of each host in turn; nothing while nobody answers. */
  const members = async (): Promise<Member[]> => {
    for (const { address } of hosts) {
      const found = await fetch(`http://${address}:8008/cluster`, { signal: AbortSignal.timeout(2000) })
        .then(async (answer) => (answer.ok ? ((await answer.json()) as { members: Member[] }).members : null))
        .catch(() => null);
      if (found) return found;
    }
    return [];
  };
  const settled = async (withinSeconds: number): Promise<Member[]> => {
    const until = Date.now() + withinSeconds * 1000;
    for (;;) {
      const found = await members();
      const leaders = found.filter(({ role, state }) => role === 'leader' && state === 'running');
      const replicas = found.filter(({ role, state }) => /replica|standby/.test(role) && /running|streaming/.test(state));
      if (leaders.length === 1 && replicas.length === 2) return found;
      if (Date.now() > until) throw new Error(`The cluster did not settle in ${withinSeconds} s: ${JSON.stringify(found)}. Logs are in ${folder}.`);
      await pause(500);
    }
  };
  const leader = async (): Promise<Host> => {
    const named = (await members()).find(({ role }) => role === 'leader')?.name;
    return hosts.find(({ name }) => name === named) ?? (hosts[0] as Host);
  };

  await settled(90);
  return {
    folder,
    hosts,
    gateway,
    password,
    url: (database: string, user = 'postgres'): string => `postgres://${user}:${password}@${gateway}:${proxyPort}/${database}`,
    members,
    settled,
    leader,
    startPatroni,
    /** Process ids on a host whose command line holds the words. */
    processesOn: (host: Host, words: string): number[] =>
      run('ip', 'netns', 'pids', host.name).split('\n').filter(Boolean).map(Number).filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(words);
        } catch {
          return false;
        }
      }),
    /** No word between this host's database and those of the others, from now on or again. */
    partition: (host: Host, isCut: boolean): void => {
      for (const { address } of hosts.filter(({ name }) => name !== host.name)) {
        for (const [chain, end] of [['INPUT', '-s'], ['OUTPUT', '-d']] as const) {
          for (const port of ['--sport', '--dport']) run('ip', 'netns', 'exec', host.name, 'iptables', isCut ? '-A' : '-D', chain, '-p', 'tcp', end, address, port, '5432', '-j', 'DROP');
        }
      }
    },
    psql: (host: Host, statement: string, database = 'postgres'): string => run('ip', 'netns', 'exec', host.name, 'setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', 'psql', '-h', host.folder, '-XAtc', statement, database),
    stop: async (): Promise<void> => {
      for (const { name } of hosts) for (const pid of run('ip', 'netns', 'pids', name).split('\n').filter(Boolean)) quietly('kill', '-KILL', pid);
      for (const child of processes.values()) child.kill('SIGKILL');
      await pause(300);
      removeCables(hosts);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
