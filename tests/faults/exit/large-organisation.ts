/** An organisation of many megabytes, and the built command line on it, timed and its memory watched. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../src/platform/context.ts';

export const root = join(import.meta.dirname, '../../..');

export async function fill(db: Kysely<Tables>, organisation: string, size: number): Promise<void> {
  await sql`insert into organisation (id, name, created_at) values (${organisation}, ${`Organisation ${organisation}`}, now())`.execute(db);
  await sql`insert into landscape (organisation_id, organisation) values (${organisation}, ${JSON.stringify({ id: 'o', name: 'O', country: 'NL' })})`.execute(db);
  // A kilobyte of random text a row, so that nothing of it packs to nothing.
  await sql`insert into landscape_change (organisation_id, revision, at, cause, difference)
    select ${organisation}, n, now(), 'form', jsonb_build_object('text', (select string_agg(md5(random()::text || n || m), '') from generate_series(1, 32) m)) from generate_series(1, ${size * 1024}) n`.execute(db);
}

/** @returns seconds, and the most memory it held, in megabytes. Forked off, so that the shell's own memory is not counted. */
export async function regieOn(settings: Readonly<Record<string, string>>, ...given: readonly string[]): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const began = Date.now();
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'dist/cli.js'), ...given], { env: { PATH: process.env['PATH'], ...settings }, stdio: ['ignore', 'inherit', 'inherit'] });
  let most = 0;
  const watching = setInterval(() => {
    try {
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(watching);
  if (code !== 0) throw new Error(`regie ${given.join(' ')} ended with ${code}`);
  return { seconds: (Date.now() - began) / 1000, megabytes: Math.round(most) };
}

export const rowsOf = async (db: Kysely<Tables>, organisation: string): Promise<string> =>
  (await sql<{ said: string }>`select count(*) || ' ' || coalesce(md5(string_agg(difference::text, '' order by revision)), '') as said from landscape_change where organisation_id = ${organisation}`.execute(db)).rows[0]?.said ?? '';
