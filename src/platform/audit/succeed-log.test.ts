/** EXIT-3: after a restore exactly what is missing is told, and the log goes on under another name that says so. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { type Checkpoint, parseCheckpoint } from '../transparency/checkpoint.ts';
import { logsOf } from './checkpoints.ts';
import { currentLog } from './current-log.ts';
import { listEvents } from './list-events.ts';
import { missingSince } from './missing-since.ts';
import type { Recording } from './record-event.ts';
import { sequenceEvents } from './sequence-events.ts';
import { LogBroken, signCheckpoint } from './sign-checkpoint.ts';
import { succeedLog, successionOperation } from './succeed-log.ts';
import { addEvents, newSigner, newSigning, now, openRecordingOn, organisation, sign } from './testing/written-log.ts';
import { verifyLog } from './verify-log.ts';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  const signer = newSigner();
  const signing = newSigning(signer);
  let kept: Checkpoint;
  let recording: Recording;
  const later = new Date(now.getTime() + 3_600_000);

  /** What a backup of before does to the newest entries, without the trouble of making one. */
  const putBackTo = async (size: number): Promise<void> => {
    const tables = ['audit_event', 'audit_checkpoint'];
    for (const table of tables) await sql.raw(`alter table ${table} disable trigger user`).execute(at.db);
    await sql.raw(`delete from audit_event where leaf_index >= ${size}`).execute(at.db);
    await sql.raw(`delete from audit_checkpoint where size > ${size}`).execute(at.db);
    await sql.raw(`update audit_tile set hashes = substring(hashes from 1 for ${size * 32}) where level = 0 and tile_index = 0`).execute(at.db);
    for (const table of tables) await sql.raw(`alter table ${table} enable trigger user`).execute(at.db);
  };

  beforeAll(async () => {
    recording = await openRecordingOn(at.db);
    await addEvents(at.db, 40);
    await sign(at.db, signing);
    await addEvents(at.db, 13);
    kept = parseCheckpoint((await sign(at.db, signing))?.note ?? '')?.checkpoint as Checkpoint;
  });

  it('tells that nothing is missing, that another was made, and of a log that is not here', async () => {
    expect(await missingSince(at.db, organisation, kept)).toEqual({ kind: 'nothing-missing', entries: 53 });
    expect(await missingSince(at.db, organisation, { ...kept, root: Buffer.alloc(32) })).toEqual({ kind: 'another-past' });
    expect(await missingSince(at.db, organisation, { ...kept, origin: `elsewhere.example/log/${organisation}/2026` })).toEqual({ kind: 'unknown-log' });
  });

  it('EXIT-3: tells exactly which entries did not come back, and signs nothing more of that log', async () => {
    await putBackTo(40);
    expect(await missingSince(at.db, organisation, kept)).toEqual({ kind: 'missing', from: 40, until: 53, lastAt: now });
    await addEvents(at.db, 5);
    await expect(sign(at.db, signing)).rejects.toThrow(LogBroken);
  });

  it('goes on in another log, whose first entry says what happened', async () => {
    const made = await at.db.transaction().execute((db) => succeedLog(db, { signer, heads: signing.heads, host: signing.host, recording }, organisation, 'The disk broke.', later));
    expect(made).toMatchObject({ log: '2026.20261123110000', before: `regie.example/log/${organisation}/2026`, entries: 45, signedBefore: 53 });
    const log = await at.db.transaction().execute((db) => currentLog(db, organisation, 2026));
    expect(log.log).toBe('2026.20261123110000');
    while ((await at.db.transaction().execute((db) => sequenceEvents(db, log))) > 0);
    expect((await at.db.transaction().execute((db) => signCheckpoint(db, signing, log, later)))?.size).toBe(1);
    const [said] = await listEvents(at.db, recording.vaultOn(at.db), organisation, { operation: successionOperation }, { size: 2 });
    expect(said?.detail).toMatchObject({ kind: 'open', said: { before: made?.before, entries: 45, signedBefore: 53, missing: 8, purpose: 'The disk broke.' } });
    expect(said?.log).toBe(log.log);
  });

  it('leaves the old log as it was signed, and both verify', async () => {
    const verified = [];
    for (const head of await logsOf(at.db, organisation)) verified.push(await verifyLog(at.db, organisation, head));
    expect(verified.map(({ log, entries, signed, faults }) => ({ log, entries, signed, faults }))).toEqual([
      { log: '2026', entries: 45, signed: 40, faults: [] },
      { log: '2026.20261123110000', entries: 1, signed: 1, faults: [] },
    ]);
  });

  it('does not take a process with the same key for a broken log, and one with another for it', async () => {
    await at.db.transaction().execute((db) => succeedLog(db, { signer, heads: signing.heads, host: signing.host, recording }, organisation, 'Again.', new Date(later.getTime() + 1000)));
    const next = await at.db.transaction().execute((db) => currentLog(db, organisation, 2026));
    while ((await at.db.transaction().execute((db) => sequenceEvents(db, next))) > 0);
    await expect(at.db.transaction().execute((db) => signCheckpoint(db, newSigning(), next, later))).rejects.toThrow('another key');
    expect((await at.db.transaction().execute((db) => signCheckpoint(db, newSigning(signer), next, later)))?.size).toBe(1);
  });
});
