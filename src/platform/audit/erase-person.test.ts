/** AUD-10: a person is erased; every proof goes on to hold, and nowhere in the database is a trace of them. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { leafHash } from '../transparency/merkle-hash.ts';
import { isIncluded } from '../transparency/merkle-proof.ts';
import { parseProofFile } from '../transparency/proof-file.ts';
import { logsOf } from './checkpoints.ts';
import { findEvent, listEvents } from './list-events.ts';
import { proveEvent } from './prove-event.ts';
import { record } from './record-event.ts';
import { sequenceEvents } from './sequence-events.ts';
import { addEvents, eventOn, id, newSigning, openRecordingOn, organisation, sign } from './testing/written-log.ts';
import { verifyLog } from './verify-log.ts';

const person = '01990000-0000-7000-8000-0000000000aa';
const marks = ['Saskia Kanariegeel', 'kanariegeel@waterlinde.example'];

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);

  /** Every row of every table, as a dump would have it. */
  async function dump(): Promise<string> {
    const { rows: tables } = await sql<{ table: string }>`select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(at.db);
    const texts: string[] = [];
    for (const { table } of tables) texts.push(...(await sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.table(table)} t`.execute(at.db)).rows.map(({ text }) => text));
    return texts.join('\n');
  }

  it('AUD-10: erased, and every proof holds', async () => {
    const recording = await openRecordingOn(at.db);
    const vault = recording.vaultOn(at.db);
    await addEvents(at.db, 20);
    await record(at.db, recording, eventOn(`person/${person}`, { detail: { name: marks[0], email: marks[1] }, subjects: [person], purpose: `Asked by ${marks[0]}` }));
    await record(at.db, recording, eventOn(`invitation/${marks[1]}`, { subjects: [person] }));
    while ((await at.db.transaction().execute((db) => sequenceEvents(db, id))) > 0);
    await sign(at.db, newSigning());
    const [, about] = await listEvents(at.db, vault, organisation, {}, { size: 2 });
    expect(about?.detail).toMatchObject({ kind: 'open', said: { name: marks[0] } });
    const written = await dump();
    expect(written).toContain(person);
    for (const mark of marks) expect(written).not.toContain(mark);

    expect((await vault.erase(organisation, { person })).keys.length).toBeGreaterThan(0);

    const later = (await openRecordingOn(at.db)).vaultOn(at.db);
    const event = await findEvent(at.db, later, organisation, about?.leaf.id ?? '');
    expect(event?.detail).toEqual({ kind: 'erased' });
    const [head] = await logsOf(at.db, organisation);
    expect(head && (await verifyLog(at.db, organisation, head)).faults).toEqual([]);
    for (const index of [0, 20, 21]) {
      const { rows: [row] } = await sql<{ leaf: string }>`select leaf from audit_event where leaf_index = ${index}`.execute(at.db);
      const file = parseProofFile((await proveEvent(at.db, organisation, { text: row?.leaf ?? '', log: '2026', index })) ?? '');
      expect(file && isIncluded({ index: file.index, size: file.signed.checkpoint.size, leaf: leafHash(file.leaf), root: file.signed.checkpoint.root, proof: file.proof })).toBe(true);
    }
    const left = (await dump()).toLowerCase();
    for (const mark of [...marks, 'kanariegeel']) expect(left).not.toContain(mark.toLowerCase());
  });
});
