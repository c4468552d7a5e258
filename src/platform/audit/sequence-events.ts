/**
 * Gives events their place in the tree. INVARIANT: one at a time for each organisation (`lockLog`), and what has no
 * place yet is looked for by that alone: never from where it was left last time, for an event whose transaction took
 * long shows up behind others.
 */
import { sql } from 'kysely';
import type { Database } from '../context.ts';
import { leafHash } from '../transparency/merkle-hash.ts';
import { edgeOf, grownTiles } from '../transparency/tiles.ts';
import { tables } from './tables.ts';
import { lockLog, type LogId, readTiles, sizeOf, writeTiles } from './tree-store.ts';

export const batchSize = 256;
/** So many anonymous events of a kind are shown at once, and not fewer: one alone would point at whoever was there. */
export const anonymousTogether = 5;

type Waiting = { readonly id: string; readonly leaf: string };

const waitingRows = (db: Database, organisation: string) =>
  tables(db).selectFrom('audit_event').select(['id', 'leaf']).where('organisation_id', '=', organisation).where('leaf_index', 'is', null).orderBy('id');

const waitingKnown = (db: Database, organisation: string): Promise<Waiting[]> => waitingRows(db, organisation).where('anonymous', '=', false).limit(batchSize).execute();

/** Their ids are random, so that their order says nothing. */
async function waitingAnonymous(db: Database, organisation: string): Promise<Waiting[]> {
  const enough = await tables(db)
    .selectFrom('audit_event')
    .select('operation')
    .where('organisation_id', '=', organisation)
    .where('leaf_index', 'is', null)
    .where('anonymous', '=', true)
    .groupBy('operation')
    .having(sql<number>`count(*)`, '>=', anonymousTogether)
    .execute();
  if (enough.length === 0) return [];
  return waitingRows(db, organisation).where('anonymous', '=', true).where('operation', 'in', enough.map(({ operation }) => operation)).limit(batchSize).execute();
}

const place = (db: Database, { organisation, log }: LogId, size: number, events: readonly Waiting[]): Promise<unknown> =>
  sql`update audit_event as event set log = ${log}, leaf_index = ${size}::bigint + placed.nth - 1
    from unnest(${events.map(({ id }) => id)}::uuid[]) with ordinality as placed (id, nth)
    where event.organisation_id = ${organisation} and event.id = placed.id`.execute(db);

async function grow(db: Database, id: LogId, events: readonly Waiting[]): Promise<void> {
  const size = await sizeOf(db, id);
  const edge = edgeOf(size);
  const tileAt = await readTiles(db, id, edge);
  const last = (level: number) => edge.filter((tile) => tile.level === level).flatMap((tile) => [...tileAt(tile)]);
  await place(db, id, size, events);
  await writeTiles(db, id, grownTiles(size, last, events.map(({ leaf }) => leafHash(Buffer.from(leaf)))));
}

/** One batch, in a transaction of its own. @returns how many events got their place. */
export async function sequenceEvents(db: Database, id: LogId): Promise<number> {
  await lockLog(db, id.organisation);
  const events = [...(await waitingKnown(db, id.organisation)), ...(await waitingAnonymous(db, id.organisation))];
  if (events.length > 0) await grow(db, id, events);
  return events.length;
}

/** Whoever has something waiting, so that each can then be asked by itself. */
export async function whoWaits(db: Database): Promise<string[]> {
  const rows = await tables(db).selectFrom('audit_event').select('organisation_id').distinct().where('leaf_index', 'is', null).execute();
  return rows.map(({ organisation_id }) => organisation_id);
}
