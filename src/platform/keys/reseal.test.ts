/** What was plain is sealed once; what is under a replaced data key is sealed anew. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { stoppedClock } from '../clock.ts';
import { scopedDatabase } from '../database/scoped-database.ts';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { countingIds } from '../ids.ts';
import { silentLog } from '../log.ts';
import type { Keys } from './keys.ts';
import { openVault } from './open-vault.ts';
import { resealColumn, sealWhatIsPlain } from './reseal.ts';
import { replaceDataKeys } from './rotation-store.ts';
import { placeIn, type SealedColumn } from './sealed-column.ts';
import { memoryKeys } from './testing/memory-keys.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const column: SealedColumn = { table: 'diary', column: 'text', key: ['writer', 'day'], owner: { personIn: 'writer' }, what: { nl: 'Dagboek', en: 'Diary' } };
const here = uuid(1);

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let keys: Keys;
  beforeAll(async () => {
    keys = memoryKeys({ database: scopedDatabase(at.db), clock: stoppedClock('2026-11-23T10:00:00Z'), ids: countingIds(), log: silentLog }, at.db);
    await keys.state();
    await sql`create table diary (organisation_id uuid, writer uuid, day text, text text, primary key (organisation_id, writer, day))`.execute(at.db);
    for (let day = 0; day < 450; day += 1) await sql`insert into diary values (${here}, ${uuid(10 + (day % 3))}, ${String(day)}, ${`plain ${day}`})`.execute(at.db);
  });
  const rows = async () => (await sql<{ writer: string; day: string; text: string }>`select writer::text, day, text from diary order by day::int`.execute(at.db)).rows;
  const opened = async () => (await openVault(keys, at.db).openAll((await rows()).map((row) => ({ place: placeIn(column, here, row), sealed: row.text })))).map((one) => (one.kind === 'open' ? one.text : one.kind));
  const all = Array.from({ length: 450 }, (_, day) => `plain ${day}`);

  it('seals what was plain, in small transactions, once; a plain value afterwards is not believed', async () => {
    expect(await sealWhatIsPlain(keys, [column], async () => [here])).toBe(450);
    expect((await rows()).filter(({ text }) => text.includes('plain'))).toEqual([]);
    expect(await opened()).toEqual(all);
    await sql`update diary set text = 'planted' where day = '0'`.execute(at.db);
    expect(await sealWhatIsPlain(keys, [column], async () => [here])).toBe(0);
    expect((await opened())[0]).toBe('tampered');
    await sql`delete from diary where day = '0'`.execute(at.db);
  });

  it('seals anew under new data keys, leaves what cannot be opened, and has nothing to do a second time', async () => {
    const before = await rows();
    await openVault(keys, at.db).erase(here, { person: uuid(11) });
    expect(await replaceDataKeys(at.db, here, keys.clock.now())).toBe(2);
    expect(await resealColumn(keys, column, here)).toBe(299);
    const after = await rows();
    expect(after.filter(({ text }, n) => text === before[n]?.text)).toHaveLength(150);
    expect((await opened()).filter((text) => text.startsWith('plain'))).toHaveLength(299);
    expect(await resealColumn(keys, column, here)).toBe(0);
  });
});
