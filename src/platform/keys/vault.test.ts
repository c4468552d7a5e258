/** The vault: what is sealed opens where it was sealed, and nowhere else. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { stoppedClock } from '../clock.ts';
import { counted } from '../database/counted.ts';
import { scopedDatabase } from '../database/scoped-database.ts';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { countingIds } from '../ids.ts';
import { keysOf, type KeysWorld } from './keys.ts';
import { keyringHolder } from './keyring-holder.ts';
import { newKeyring } from './keyring.ts';
import { openVault } from './open-vault.ts';
import { memoryKeys } from './testing/memory-keys.ts';
import type { Place, Vault } from './vault.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [here, elsewhere, anna, bea] = [uuid(1), uuid(2), uuid(3), uuid(4)];
const place: Place = { organisation: here, table: 'note', column: 'text', row: '1' };
const text = 'Wij weten het niet – geheim';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  const log: unknown[] = [];
  const ids = countingIds();
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const world = (): KeysWorld => ({ database: scopedDatabase(at.db), clock, ids, log: (...line) => void log.push(line) });
  async function vaultOn(db = at.db): Promise<Vault> {
    const keys = memoryKeys(world(), at.db);
    expect(await keys.state()).toEqual({ kind: 'open' });
    return openVault(keys, db);
  }

  it('opens what it sealed, also in another process', async () => {
    const sealed = await (await vaultOn()).seal(place, { person: anna }, text);
    expect(sealed).not.toContain('geheim');
    expect(await (await vaultOn()).open(place, sealed)).toEqual({ kind: 'open', text });
    expect(await (await vaultOn()).seal(place, { person: anna }, text)).not.toBe(sealed);
  });

  it('KEY-3: refuses it in another row, column, table or organisation, and what was changed, and says so in the log', async () => {
    const vault = await vaultOn();
    const sealed = await vault.seal(place, { records: 'notes' }, text);
    await vault.seal({ ...place, organisation: elsewhere }, { records: 'notes' }, text);
    log.length = 0;
    const others: Place[] = [{ ...place, row: '2' }, { ...place, column: 'title' }, { ...place, table: 'other' }, { ...place, organisation: elsewhere }];
    expect((await vault.openAll(others.map((other) => ({ place: other, sealed })))).map((opened) => opened.kind)).toEqual(['tampered', 'tampered', 'tampered', 'no-key']);
    const changes = [...sealed].map((_, i) => `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`);
    const opened = await vault.openAll([...changes, sealed.slice(0, -1), `${sealed}A`, text, ''].map((other) => ({ place, sealed: other })));
    expect(opened.filter((one) => one.kind === 'open')).toEqual([]);
    expect(log).toHaveLength(others.length + opened.length);
    expect(JSON.stringify(log)).not.toContain('geheim');
  });

  it('tells apart what was erased, and erases nobody else’s', async () => {
    const vault = await vaultOn();
    const [hers, his] = await vault.sealAll([{ place, owner: { person: anna }, text }, { place, owner: { person: bea }, text }]);
    const erasure = await vault.erase(here, { person: anna });
    expect(erasure.keys).toHaveLength(1);
    for (const other of [vault, await vaultOn()]) expect(await other.openAll([{ place, sealed: hers ?? '' }, { place, sealed: his ?? '' }])).toEqual([{ kind: 'erased', at: clock.now() }, { kind: 'open', text }]);
    const again = await vault.seal(place, { person: anna }, 'new');
    expect(await vault.open(place, again)).toEqual({ kind: 'open', text: 'new' });
  });

  it('asks the database once for any number of values', async () => {
    const count = { queries: 0 };
    const vault = await vaultOn();
    const places = Array.from({ length: 200 }, (_, row) => ({ ...place, row: String(row) }));
    const sealed = await vault.sealAll(places.map((one, row) => ({ place: one, owner: { person: uuid(100 + (row % 50)) }, text })));
    const reading = await vaultOn(counted(at.db, count));
    count.queries = 0;
    const opened = await reading.openAll(places.map((one, row) => ({ place: one, sealed: sealed[row] ?? '' })));
    expect(opened.every((one) => one.kind === 'open')).toBe(true);
    expect(count.queries).toBe(1);
  });

  it('two that seal for the same new owner at once end up with one key', async () => {
    const vaults = await Promise.all([vaultOn(), vaultOn(), vaultOn()]);
    const sealed = await Promise.all(vaults.map((vault) => vault.seal(place, { records: 'race' }, text)));
    expect(new Set(sealed.map((one) => one.split('.')[2])).size).toBe(1);
  });

  it('a key moved to another owner in the database does not open', async () => {
    const vault = await vaultOn();
    await vault.seal(place, { person: bea }, text);
    const sealed = await vault.seal(place, { records: 'moved' }, text);
    await sql`update data_key set owner = 'records/other' where owner = 'records/moved'`.execute(at.db);
    expect(await (await vaultOn()).open(place, sealed)).toEqual({ kind: 'no-key' });
  });

  it('KEY-8: with another key, also one that bears the same name, stays sealed and wraps nothing', async () => {
    const keys = memoryKeys(world(), at.db);
    await keys.state();
    const [other, name] = [newKeyring(clock.now()), (await keys.holder().keys())[0] ?? ''];
    const impostor = { ...other, keys: other.keys.map((key) => ({ ...key, id: name })) };
    for (const [ring, why] of [[other, 'missing'], [impostor, 'wrong']] as const) {
      const wrong = keysOf(world(), () => keyringHolder({ kind: 'file', read: async () => ring, write: async () => undefined }, clock));
      expect(await wrong.state()).toMatchObject({ kind: 'sealed', why });
      const before = await sql`select count(*) from data_key`.execute(at.db);
      await expect(openVault(wrong, at.db).seal(place, { person: uuid(999) }, text)).rejects.toThrow();
      expect((await sql`select count(*) from data_key`.execute(at.db)).rows).toEqual(before.rows);
    }
  });
});
