/** A finished diagram in typed arrays, for reading only: parents before children, leaves as `~rank`. */
import { childrenOf, isLeaf, reachableNodes, type NodeId, type Store } from './diagram.ts';

export type FrozenDiagram = {
  /** A node, or `~rank` (negative) where the table gives one outcome for every case. */
  readonly root: number;
  /** Per node: the index of the fact it asks. */
  readonly factOf: Int32Array;
  /** Per node: where its children start in `next`. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Per node: the outcomes below it, as a bit mask over ranks. */
  readonly below: Int32Array;
};

export const freeze = (store: Store, order: readonly number[], root: NodeId): FrozenDiagram => {
  const nodes = reachableNodes(store, root);
  const indexOf = new Map(nodes.map((node, index) => [node, index]));
  const target = (node: NodeId): number => (isLeaf(store, node) ? ~node : indexOf.get(node)!);
  const children = nodes.map((node) => childrenOf(store, node).map(target));
  return {
    root: target(root),
    factOf: Int32Array.from(nodes, (node) => order[store.levelOf[node]!]!),
    first: startsOf(children),
    next: Int32Array.from(children.flat()),
    below: outcomesBelow(children),
  };
};

const startsOf = (children: readonly (readonly number[])[]): Int32Array => {
  const starts = new Int32Array(children.length);
  for (let node = 1; node < children.length; node++) starts[node] = starts[node - 1]! + children[node - 1]!.length;
  return starts;
};

const outcomesBelow = (children: readonly (readonly number[])[]): Int32Array => {
  const below = new Int32Array(children.length);
  for (let node = children.length - 1; node >= 0; node--) {
    below[node] = children[node]!.reduce((mask, child) => mask | (child < 0 ? 1 << ~child : below[child]!), 0);
  }
  return below;
};
