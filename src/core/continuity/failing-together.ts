/**
 * Many scenarios in one pass: bit `t` of a node's row says whether the node fails when target `t` alone falls away.
 * Who breaks which promise is asked of every system of a landscape; one by one that takes minutes.
 */
import type { Dependencies } from './dependencies.ts';

/** So many targets share a pass: the rows of all nodes must fit in memory together. */
export const targetsPerPass = 4096;

export type FailureBits = {
  /** 32-bit words in a row. */
  readonly words: number;
  /** Node `n` has `rows[n * words]` up to the row of `n + 1`. */
  readonly rows: Int32Array;
};

/** Nodes with what they need before them; where needs run in a ring, somewhere in it. */
export const neededFirst = ({ ids, needs }: Dependencies): Int32Array => {
  const order = new Int32Array(ids.length);
  const seen = new Uint8Array(ids.length);
  let placed = 0;
  for (let start = 0; start < ids.length; start += 1) {
    // A stack of nodes, each with the next alternative to look at: chains of needs can be long.
    const path = seen[start] ? [] : [start];
    const next = path.map((node) => firstAlternative(needs, node));
    seen[start] = 1;
    while (path.length > 0) {
      const node = path.at(-1)!;
      const at = next.at(-1)!;
      if (at === firstAlternative(needs, node + 1)) {
        order[placed] = node;
        placed += 1;
        path.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = at + 1;
      const needed = needs.alternatives.items[at]!;
      if (seen[needed]) continue;
      seen[needed] = 1;
      path.push(needed);
      next.push(firstAlternative(needs, needed));
    }
  }
  return order;
};

/** Alternatives of a node's needs stand together, as its needs do. */
const firstAlternative = ({ firstOf, alternatives }: Dependencies['needs'], node: number): number => alternatives.starts[firstOf[node]!]!;

/**
 * INVARIANT: each bit is the least fixpoint of failing for its own target (failure.ts): rows only gain bits, and a
 * sweep in which none does is the end. Without rings the second sweep finds nothing to do.
 * @param hits of a system, the targets that hit it; numbered from 0 and below `targets`.
 */
export const failTogether = (dependencies: Dependencies, order: Int32Array, targets: number, hits: (system: number) => Iterable<number>): FailureBits => {
  const words = Math.ceil(targets / 32);
  const rows = new Int32Array(dependencies.ids.length * words);
  for (let system = 0; system < dependencies.systems.length; system += 1) {
    for (const target of hits(system)) rows[system * words + (target >>> 5)]! |= 1 << (target & 31);
  }
  while (sweep(dependencies.needs, order, rows, words));
  return { words, rows };
};

/** Whether any row gained a bit. */
const sweep = ({ firstOf, alternatives: { starts, items } }: Dependencies['needs'], order: Int32Array, rows: Int32Array, words: number): boolean => {
  let gained = false;
  for (const node of order) {
    for (let need = firstOf[node]!, lastNeed = firstOf[node + 1]!; need < lastNeed; need += 1) {
      const [from, to] = [starts[need]!, starts[need + 1]!];
      for (let word = 0, own = node * words; word < words; word += 1, own += 1) {
        let all = rows[items[from]! * words + word]!;
        for (let at = from + 1; at < to; at += 1) all &= rows[items[at]! * words + word]!;
        if ((all & ~rows[own]!) === 0) continue;
        rows[own]! |= all;
        gained = true;
      }
    }
  }
  return gained;
};

/** The targets whose bits are set in the row of a node. */
export function* bitsOf({ words, rows }: FailureBits, node: number): Generator<number> {
  for (let word = 0; word < words; word += 1) {
    for (let left = rows[node * words + word]!; left !== 0; left &= left - 1) yield word * 32 + (31 - Math.clz32(left & -left));
  }
}
