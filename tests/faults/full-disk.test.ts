/** SEC-3 #39: a disk that is full. A file system in memory of a given size stands for it, so it needs root. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import type { Tables } from '../../src/platform/context.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { emptyDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { isUnreachable } from '../../src/platform/database/unreachable.ts';

const disk = mkdtempSync(join(tmpdir(), 'regie-disk-'));

function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'regie-disk', disk], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('No right to mount a file system: what happens on a full disk is not tested here.\n');
    return false;
  }
}
const isMounted = process.platform === 'linux' && mounted();
afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const filler = join(disk, 'filler');
/** To the last megabyte. */
function fill(): void {
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(2 ** 20, 1));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}

/** @returns what refused it, or null. */
const write = (db: Kysely<Tables>, id: number): Promise<Error | null> => sql`insert into written values (${id}, ${id.toString(36).padStart(100_000, 'x')})`.execute(db).then(() => null, (error: Error) => error);
const written = async (db: Kysely<Tables>): Promise<number[]> => (await sql<{ id: number }>`select id from written order by id`.execute(db)).rows.map(({ id }) => id);

it.skipIf(!isMounted)('SEC-3 #39: on a full disk changes are refused as something that passes, reading goes on, what was said to be written stays, and with room again changes are taken', async () => {
  const options = { url: null, folder: join(disk, 'data'), template: await emptyDatabase() };
  const store = await openDatabase(options);
  await sql`create table written (id int primary key, text text)`.execute(store.database);
  const said = [0];
  expect(await write(store.database, 0)).toBeNull();
  fill();
  const refused: Error[] = [];
  for (let id = 1; refused.length < 3; id += 1) {
    const error = await write(store.database, id);
    if (error === null) said.push(id);
    else refused.push(error);
  }
  expect(refused.map(isUnreachable)).toEqual([true, true, true]);
  expect(await written(store.database)).toEqual(said);
  rmSync(filler);
  expect(await write(store.database, 1_000_000)).toBeNull();
  await store.close();
  const again = await openDatabase(options);
  expect(await written(again.database)).toEqual([...said, 1_000_000]);
  await again.close();
}, 120_000);
