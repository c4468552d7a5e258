/** Sets of complete cases as yes/no diagrams: which cases fall in a box, in no row, under some outcomes. */
import type { CompiledPolicy } from './compile.ts';
import { boxNode, childrenOf, cofactor, combine, combineAll, createStore, isLeaf, maxNodes, nodeOf, type NodeId, type Store } from './diagram.ts';
import type { FactSets } from './fact-sets.ts';
import type { Box, Row } from './rows.ts';

export const outside: NodeId = 0;
export const inside: NodeId = 1;

/** A store of yes/no diagrams over the facts of one policy, in its order. */
export type Regions = { readonly store: Store; readonly order: readonly number[]; readonly sizes: readonly number[] };

export const createRegions = ({ order, facts }: CompiledPolicy): Regions => {
  const sizes = facts.map((fact) => fact.values.length);
  return { order, sizes, store: createStore(order.map((fact) => sizes[fact]!), 2) };
};

export const boxRegion = ({ store, order }: Regions, box: Box): NodeId => boxNode(store, order, box, inside, outside);

/** The cases that at least one of the rows matches. */
export const rowsRegion = (regions: Regions, rows: readonly Row[]): NodeId =>
  combineAll(regions.store, 'higher', rows.map((row) => boxRegion(regions, row.box)), outside);

export const both = ({ store }: Regions, a: NodeId, b: NodeId): NodeId => combine(store, 'lower', a, b);

export const complement = (regions: Regions, region: NodeId): NodeId => mapped(regions.store, region, (leaf) => 1 - leaf);

const mapped = (store: Store, node: NodeId, leafTo: (leaf: NodeId) => NodeId, known = new Map<NodeId, NodeId>()): NodeId => {
  if (isLeaf(store, node)) return leafTo(node);
  const found = known.get(node);
  if (found !== undefined) return found;
  const made = nodeOf(store, store.levelOf[node]!, childrenOf(store, node).map((child) => mapped(store, child, leafTo, known)));
  known.set(node, made);
  return made;
};

/** The cases whose outcome is one of these (a bit mask over ranks). */
export const outcomeRegion = ({ store, order }: Regions, { diagram, facts }: CompiledPolicy, ranks: number): NodeId => {
  const made = new Int32Array(diagram.first.length);
  const regionOf = (at: number): NodeId => (at < 0 ? Number((ranks & (1 << ~at)) !== 0) : made[at]!);
  for (let node = made.length - 1; node >= 0; node--) {
    const fact = diagram.factOf[node]!;
    const first = diagram.first[node]!;
    const children = diagram.next.subarray(first, first + facts[fact]!.values.length);
    made[node] = nodeOf(store, order.indexOf(fact), Array.from(children, regionOf));
  }
  return regionOf(diagram.root);
};

/** The cases to which `a` and `b` (of one store in the same order) give leaves that are `told`. */
export const leavesRegion = ({ store }: Regions, source: Store, a: NodeId, b: NodeId, told: (a: NodeId, b: NodeId) => boolean): NodeId => {
  const known = new Map<number, NodeId>();
  const regionOf = (left: NodeId, right: NodeId): NodeId => {
    if (isLeaf(source, left) && isLeaf(source, right)) return told(left, right) ? inside : outside;
    const key = left * maxNodes + right;
    const found = known.get(key);
    if (found !== undefined) return found;
    const level = Math.min(source.levelOf[left]!, source.levelOf[right]!);
    const children = Array.from({ length: store.sizes[level]! }, (_, value) =>
      regionOf(cofactor(source, left, level, value), cofactor(source, right, level, value)),
    );
    const made = nodeOf(store, level, children);
    known.set(key, made);
    return made;
  };
  return regionOf(a, b);
};

/** The exact number of complete cases in the region. */
export const countCases = ({ store }: Regions, region: NodeId): bigint => {
  const known = new Map<NodeId, bigint>([[outside, 0n], [inside, 1n]]);
  const skipped = (from: number, to: number): bigint => store.sizes.slice(from, to).reduce((product, size) => product * BigInt(size), 1n);
  const countBelow = (node: NodeId): bigint => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const below = store.levelOf[node]! + 1;
    const count = childrenOf(store, node).reduce((sum, child) => sum + countBelow(child) * skipped(below, store.levelOf[child]!), 0n);
    known.set(node, count);
    return count;
  };
  return countBelow(region) * skipped(0, store.levelOf[region]!);
};

/** Every completion of the sets lies in the region. */
export const holdsThroughout = ({ store, order }: Regions, region: NodeId, sets: FactSets): boolean => {
  const seen = new Set<NodeId>();
  const holds = (node: NodeId): boolean => {
    if (isLeaf(store, node)) return node === inside;
    if (seen.has(node)) return true;
    seen.add(node);
    const set = sets[order[store.levelOf[node]!]!]!;
    return childrenOf(store, node).every((child, value) => !set[value] || holds(child));
  };
  return holds(region);
};
