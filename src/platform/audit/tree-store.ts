/** The trees as they are stored: how large, their tiles, and the hashes read out of them. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../context.ts';
import type { Hash } from '../transparency/merkle-hash.ts';
import { hashOfRange, type Range, rootOf } from '../transparency/merkle-tree.ts';
import { type FilledTile, hashesIn, nodeFromTiles, type Tile, tileBytes, type TileAt, tilesFor } from '../transparency/tiles.ts';
import { tables } from './tables.ts';

/** One tree: that of an organisation (or of the installation) in a year. */
export type LogId = { readonly organisation: string; readonly log: string };

/** One at a time for each organisation, over all processes; until the end of the transaction. */
export const lockLog = (db: Database, organisation: string): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended(${`log ${organisation}`}, 0))`.execute(db);

/** How many leaves have their place. */
export async function sizeOf(db: Database, { organisation, log }: LogId): Promise<number> {
  const last = await tables(db).selectFrom('audit_event').select('leaf_index').where('organisation_id', '=', organisation).where('log', '=', log).orderBy('leaf_index', 'desc').limit(1).executeTakeFirst();
  return last === undefined ? 0 : Number(last.leaf_index) + 1;
}

const among = (wanted: readonly Tile[]): RawBuilder<boolean> => sql<boolean>`(level, tile_index) in (${sql.join(wanted.map(({ level, index }) => sql`(${level}::integer, ${index}::bigint)`))})`;

export async function readTiles(db: Database, { organisation, log }: LogId, wanted: readonly Tile[]): Promise<TileAt> {
  const rows = wanted.length === 0 ? [] : await tables(db).selectFrom('audit_tile').select(['level', 'tile_index', 'hashes']).where('organisation_id', '=', organisation).where('log', '=', log).where(among(wanted)).execute();
  const found = new Map(rows.map(({ level, tile_index, hashes }) => [`${level}/${tile_index}`, hashesIn(hashes)]));
  return ({ level, index }) => found.get(`${level}/${index}`) ?? [];
}

export async function writeTiles(db: Database, { organisation, log }: LogId, tiles: readonly FilledTile[]): Promise<void> {
  const rows = tiles.map(({ level, index, hashes }) => ({ organisation_id: organisation, log, level, tile_index: index, hashes: tileBytes(hashes) }));
  await tables(db)
    .insertInto('audit_tile')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'log', 'level', 'tile_index']).doUpdateSet(({ ref }) => ({ hashes: ref('excluded.hashes') })))
    .execute();
}

export async function hashesOf(db: Database, id: LogId, ranges: readonly Range[]): Promise<Hash[]> {
  const node = nodeFromTiles(await readTiles(db, id, tilesFor(ranges)));
  return ranges.map((range) => hashOfRange(range, node));
}

export async function rootAt(db: Database, id: LogId, size: number): Promise<Hash> {
  return rootOf(size, nodeFromTiles(await readTiles(db, id, size === 0 ? [] : tilesFor([{ from: 0, to: size }]))));
}
