/**
 * Which parts of a tree make its root, the proof that a leaf is in it and the proof that it only grew
 * (RFC 9162 §2.1). A part is a range of leaves; where its hash comes from is the caller's affair.
 */
import { emptyRoot, type Hash, nodeHash } from './merkle-hash.ts';

/** The leaves from `from` up to but not including `to`. */
export type Range = { readonly from: number; readonly to: number };
/** The hash over 2^level leaves, from leaf index × 2^level on. */
export type PerfectNode = (level: number, index: number) => Hash;

/** The largest power of two below this number, which is at least 2. */
function halfOf(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

function pathWithin(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + halfOf(to - from);
  return index < middle ? [...pathWithin(index, { from, to: middle }), { from: middle, to }] : [...pathWithin(index, { from: middle, to }), { from, to: middle }];
}

/** From the leaf's sibling up to below the root. */
export const inclusionRanges = (index: number, size: number): readonly Range[] => (index < size ? pathWithin(index, { from: 0, to: size }) : []);

function growthWithin(size: number, { from, to }: Range, wasWhole: boolean): Range[] {
  if (size === to) return wasWhole ? [] : [{ from, to }];
  const middle = from + halfOf(to - from);
  if (size <= middle) return [...growthWithin(size, { from, to: middle }, wasWhole), { from: middle, to }];
  return [...growthWithin(size, { from: middle, to }, false), { from, to: middle }];
}

/** That the tree of `newer` leaves begins with the tree of `older`. */
export const consistencyRanges = (older: number, newer: number): readonly Range[] => (older === 0 || older >= newer ? [] : growthWithin(older, { from: 0, to: newer }, true));

export type Perfect = { readonly level: number; readonly index: number };

/** A range of an RFC 9162 tree begins at a multiple of its largest part, so its parts get smaller to the right. */
export function perfectParts({ from, to }: Range): readonly Perfect[] {
  const parts: Perfect[] = [];
  for (let at = from; at < to; ) {
    const level = Math.floor(Math.log2(to - at));
    parts.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return parts;
}

export const hashOfRange = (range: Range, node: PerfectNode): Hash =>
  perfectParts(range)
    .map(({ level, index }) => node(level, index))
    .reduceRight((right, left) => nodeHash(left, right));

export const rootOf = (size: number, node: PerfectNode): Hash => (size === 0 ? emptyRoot : hashOfRange({ from: 0, to: size }, node));

/** One level up; a count that is not even leaves its last out. */
const halved = (hashes: readonly Hash[]): Hash[] => Array.from({ length: Math.floor(hashes.length / 2) }, (_, at) => nodeHash(hashes[at * 2] as Hash, hashes[at * 2 + 1] as Hash));

/** The whole tree in memory, level by level. */
export function treeOver(leaves: readonly Hash[]): PerfectNode {
  const levels: (readonly Hash[])[] = [leaves];
  while ((levels.at(-1)?.length ?? 0) > 1) levels.push(halved(levels.at(-1) ?? []));
  return (level, index) => levels[level]?.[index] as Hash;
}
