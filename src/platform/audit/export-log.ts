/** A whole log as files, as C2SP tlog-tiles lays them out, with every checkpoint and the key: all that a verifier needs. */
import type { Database } from '../context.ts';
import { entryBundle, tilePath, tilesOf, tileBytes, tileWidth } from '../transparency/tiles.ts';
import { checkpointsOf, cosignaturesOf, type LogHead, vkeyOf } from './checkpoints.ts';
import { tables } from './tables.ts';
import { type LogId, readTiles } from './tree-store.ts';

export type ExportedFile = { readonly path: string; readonly bytes: Uint8Array };

async function leavesIn(db: Database, { organisation, log }: LogId, from: number, width: number): Promise<Buffer[]> {
  const rows = await tables(db).selectFrom('audit_event').select('leaf').where('organisation_id', '=', organisation).where('log', '=', log).where('leaf_index', '>=', from).where('leaf_index', '<', from + width).orderBy('leaf_index').execute();
  return rows.map(({ leaf }) => Buffer.from(leaf));
}

async function* tileFiles(db: Database, id: LogId, size: number): AsyncGenerator<ExportedFile> {
  for (const tile of tilesOf(size)) {
    const hashes = (await readTiles(db, id, [tile]))(tile).slice(0, tile.width);
    yield { path: tilePath(tile.level, tile.index, tile.width), bytes: tileBytes(hashes) };
    if (tile.level === 0) yield { path: tilePath('entries', tile.index, tile.width), bytes: entryBundle(await leavesIn(db, id, tile.index * tileWidth, tile.width)) };
  }
}

const text = (path: string, content: string): ExportedFile => ({ path, bytes: Buffer.from(content) });

/** Up to the last checkpoint; what came in after it is in the next export. */
export async function* exportLog(db: Database, organisation: string, head: LogHead): AsyncGenerator<ExportedFile> {
  const id = { organisation, log: head.log };
  const [checkpoints, cosigned] = [await checkpointsOf(db, id), await cosignaturesOf(db, id)];
  const last = checkpoints.at(-1);
  yield text('key', `${vkeyOf(head)}\n`);
  if (last === undefined) return;
  for (const { size, note } of checkpoints) {
    const whole = note + cosigned.filter((one) => one.size === size).map(({ line }) => line).join('');
    yield text(`checkpoints/${size}`, whole);
    if (size === last.size) yield text('checkpoint', whole);
  }
  yield* tileFiles(db, id, last.size);
}
