/**
 * The loss of power, without a power switch: a file system that remembers what reached the disk, and only that. Each
 * sync copies what it made safe into a folder of its own; after the cut, that folder is all there is.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DurableFileSystem, durableStartParams } from '../../src/platform/database/durable-file-system.ts';
import { emptyDatabase } from '../../src/platform/database/testing/fresh-database.ts';

class RecordingFileSystem extends DurableFileSystem {
  readonly #live: string;
  readonly #safe: string;
  constructor(live: string, safe: string) {
    super(live);
    this.#live = live;
    this.#safe = safe;
  }

  protected override reached(path: string): void {
    super.reached(path);
    const safe = join(this.#safe, relative(this.#live, path));
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) this.#names(path, safe);
    else {
      mkdirSync(dirname(safe), { recursive: true });
      copyFileSync(path, safe);
    }
  }

  /** A folder that reached the disk has forgotten the names that were taken away; new ones came with their files. */
  #names(path: string, safe: string): void {
    mkdirSync(safe, { recursive: true });
    for (const name of readdirSync(safe)) if (!existsSync(join(path, name))) rmSync(join(safe, name), { recursive: true });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'regie-power-'));
const start = join(folder, 'start');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  mkdirSync(start);
  execFileSync('tar', ['-xf', await emptyDatabase(), '-C', start]);
  const db = await PGlite.create(start);
  await db.exec('create table written (id int primary key, text text not null)');
  await db.close();
});

const rows = 25;

/** @returns the rows that are there after the power came back, of `rows` that were said to be written. */
async function afterACut(name: string, startParams: string[]): Promise<number[]> {
  const [live, safe] = [join(folder, `${name}-live`), join(folder, `${name}-safe`)];
  for (const copy of [live, safe]) cpSync(start, copy, { recursive: true });
  const db = await PGlite.create({ fs: new RecordingFileSystem(live, safe), startParams });
  for (let id = 1; id <= rows; id += 1) await db.query('insert into written values ($1, $2)', [id, 'x'.repeat(2000)]);
  const back = await PGlite.create(safe);
  const found = await back.query<{ id: number }>('select id from written order by id');
  await Promise.all([db.close(), back.close()]);
  return found.rows.map(({ id }) => id);
}

it('a power cut takes nothing that was said to be written', async () => {
  expect(await afterACut('ours', durableStartParams())).toEqual(Array.from({ length: rows }, (_, at) => at + 1));
}, 120_000);

it('and it would, as PGlite comes: the test can fail', async () => {
  expect(await afterACut('default', PGlite.defaultStartParams)).toEqual([]);
}, 120_000);
