/** Two processes of the built server on the cluster, and a first account in an organisation with systems in it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { appAddress, appPorts, type Cluster } from './cluster.ts';
import type { Target } from './load.ts';

const root = join(import.meta.dirname, '../../..');
const startedWithinMs = 90_000;

function begin(cluster: Cluster, port: number): ChildProcess {
  const out = openSync(join(cluster.folder, `app-${port}.log`), 'a');
  const settings = { DATABASE_URL: cluster.url('regie'), HOST: '127.0.0.1', PORT: String(port), REGIE_DATA_DIR: join(cluster.folder, 'app'), REGIE_URL: appAddress };
  return spawn(process.execPath, ['dist/server.js'], { cwd: root, env: { ...process.env, ...settings }, stdio: ['ignore', out, 'pipe'] });
}

/** @returns the code of the first run, or an empty text where there was one already. */
function ready(child: ChildProcess, asks: 'code' | 'ready'): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const tooLate = setTimeout(() => reject(new Error(`The server was not ready in time. It said:\n${said}`)), startedWithinMs);
    child.once('exit', () => reject(new Error(`The server ended. It said:\n${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, code] = /code, once[^:]*: (\S+)/.exec(said) ?? [];
      if (asks === 'code' ? code === undefined : !said.includes('Ready at')) return;
      clearTimeout(tooLate);
      resolve(code ?? '');
    });
  });
}

/** The proxy has to notice first that the process is there. */
async function proxied(): Promise<void> {
  while (!(await fetch(`${appAddress}/readyz`).catch(() => null))?.ok) await new Promise((resolve) => void setTimeout(resolve, 250));
}

async function signUp(code: string): Promise<string> {
  await proxied();
  const form = new URLSearchParams({ code, organisation: 'Drill', name: 'Ada', email: 'ada@example.nl', password: 'a sentence that is long enough' });
  const answer = await fetch(`${appAddress}/set-up`, { method: 'POST', body: form, headers: { origin: appAddress }, redirect: 'manual' });
  const cookie = answer.headers.getSetCookie().find((line) => line.includes('regie='));
  if (!cookie) throw new Error(`The first account was not made: ${answer.status} ${/regie-field__error.*?<span>(.*?)<.span>/.exec(await answer.text())?.[1] ?? ''}`);
  return cookie.split(';')[0] as string;
}

export type Application = Target & { readonly restarts: () => number };

/** @param stopping gets what must be stopped, also when starting fails half-way. */
export async function startApplication(cluster: Cluster, stopping: (() => void)[]): Promise<Application> {
  cluster.psql(await cluster.leader(), 'create database regie');
  let ended = 0;
  const start = (port: number): ChildProcess => {
    const child = begin(cluster, port);
    stopping.push(() => child.kill('SIGKILL'));
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(`  ${port}: ${chunk}`));
    child.once('exit', () => (ended += 1));
    return child;
  };
  const [first, second] = appPorts;
  // Before the second starts: a new start makes a new code.
  const cookie = await signUp(await ready(start(first), 'code'));
  await ready(start(second), 'ready');
  return { address: appAddress, cookie, restarts: () => ended };
}
