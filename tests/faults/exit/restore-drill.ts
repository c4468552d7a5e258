/**
 * EXIT-1: everything is lost, and the backup is restored: timed, on PostgreSQL, and equal to the last hash.
 * Needs a PostgreSQL in which databases can be made (`REGIE_TEST_POSTGRES`, or the one on this machine).
 *
 *   node tests/faults/exit/restore-drill.ts [MEGABYTES]
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { migrate, readMigrations } from '../../../src/platform/database/migrate.ts';
import { connect } from '../../../src/platform/database/open-database.ts';
import { addressOf, withAdmin } from '../../../src/platform/database/testing/fresh-database.ts';
import { fill, regieOn, root, rowsOf } from './large-organisation.ts';

const megabytes = Number(process.argv[2] ?? 1024);
const secondsFor10GB = 15 * 60;
const here = mkdtempSync(join(tmpdir(), 'regie-restore-'));
const names = [`regie_drill_${process.pid}_lost`, `regie_drill_${process.pid}_restored`] as const;
const organisation = randomUUID();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function drill(): Promise<void> {
  const identity = await generateX25519Identity();
  writeFileSync(join(here, 'regie.key'), identity);
  for (const name of names) {
    await withAdmin(`create database ${name}`);
    mkdirSync(join(here, name));
  }
  const on = (name: string) => ({ DATABASE_URL: addressOf(name), REGIE_DATA_DIR: join(here, name) });
  const filled = connect({ connectionString: addressOf(names[0]), max: 1 });
  await migrate(filled, readMigrations(join(root, 'src')));
  await fill(filled, organisation, megabytes);
  const before = await rowsOf(filled, organisation);
  await filled.destroy();
  const file = join(here, 'backup.tar.age');
  const backup = await regieOn(on(names[0]), 'backup', '--recipient', await identityToRecipient(identity), file);
  say(`EXIT-1 backed up ${megabytes} MB of rows to ${Math.round(statSync(file).size / 1024 / 1024)} MB in ${backup.seconds} s, at most ${backup.megabytes} MB of memory`);
  copyFileSync(join(here, names[0], 'keys.json'), join(here, names[1], 'keys.json'));
  const restored = await regieOn(on(names[1]), 'restore', '--identity', join(here, 'regie.key'), file);
  const there = connect({ connectionString: addressOf(names[1]), max: 1 });
  const isSame = (await rowsOf(there, organisation)) === before;
  await there.destroy();
  const projected = (restored.seconds * 10 * 1024) / megabytes;
  say(`EXIT-1 restored in ${restored.seconds} s, at most ${restored.megabytes} MB of memory, ${isSame ? 'the same' : 'NOT THE SAME'}; 10 GB would take ${Math.round(projected / 60)} minutes at this pace`);
  if (!isSame || projected > secondsFor10GB) throw new Error('The drill failed.');
}

await drill().finally(async () => {
  for (const name of names) await withAdmin(`drop database if exists ${name} with (force)`);
  rmSync(here, { recursive: true, force: true });
});
