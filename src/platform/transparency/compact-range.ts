/** The root of a tree that grows leaf by leaf, with as many hashes in hand as its size has ones. */
import { emptyRoot, type Hash, nodeHash } from './merkle-hash.ts';

export type CompactRange = { readonly add: (leaf: Hash) => void; readonly root: () => Hash; readonly size: () => number };

export function compactRange(): CompactRange {
  const peaks: { readonly level: number; readonly hash: Hash }[] = [];
  let size = 0;
  const add = (leaf: Hash): void => {
    let peak = { level: 0, hash: leaf };
    for (let last = peaks.at(-1); last?.level === peak.level; last = peaks.at(-1)) {
      peaks.pop();
      peak = { level: peak.level + 1, hash: nodeHash(last.hash, peak.hash) };
    }
    peaks.push(peak);
    size += 1;
  };
  const root = (): Hash => (peaks.length === 0 ? emptyRoot : peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right)));
  return { add, root, size: () => size };
}
