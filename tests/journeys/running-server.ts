/** The built server as `npm start` runs it, on a data folder and a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RunningServer = { readonly address: string; readonly setupCode: string; /** All it said on the console until now. */ readonly said: () => string; readonly stop: () => Promise<void> };

const root = join(import.meta.dirname, '../..');
/** A machine that runs the whole suite at once may be slow to start one more server. */
const startedWithinMs = 150_000;

const stopped = (child: ChildProcess): Promise<void> => new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));

/** @param insideAddresses where webhooks may go within the own network. */
export async function startServer(insideAddresses = ''): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'regiekompas-journey-'));
  const server = await startServerOn(folder, insideAddresses);
  return { ...server, stop: async () => (await server.stop(), rmSync(folder, { recursive: true, force: true })) };
}

/** On a data folder that stays. A later start than the first has no code to set up with. */
export async function startServerOn(folder: string, insideAddresses = ''): Promise<RunningServer> {
  const isFirst = !existsSync(join(folder, 'database'));
  const child = spawn(process.execPath, ['dist/server.js'], { cwd: root, env: { ...process.env, REGIE_DATA_DIR: folder, PORT: '0', DATABASE_URL: '', REGIE_WEBHOOK_INSIDE: insideAddresses }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const [address, setupCode] = await new Promise<[string, string]>((resolve, reject) => {
    const tooLate = setTimeout(() => (child.kill('SIGKILL'), reject(new Error(`The server was not ready in time. It said:\n${said}`))), startedWithinMs);
    child.once('exit', () => reject(new Error(`The server ended. It said:\n${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, ready = '', code = ''] = /Ready at (\S+)(?:[\s\S]*new one\): (\S+))?/.exec(said) ?? [];
      if (isFirst ? code === '' : ready === '') return;
      clearTimeout(tooLate);
      resolve([ready, code]);
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await stopped(child);
  };
  return { address, setupCode, said: () => said, stop };
}
