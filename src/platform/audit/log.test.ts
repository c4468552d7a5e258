/** AUD-3: what somebody with all rights on the database does to the log, and how it shows. */
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { type Checkpoint, parseCheckpoint } from '../transparency/checkpoint.ts';
import { isIncluded } from '../transparency/merkle-proof.ts';
import { leafHash } from '../transparency/merkle-hash.ts';
import { parseProofFile } from '../transparency/proof-file.ts';
import { logsOf } from './checkpoints.ts';
import { findEvent, listEvents } from './list-events.ts';
import { proveEvent } from './prove-event.ts';
import { record } from './record-event.ts';
import { anonymousTogether, sequenceEvents, whoWaits } from './sequence-events.ts';
import { LogBroken, type LogSigning } from './sign-checkpoint.ts';
import { addEvents, eventOn, id, newSigning, now, organisation, recordingOn, sign } from './testing/written-log.ts';
import { verifyLog, type Verified } from './verify-log.ts';

const triggers = ['audit_event', 'audit_detail', 'audit_log', 'audit_checkpoint', 'audit_cosignature'];
const turned = (how: 'disable' | 'enable') => triggers.map((table) => `alter table ${table} ${how} trigger user`);
const placeFrom = (from: number, by: number): string => `update audit_event set leaf_index = -leaf_index - 1000 where leaf_index >= ${from}; update audit_event set leaf_index = -leaf_index - 1000 + ${by} where leaf_index < 0`;

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  const asSuperuser = async (...statements: readonly string[]): Promise<void> => {
    for (const statement of [...turned('disable'), ...statements, ...turned('enable')]) await sql.raw(statement).execute(at.db);
  };
  const verified = async (kept: readonly Checkpoint[] = []): Promise<Verified> => verifyLog(at.db, organisation, (await logsOf(at.db, organisation))[0]!, kept);
  const eventAt = (index: number) => sql<{ id: string; leaf: string }>`select id, leaf from audit_event where leaf_index = ${index}`.execute(at.db).then(({ rows }) => rows[0]!);

  const vault = () => recordingOn(at.db).vaultOn(at.db);

  let signing: LogSigning;
  /** As a witness or an auditor has it. */
  let kept: Checkpoint;
  const begin = async (): Promise<void> => {
    await asSuperuser(...['audit_event', 'audit_detail', 'audit_subject', 'audit_tile', 'audit_checkpoint', 'audit_cosignature', 'audit_log'].map((table) => `delete from ${table}`));
    signing = newSigning();
    await addEvents(at.db, 300);
    await sign(at.db, signing);
    await addEvents(at.db, 20);
    const signed = await sign(at.db, signing);
    kept = parseCheckpoint(signed?.note ?? '')?.checkpoint as Checkpoint;
  };

  describe('an untouched log', () => {
    beforeAll(begin);

    it('is what was signed', async () => {
      expect(await verified([kept])).toEqual({ origin: `regie.example/log/${organisation}/2026`, log: '2026', entries: 320, signed: 320, checkpoints: 2, faults: [] });
    });

    it('proves each of its entries in a file that stands by itself', async () => {
      for (const index of [0, 255, 256, 319]) {
        const event = await eventAt(index);
        const file = parseProofFile((await proveEvent(at.db, organisation, { text: event.leaf, log: '2026', index })) ?? '');
        expect(file && isIncluded({ index: file.index, size: file.signed.checkpoint.size, leaf: leafHash(file.leaf), root: file.signed.checkpoint.root, proof: file.proof })).toBe(true);
      }
    });

    it('is found by what was done, to what and when, and says nothing twice', async () => {
      const found = await listEvents(at.db, vault(), organisation, { object: 'system/s7', from: new Date('2026-11-23'), until: new Date('2026-11-24') }, { size: 10 });
      expect(found.map(({ leaf }) => leaf.object)).toEqual(['system/s7', 'system/s7']);
      const [newest, ...rest] = await listEvents(at.db, vault(), organisation, {}, { size: 320 });
      expect((await listEvents(at.db, vault(), organisation, {}, { size: 400, before: newest!.leaf.id })).map(({ leaf }) => leaf.id)).toEqual(rest.map(({ leaf }) => leaf.id));
    });

    it('takes no change, no removal and no second place for an entry', async () => {
      for (const attempt of [`update audit_event set leaf = '{}'`, `update audit_event set leaf_index = leaf_index + 1000`, 'delete from audit_event', 'truncate audit_event', 'delete from audit_checkpoint', `update audit_checkpoint set note = ''`, 'delete from audit_log']) {
        await expect(sql.raw(attempt).execute(at.db)).rejects.toThrow('added to, never changed');
      }
    });
  });

  describe('AUD-3: a superuser', () => {
    beforeEach(begin);

    it('1/8 edits what an entry says', async () => {
      await asSuperuser(`update audit_event set leaf = replace(leaf, 'save-system', 'show-system') where leaf_index = 123`);
      expect((await verified()).faults[0]).toEqual({ kind: 'altered', index: 123 });
    });

    it('2/8 edits the hash of an entry', async () => {
      await asSuperuser(`update audit_tile set hashes = overlay(hashes placing '\\xff'::bytea from ${(300 - 256) * 32 + 1}) where level = 0 and tile_index = 1`);
      expect((await verified()).faults[0]).toEqual({ kind: 'altered', index: 300 });
    });

    it('3/8 deletes an entry', async () => {
      await asSuperuser('delete from audit_event where leaf_index = 42');
      expect((await verified()).faults[0]).toEqual({ kind: 'missing', index: 42 });
    });

    it('4/8 inserts an entry', async () => {
      await asSuperuser(...placeFrom(77, 1).split('; '), `insert into audit_event select organisation_id, gen_random_uuid(), at, operation, object, leaf, false, log, 77 from audit_event where leaf_index = 5`);
      expect((await verified()).faults[0]).toEqual({ kind: 'altered', index: 77 });
    });

    it('5/8 swaps two entries', async () => {
      await asSuperuser('update audit_event set leaf_index = -1 where leaf_index = 10', 'update audit_event set leaf_index = 10 where leaf_index = 11', 'update audit_event set leaf_index = 11 where leaf_index = -1');
      expect((await verified()).faults[0]).toEqual({ kind: 'altered', index: 10 });
    });

    it('6/8 cuts off the end', async () => {
      await asSuperuser('delete from audit_event where leaf_index >= 310', `update audit_tile set hashes = substring(hashes from 1 for ${(310 - 256) * 32}) where level = 0 and tile_index = 1`);
      expect((await verified()).faults[0]).toEqual({ kind: 'removed', index: 310, until: 320 });
    });

    it('7/8 rebuilds the tree with the key in hand: seen by who kept a checkpoint', async () => {
      await asSuperuser(`update audit_event set leaf = replace(leaf, 'save-system', 'show-system'), operation = 'landscape.show-system', log = null, leaf_index = null`, 'delete from audit_tile', 'delete from audit_checkpoint');
      while ((await at.db.transaction().execute((db) => sequenceEvents(db, id))) > 0);
      await sign(at.db, { ...signing, heads: newSigning().heads });
      expect((await verified()).faults).toEqual([]);
      expect((await verified([kept])).faults).toEqual([{ kind: 'not-what-was-kept', index: 0, until: 320 }]);
    });

    it('8/8 puts back an older day: seen by who kept a checkpoint', async () => {
      await asSuperuser('delete from audit_event where leaf_index >= 300', `update audit_tile set hashes = substring(hashes from 1 for ${(300 - 256) * 32}) where level = 0 and tile_index = 1`, 'delete from audit_checkpoint where size > 300');
      expect((await verified()).faults).toEqual([]);
      expect((await verified([kept])).faults).toEqual([{ kind: 'removed', index: 300, until: 320 }]);
    });

    it('does not get an older or another tree signed while the memory beside the key is there', async () => {
      await asSuperuser('delete from audit_event where leaf_index >= 300', `update audit_tile set hashes = substring(hashes from 1 for ${(300 - 256) * 32}) where level = 0 and tile_index = 1`, 'delete from audit_checkpoint where size > 300');
      await addEvents(at.db, 10);
      await expect(sign(at.db, signing)).rejects.toThrow(LogBroken);
      await addEvents(at.db, 40);
      await expect(sign(at.db, signing)).rejects.toThrow('are not the ones that were signed before');
    });
  });

  const report = (): Promise<unknown> => record(at.db, recordingOn(at.db), eventOn('concern/01990000-0000-7000-8000-0000000000ff', { anonymous: true, operation: 'participation.report-concern', person: '01990000-0000-7000-8000-00000000000b', request: 'a-request', detail: { text: 'x' }, subjects: ['01990000-0000-7000-8000-00000000000b'] }));
  const shown = () => listEvents(at.db, vault(), organisation, { operation: 'participation.report-concern' }, { size: 20 });
  const settle = async (): Promise<void> => { while ((await at.db.transaction().execute((db) => sequenceEvents(db, id))) > 0); };

  describe('anonymous events', () => {
    beforeAll(begin);

    it('leave the day and what was done, and nothing of whoever did it', async () => {
      for (let nth = 1; nth < anonymousTogether; nth += 1) await report();
      await settle();
      expect(await shown()).toEqual([]);
      expect(await whoWaits(at.db)).toEqual([organisation]);
      await report();
      await settle();
      const events = await shown();
      expect(events.length).toBe(anonymousTogether);
      const { id: own, ...leaf } = events[0]!.leaf;
      expect(own).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
      expect(leaf).toEqual({ v: 1, at: '2026-11-23', org: organisation, actor: 'anonymous', via: 'anonymous', action: 'participation.report-concern', object: 'concern/anonymous', class: 'confidential', purpose: null, outcome: 'done', req: null, c: null });
      const { rows } = await sql<{ text: string }>`select to_jsonb(e)::text as text from audit_event e where anonymous`.execute(at.db);
      for (const { text } of rows) expect(text).not.toMatch(/0000000b|000000ff|a-request|10:00/);
      expect((await sql`select 1 from audit_subject`.execute(at.db)).rows).toEqual([]);
    });
  });

  it('an entry is found by its id, and not by that of nothing', async () => {
    const event = await eventAt(1);
    expect((await findEvent(at.db, vault(), organisation, event.id))?.text).toBe(event.leaf);
    expect(await findEvent(at.db, vault(), organisation, '01990000-0000-7000-8000-0000000000aa')).toBeNull();
    expect(now.getUTCFullYear()).toBe(2026);
  });
});
