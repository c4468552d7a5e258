/**
 * AUD-4: two checkpoints of one size with different roots are never signed, however two processes get in each other's
 * way, and also when one dies between signing and committing. `REGIE_ROUNDS=1000` for the long one.
 */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { parseCheckpoint } from '../transparency/checkpoint.ts';
import { logsOf } from './checkpoints.ts';
import { record } from './record-event.ts';
import { sequenceEvents } from './sequence-events.ts';
import { type LogSigning, signCheckpoint } from './sign-checkpoint.ts';
import { eventOn, id, newSigner, newSigning, now, organisation, recordingOn } from './testing/written-log.ts';
import { verifyLog } from './verify-log.ts';

const rounds = Number(process.env['REGIE_ROUNDS'] ?? 12);

class Died extends Error {}

describe('AUD-4: two sequencers', () => {
  const at = freshDatabase(eachDatabase.at(-1));
  const signer = newSigner();
  const notes: string[] = [];

  /** What one process does, which may end before the commit with its signature already out of its hands. */
  async function keep(signing: LogSigning, dies: boolean): Promise<void> {
    while ((await at.db.transaction().execute((db) => sequenceEvents(db, id))) > 0);
    await at.db.transaction().execute(async (db) => {
      const signed = await signCheckpoint(db, signing, id, now);
      if (signed) notes.push(signed.note);
      if (dies) throw new Died();
    }).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error;
    });
  }

  it(`signs one root for each size, in ${rounds} rounds`, { timeout: 60_000 + rounds * 1000 }, async () => {
    const [one, other] = [newSigning(signer), newSigning(signer)];
    for (let round = 0; round < rounds; round += 1) {
      const written = Promise.all(Array.from({ length: 1 + (round % 3) }, (_, nth) => record(at.db, recordingOn(at.db), eventOn(`system/r${round}-${nth}`))));
      await Promise.all([written, keep(one, round % 4 === 1), keep(other, round % 4 === 2)]);
    }
    await keep(one, false);
    const roots = new Map<bigint, Set<string>>();
    for (const note of notes) {
      const { size, root } = parseCheckpoint(note)?.checkpoint ?? { size: 0n, root: Buffer.alloc(0) };
      roots.set(size, (roots.get(size) ?? new Set()).add(root.toString('hex')));
    }
    expect([...roots].filter(([, different]) => different.size > 1)).toEqual([]);
    expect(roots.size).toBeGreaterThan(rounds / 4);
    const [head] = await logsOf(at.db, organisation);
    const { rows: [all] } = await sql<{ count: string }>`select count(*) as count from audit_event`.execute(at.db);
    expect(head && (await verifyLog(at.db, organisation, head))).toMatchObject({ entries: Number(all?.count), signed: Number(all?.count), faults: [] });
  });
});
