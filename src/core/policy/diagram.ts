/**
 * Ordered, reduced multi-valued decision diagrams in one hash-consed store: equal functions are one node,
 * so equality is `===`. Level l of the diagram branches over the values of one fact; a level on which a
 * function does not depend is skipped.
 *
 * INVARIANT: node ids 0 … leafCount-1 are the leaves, in order; a child's level lies below its parent's.
 * Leaves are numbers on a scale, and the two operations are `lower` and `higher`: on outcomes `lower` is
 * "the worst counts" (0 = worst, the last = no row matches); with two leaves they are AND and OR.
 */
import type { Box } from './rows.ts';

export type NodeId = number;

export type Store = {
  /** How many values each level has. */
  readonly sizes: readonly number[];
  readonly leafCount: number;
  readonly levelOf: number[];
  /** Where a node's children start in `children`; as many follow as its level has values. */
  readonly firstChild: number[];
  readonly children: NodeId[];
  readonly unique: UniqueTable;
  readonly memo: Record<Operation, Map<number, NodeId>>;
};

export type Operation = 'lower' | 'higher';

/** Open hashing: `heads` by hash, `following` by node. */
type UniqueTable = { heads: Int32Array; readonly following: number[] };

/** Far above any table written by people. INVARIANT: two node ids fit in one exact number. */
export const maxNodes = 2 ** 18;

/** A table whose diagram does not fit in `maxNodes`, under any order tried. */
export class DiagramTooLarge extends Error {}

export const createStore = (sizes: readonly number[], leafCount: number): Store => ({
  sizes,
  leafCount,
  levelOf: Array.from({ length: leafCount }, () => sizes.length),
  firstChild: Array.from({ length: leafCount }, () => -1),
  children: [],
  unique: { heads: new Int32Array(1024).fill(-1), following: Array.from({ length: leafCount }, () => -1) },
  memo: { lower: new Map(), higher: new Map() },
});

export const childOf = (store: Store, node: NodeId, value: number): NodeId => store.children[store.firstChild[node]! + value]!;

/** The one node with these children; the child itself where all are equal. */
export const nodeOf = (store: Store, level: number, children: readonly NodeId[]): NodeId => {
  const [first] = children;
  if (children.every((child) => child === first)) return first!;
  const hash = hashOf(level, children);
  return findNode(store, level, children, hash) ?? addNode(store, level, children, hash);
};

const hashOf = (level: number, children: readonly NodeId[]): number => {
  let hash = level + 1;
  for (const child of children) hash = Math.imul(hash ^ child, 0x9e3779b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 13);
};

const findNode = (store: Store, level: number, children: readonly NodeId[], hash: number): NodeId | undefined => {
  const { heads, following } = store.unique;
  for (let node = heads[hash & (heads.length - 1)]!; node >= 0; node = following[node]!) {
    if (store.levelOf[node] === level && children.every((child, value) => childOf(store, node, value) === child)) return node;
  }
  return undefined;
};

const addNode = (store: Store, level: number, children: readonly NodeId[], hash: number): NodeId => {
  const node = store.levelOf.length;
  if (node >= maxNodes) throw new DiagramTooLarge(`The decision table needs a diagram of more than ${maxNodes} nodes.`);
  store.levelOf.push(level);
  store.firstChild.push(store.children.length);
  store.children.push(...children);
  link(store.unique, node, hash);
  if (node > store.unique.heads.length) rehash(store);
  return node;
};

const link = ({ heads, following }: UniqueTable, node: NodeId, hash: number): void => {
  const at = hash & (heads.length - 1);
  following[node] = heads[at]!;
  heads[at] = node;
};

const rehash = (store: Store): void => {
  store.unique.heads = new Int32Array(store.unique.heads.length * 4).fill(-1);
  for (let node = store.leafCount; node < store.levelOf.length; node++) {
    link(store.unique, node, hashOf(store.levelOf[node]!, childrenOf(store, node)));
  }
};

export const childrenOf = (store: Store, node: NodeId): readonly NodeId[] => {
  const first = store.firstChild[node]!;
  return store.children.slice(first, first + store.sizes[store.levelOf[node]!]!);
};

export const isLeaf = (store: Store, node: NodeId): boolean => node < store.leafCount;

/** Case by case, the lower (or higher) of the two leaves. */
export const combine = (store: Store, operation: Operation, a: NodeId, b: NodeId): NodeId => {
  const settled = settle(store, operation, a, b);
  if (settled !== undefined) return settled;
  const key = a < b ? a * maxNodes + b : b * maxNodes + a;
  const known = store.memo[operation].get(key);
  if (known !== undefined) return known;
  const level = Math.min(store.levelOf[a]!, store.levelOf[b]!);
  const children = Array.from({ length: store.sizes[level]! }, (_, value) =>
    combine(store, operation, cofactor(store, a, level, value), cofactor(store, b, level, value)),
  );
  const node = nodeOf(store, level, children);
  store.memo[operation].set(key, node);
  return node;
};

const settle = (store: Store, operation: Operation, a: NodeId, b: NodeId): NodeId | undefined => {
  if (a === b) return a;
  const top = store.leafCount - 1;
  const [absorbing, neutral] = operation === 'lower' ? [0, top] : [top, 0];
  if (a === absorbing || b === absorbing) return absorbing;
  if (a === neutral) return b;
  if (b === neutral) return a;
  if (!isLeaf(store, a) || !isLeaf(store, b)) return undefined;
  return operation === 'lower' ? Math.min(a, b) : Math.max(a, b);
};

/** The function that is left of `node` once the fact of `level` has this value. */
export const cofactor = (store: Store, node: NodeId, level: number, value: number): NodeId =>
  store.levelOf[node] === level ? childOf(store, node, value) : node;

/** Folds pairwise, so that the operands stay of like size. `empty` is the answer for no nodes at all. */
export const combineAll = (store: Store, operation: Operation, nodes: readonly NodeId[], empty: NodeId): NodeId => {
  if (nodes.length <= 1) return nodes[0] ?? empty;
  const half = nodes.length >> 1;
  return combine(store, operation, combineAll(store, operation, nodes.slice(0, half), empty), combineAll(store, operation, nodes.slice(half), empty));
};

/** `inside` for the cases in the box, `outside` for all others. `order[level]` is the fact of that level. */
export const boxNode = (store: Store, order: readonly number[], box: Box, inside: NodeId, outside: NodeId): NodeId => {
  let node = inside;
  for (let level = order.length - 1; level >= 0; level--) {
    const values = box[order[level]!];
    if (values) node = nodeOf(store, level, Array.from(values, (accepts) => (accepts ? node : outside)));
  }
  return node;
};

/** The nodes in use under `root`, leaves left out, parents before children. */
export const reachableNodes = (store: Store, root: NodeId): readonly NodeId[] => {
  const seen = new Set<NodeId>();
  const visit = (node: NodeId): void => {
    if (isLeaf(store, node) || seen.has(node)) return;
    seen.add(node);
    for (const child of childrenOf(store, node)) visit(child);
  };
  visit(root);
  return [...seen].sort((a, b) => store.levelOf[a]! - store.levelOf[b]! || a - b);
};
