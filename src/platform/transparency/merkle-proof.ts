/**
 * Whether a proof holds (RFC 9162 §2.1.3.2 and §2.1.4.2). Sizes are BigInt: a proof may come from anybody,
 * and a number that is rounded is a way in.
 */
import { emptyRoot, type Hash, hashBytes, nodeHash } from './merkle-hash.ts';

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ byteLength }) => byteLength === hashBytes);
const isOdd = (number: bigint): boolean => (number & 1n) === 1n;

/** Up to where this node is a right child, or the leftmost of all. */
function risen(at: bigint, last: bigint): [bigint, bigint] {
  let [up, end] = [at, last];
  while (!isOdd(up) && up !== 0n) [up, end] = [up >> 1n, end >> 1n];
  return [up, end];
}

type Climb = { readonly at: bigint; readonly last: bigint; readonly hashes: readonly Hash[] };

/** A sibling to the left belongs to both trees; one to the right is new, and so grows the newest hash alone. */
function climbed({ at, last, hashes }: Climb, sibling: Hash): Climb {
  if (isOdd(at) || at === last) {
    const [up, end] = risen(at, last);
    return { at: up >> 1n, last: end >> 1n, hashes: hashes.map((hash) => nodeHash(sibling, hash)) };
  }
  const newest = hashes.length - 1;
  return { at: at >> 1n, last: last >> 1n, hashes: hashes.map((hash, index) => (index === newest ? nodeHash(hash, sibling) : hash)) };
}

/** Null when the proof is longer than the tree is high. */
function climb(from: Climb, proof: readonly Hash[]): readonly Hash[] | null {
  let reached = from;
  for (const sibling of proof) {
    if (reached.last === 0n) return null;
    reached = climbed(reached, sibling);
  }
  return reached.last === 0n ? reached.hashes : null;
}

export type Inclusion = { readonly index: bigint; readonly size: bigint; readonly leaf: Hash; readonly root: Hash; readonly proof: readonly Hash[] };

export function isIncluded({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (index < 0n || index >= size || !areHashes([leaf, root, ...proof])) return false;
  return climb({ at: index, last: size - 1n, hashes: [leaf] }, proof)?.[0]?.equals(root) ?? false;
}

export type Growth = { readonly older: bigint; readonly newer: bigint; readonly olderRoot: Hash; readonly newerRoot: Hash; readonly proof: readonly Hash[] };

const isPowerOfTwo = (number: bigint): boolean => (number & (number - 1n)) === 0n;

/** Between two sizes that differ, neither of them 0. */
function grewBetween({ older, newer, olderRoot, newerRoot, proof }: Growth): boolean {
  const [start, ...path] = isPowerOfTwo(older) ? [olderRoot, ...proof] : proof;
  if (start === undefined || proof.length === 0) return false;
  let [at, last] = [older - 1n, newer - 1n];
  while (isOdd(at)) [at, last] = [at >> 1n, last >> 1n];
  const roots = climb({ at, last, hashes: [start, start] }, path);
  return roots !== null && (roots[0] as Hash).equals(olderRoot) && (roots[1] as Hash).equals(newerRoot);
}

/** The tree of `newer` leaves begins with that of `older`. Of the empty tree and of equal trees the proof is empty. */
export function isGrown(growth: Growth): boolean {
  const { older, newer, olderRoot, newerRoot, proof } = growth;
  if (older < 0n || older > newer || !areHashes([olderRoot, newerRoot, ...proof])) return false;
  if (older === newer) return proof.length === 0 && olderRoot.equals(newerRoot);
  return older === 0n ? proof.length === 0 && olderRoot.equals(emptyRoot) : grewBetween(growth);
}
