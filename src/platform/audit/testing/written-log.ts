/** A log with entries in it, for tests and measurements. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../context.ts';
import { scopedDatabase } from '../../database/scoped-database.ts';
import { randomIds } from '../../ids.ts';
import { openVault } from '../../keys/open-vault.ts';
import { memoryKeys } from '../../keys/testing/memory-keys.ts';
import { silentLog } from '../../log.ts';
import { type Signer, signerOf } from '../../transparency/signer.ts';
import { prepared, type TracedEvent } from '../event.ts';
import { type Recording, rowOf } from '../record-event.ts';
import { sequenceEvents } from '../sequence-events.ts';
import { type LogSigning, signCheckpoint, type SignedTree } from '../sign-checkpoint.ts';
import { headsInMemory } from '../signed-heads.ts';
import { tables } from '../tables.ts';

export const organisation = '01990000-0000-7000-8000-000000000001';
export const id = { organisation, log: '2026' };
export const now = new Date('2026-11-23T10:00:00Z');

const clock = { now: () => now };
const ids = randomIds(clock);
export const recordingOn = (db: Kysely<Tables>): Recording => ({ ids, vaultOn: (at) => openVault(memoryKeys({ database: scopedDatabase(db), clock, ids, log: silentLog }, db), at) });
export const newSigner = (): Signer => signerOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
/** For what has a detail to seal. */
export async function openRecordingOn(db: Kysely<Tables>): Promise<Recording> {
  const keys = memoryKeys({ database: scopedDatabase(db), clock, ids, log: silentLog }, db);
  await keys.state();
  return { ids, vaultOn: (at) => openVault(keys, at) };
}
/** A key and a memory of its own. */
export function newSigning(signer = newSigner()): LogSigning {
  return { signer: async () => signer, heads: headsInMemory(), host: 'regie.example' };
}

export const eventOn = (object: string, over: Partial<TracedEvent> = {}): TracedEvent => ({
  organisation, person: '01990000-0000-7000-8000-00000000000a', at: now, via: 'web', operation: 'landscape.save-system', object, sensitivity: 'internal', detail: {}, outcome: 'done', purpose: null, request: null, subjects: [], anonymous: false, ...over,
});

/** As many events as asked, each in its place. All at once, for speed. */
export async function addEvents(db: Kysely<Tables>, count: number, over: Partial<TracedEvent> = {}): Promise<void> {
  const events = Array.from({ length: count }, (_, nth) => prepared(eventOn(`system/s${nth}`, over), { next: ids.next(), random: randomUUID() }, ''));
  await tables(db).insertInto('audit_event').values(events.map((event) => ({ organisation_id: organisation, ...rowOf(event) }))).execute();
  while ((await db.transaction().execute((at) => sequenceEvents(at, id))) > 0);
}

export const sign = (db: Kysely<Tables>, signing: LogSigning): Promise<SignedTree | null> => db.transaction().execute((at) => signCheckpoint(at, signing, id, now));
