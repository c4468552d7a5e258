/** KEY-5 and KEY-6 in short; the long drill, with processes that are killed, is `npm run test:faults`. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { stoppedClock } from '../clock.ts';
import { type ScopedDatabase, scopedDatabase } from '../database/scoped-database.ts';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { countingIds } from '../ids.ts';
import { silentLog } from '../log.ts';
import type { Keys } from './keys.ts';
import { openVault } from './open-vault.ts';
import { finishRotation, retireReplacedKeys, rotateKeys } from './rotation.ts';
import { listKeks } from './store.ts';
import { memoryKeys } from './testing/memory-keys.ts';
import type { ToSeal } from './vault.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const organisations = [uuid(1), uuid(2), uuid(3)];
const values: ToSeal[] = organisations.flatMap((organisation) =>
  Array.from({ length: 40 }, (_, row) => ({ place: { organisation, table: 'note', column: 'text', row: String(row) }, owner: { person: uuid(100 + row) }, text: `geheim ${row}` })),
);

const killed = (): never => {
  throw new Error('killed');
};

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const ids = countingIds();
  const newKeys = async (): Promise<Keys> => {
    const keys = memoryKeys({ database: scopedDatabase(at.db), clock, ids, log: silentLog }, at.db);
    expect((await keys.state()).kind).toBe('open');
    return keys;
  };
  /** How many of all values do not open. */
  const unread = async (keys: Keys, sealed: readonly string[]): Promise<number> =>
    (await openVault(keys, at.db).openAll(values.map(({ place }, n) => ({ place, sealed: sealed[n] ?? '' })))).filter((opened, n) => opened.kind !== 'open' || opened.text !== values[n]?.text).length;
  const under = async (): Promise<string[]> => (await sql<{ kek: string }>`select distinct kek_id as kek from organisation_key`.execute(at.db)).rows.map(({ kek }) => kek);

  it('KEY-5: while keys are replaced every value opens and new ones are sealed, also for a process that knew only the old key', async () => {
    const [keys, other] = [await newKeys(), await newKeys()];
    const sealed = await openVault(keys, at.db).sealAll(values);
    expect(await unread(other, sealed)).toBe(0);
    const until = new AbortController();
    let [failed, reads] = [0, 0];
    const reading = (async () => {
      while (!until.signal.aborted) {
        failed += await unread(other, sealed);
        reads += 1;
        await openVault(other, at.db).seal({ organisation: uuid(1), table: 'note', column: 'text', row: 'new' }, { person: uuid(1000 + reads) }, 'new');
      }
    })();
    const before = await under();
    const rotation = await rotateKeys(keys);
    until.abort();
    await reading;
    expect(rotation).toMatchObject({ organisations: 3 });
    expect([failed, reads > 0]).toEqual([0, true]);
    await finishRotation(keys);
    expect(await under()).toEqual([rotation.kek]);
    expect(before).not.toContain(rotation.kek);
    expect(await unread(await newKeys(), sealed)).toBe(0);
  });

  it('KEY-5: a rotation that stops at any moment is finished by the next', async () => {
    const keys = await newKeys();
    const sealed = await openVault(keys, at.db).sealAll(values);
    let kills = 0;
    for (const stopAfter of [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3]) {
      let left = stopAfter;
      const real = keys.database;
      const database: ScopedDatabase = { ...real, change: (scope, work) => (left-- <= 0 ? killed() : real.change(scope, work)) };
      await rotateKeys({ ...keys, database }).catch((error: Error) => {
        expect(error.message).toBe('killed');
        kills += 1;
      });
      expect(await unread(await newKeys(), sealed)).toBe(0);
    }
    expect(kills).toBeGreaterThan(6);
    await rotateKeys(keys);
    const { kek } = await rotateKeys(keys);
    expect(await under()).toEqual([kek]);
    expect(await unread(await newKeys(), sealed)).toBe(0);
  });

  it('an old key goes only when nothing is under it and backups of its time are gone', async () => {
    const keys = await newKeys();
    clock.set('2026-12-01T10:00:00Z');
    expect(await retireReplacedKeys(keys, 35)).toEqual([]);
    clock.set('2027-02-01T10:00:00Z');
    const known = await listKeks(at.db);
    const idsOf = (isInUse: boolean): string[] => known.filter(({ replacedAt }) => (replacedAt === null) === isInUse).map(({ id }) => id).toSorted();
    expect((await retireReplacedKeys(keys, 35)).toSorted()).toEqual(idsOf(false));
    expect(await keys.holder().keys()).toEqual(idsOf(true));
  });

  it('KEY-6: who was erased stays so in a backup from before, once the key of that time is gone', async () => {
    const keys = await newKeys();
    const value = values[0] as ToSeal;
    const sealed = await openVault(keys, at.db).seal(value.place, value.owner, value.text);
    const backup = await backupOf();
    await openVault(keys, at.db).erase(value.place.organisation, value.owner);
    await restore(backup);
    // The weak side, said aloud: until then the backup opens.
    expect((await openVault(await newKeys(), at.db).open(value.place, sealed)).kind).toBe('open');
    await openVault(keys, at.db).erase(value.place.organisation, value.owner);
    await rotateKeys(keys);
    clock.set('2027-04-01T10:00:00Z');
    expect(await retireReplacedKeys(keys, 35)).toHaveLength(1);
    await restore(backup);
    const opened = await openVault(keys, at.db).open(value.place, sealed);
    expect(opened.kind).toBe('no-key');
    expect((await memoryKeys({ database: scopedDatabase(at.db), clock, ids, log: silentLog }, at.db).state()).kind).toBe('sealed');
  });

  const tables = ['key_encryption_key', 'organisation_key', 'data_key'];
  type Backup = Readonly<Record<string, string>>;
  async function backupOf(): Promise<Backup> {
    return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, (await sql<{ rows: string }>`select coalesce(json_agg(t), '[]')::text as rows from ${sql.table(table)} t`.execute(at.db)).rows[0]?.rows ?? '[]'])));
  }
  async function restore(backup: Backup): Promise<void> {
    for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(at.db);
    for (const table of tables) await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${backup[table]}::json)`.execute(at.db);
  }
});
