/** HA-5: a signature that was kept outside before the fault, and whether the log afterwards still is what was signed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';

const root = join(import.meta.dirname, '../../..');

const regie = (cluster: Cluster, ...given: readonly string[]) =>
  spawnSync(process.execPath, ['dist/cli.js', ...given], { cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: cluster.url('regie'), REGIE_DATA_DIR: join(cluster.folder, 'app') } });

/** @returns the file with the last signature of the organisation's log, or null where there is none yet. */
export function keepCheckpoint(cluster: Cluster): string | null {
  const folder = mkdtempSync(join(cluster.folder, 'kept-'));
  const tar = join(folder, 'log.tar');
  const { status, stderr } = regie(cluster, 'audit', 'export', tar);
  if (status !== 0) throw new Error(`The log was not exported: ${stderr}`);
  spawnSync('tar', ['-C', folder, '-xf', tar]);
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('/checkpoint') && !path.startsWith('00000000-'));
  return found[0] === undefined ? null : join(folder, found[0]);
}

export function verifies(cluster: Cluster, kept: string | null): boolean {
  const { status, stdout, stderr } = regie(cluster, 'audit', 'verify', ...(kept === null ? [] : ['--since', kept]));
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return status === 0;
}
