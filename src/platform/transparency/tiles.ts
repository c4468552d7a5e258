/** A tree cut into tiles of 256 hashes, eight levels high (C2SP tlog-tiles). */
import { type Hash, hashBytes } from './merkle-hash.ts';
import { type Perfect, type PerfectNode, perfectParts, type Range, treeOver } from './merkle-tree.ts';

export const tileWidth = 256;
const tileHeight = 8;

export type Tile = { readonly level: number; readonly index: number };
/** The hashes in a tile, fewer than 256 in the last of a level. */
export type TileAt = (tile: Tile) => readonly Hash[];

/** Index 1234067 is `x001/x234/067`. @param width below 256 for a partial tile. */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = (digits.match(/\d{3}/g) ?? []).map((group, at, all) => (at < all.length - 1 ? `x${group}` : group));
  return `tile/${level}/${groups.join('/')}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** Each tile of a tree of this size, with how many hashes are in it. */
export function* tilesOf(size: number): Generator<Tile & { readonly width: number }> {
  for (let [level, count] = [0, size]; count > 0; level += 1, count = Math.floor(count / tileWidth)) {
    for (let index = 0; index * tileWidth < count; index += 1) yield { level, index, width: Math.min(tileWidth, count - index * tileWidth) };
  }
}

const tileOf = ({ level, index }: Perfect): Tile => {
  const tileLevel = Math.floor(level / tileHeight);
  return { level: tileLevel, index: Math.floor((index * 2 ** (level % tileHeight)) / tileWidth) };
};

const keyOf = ({ level, index }: Tile): string => `${level}/${index}`;

/** What has to be read to know the hashes of these ranges; each once. */
export const tilesFor = (ranges: readonly Range[]): readonly Tile[] =>
  [...new Map(ranges.flatMap((range) => perfectParts(range).map(tileOf)).map((tile) => [keyOf(tile), tile])).values()];

/** Reads nodes out of tiles; the tree over a tile is made once. */
export function nodeFromTiles(tileAt: TileAt): PerfectNode {
  const trees = new Map<string, PerfectNode>();
  const treeOf = (tile: Tile): PerfectNode => {
    const found = trees.get(keyOf(tile)) ?? treeOver(tileAt(tile));
    trees.set(keyOf(tile), found);
    return found;
  };
  return (level, index) => {
    const tile = tileOf({ level, index });
    const within = level % tileHeight;
    return treeOf(tile)(within, index - (tile.index * tileWidth) / 2 ** within);
  };
}

export const tileBytes = (hashes: readonly Hash[]): Buffer => Buffer.concat(hashes);
export const hashesIn = (bytes: Buffer): Hash[] => Array.from({ length: bytes.byteLength / hashBytes }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes));

/** Leaves with their length before them. @throws when one is longer than its length can say (65,535 bytes). */
export const entryBundle = (leaves: readonly Buffer[]): Buffer =>
  Buffer.concat(
    leaves.flatMap((leaf) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(leaf.byteLength);
      return [length, leaf];
    }),
  );

export type FilledTile = Tile & { readonly hashes: readonly Hash[] };

/** The last tile of each level that is not full: those that grow. */
export function edgeOf(size: number): readonly Tile[] {
  const edge: Tile[] = [];
  for (let [level, count] = [0, size]; count > 0; level += 1, count = Math.floor(count / tileWidth)) {
    if (count % tileWidth > 0) edge.push({ level, index: Math.floor(count / tileWidth) });
  }
  return edge;
}

/**
 * What a tree of `size` leaves becomes when these are added: every tile that is new or fuller than before.
 * @param edge the hashes of its last, partial tile at a level; none where that level ends in a full one.
 */
export function grownTiles(size: number, edge: (level: number) => readonly Hash[], added: readonly Hash[]): readonly FilledTile[] {
  const grow = (level: number, count: number, more: readonly Hash[]): FilledTile[] => {
    if (more.length === 0) return [];
    const first = Math.floor(count / tileWidth);
    const hashes = [...edge(level), ...more];
    const tiles = Array.from({ length: Math.ceil(hashes.length / tileWidth) }, (_, at) => ({ level, index: first + at, hashes: hashes.slice(at * tileWidth, (at + 1) * tileWidth) }));
    const full = tiles.filter((tile) => tile.hashes.length === tileWidth).map((tile) => treeOver(tile.hashes)(tileHeight, 0));
    return [...tiles, ...grow(level + 1, first, full)];
  };
  return grow(0, size, added);
}
