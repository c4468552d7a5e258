/**
 * The same diagram with neighbouring facts joined into one step, for the hot path: a complete case becomes
 * one small number (digit) per step, and a walk is a handful of dependent loads without a branch.
 *
 * INVARIANT: every walk takes every step; a function that does not depend on a step passes through it.
 */
import { cofactor, type NodeId, type Store } from './diagram.ts';

export type JoinedDiagram = {
  /** The facts of all steps behind one another: the digit of a step is Σ value index × stride. */
  readonly facts: Uint16Array;
  readonly strides: Uint16Array;
  /** Per step: where its facts end. */
  readonly ends: Uint16Array;
  /** `next[at + digit]` is the next `at`; after the last step it is the rank of the outcome. */
  readonly next: Int32Array;
  readonly root: number;
};

/** Entries of `next` above which smaller steps are taken, so that the table stays in the cache. */
const roomyEntries = 2 ** 16;

export const join = (store: Store, order: readonly number[], root: NodeId): JoinedDiagram => {
  for (const widest of [256, 64, 16]) {
    const spans = spansOf(store.sizes, widest);
    const layers = layersOf(store, spans, root, roomyEntries);
    if (layers) return joined(store, order, root, spans, layers);
  }
  const spans = spansOf(store.sizes, 1);
  return joined(store, order, root, spans, layersOf(store, spans, root, Infinity)!);
};

const joined = (store: Store, order: readonly number[], root: NodeId, spans: readonly Span[], layers: readonly Layer[]): JoinedDiagram => {
  const starts = startsOf(layers);
  const next = layers.flatMap(({ rows }, at) => placed(rows, placeIn(layers[at + 1], starts[at + 1]!)));
  return {
    facts: Uint16Array.from(order),
    strides: Uint16Array.from(spans.flatMap((span) => stridesIn(store, span))),
    ends: Uint16Array.from(spans, ({ to }) => to),
    next: Int32Array.from(next),
    root: spans.length === 0 ? root : 0,
  };
};

/** Where a walk stands before a step (`states`), and per state and digit where it stands after. */
type Layer = { readonly size: number; readonly states: readonly NodeId[]; readonly rows: readonly (readonly NodeId[])[] };

/** `undefined` where the table would need more than `mostEntries`. */
const layersOf = (store: Store, spans: readonly Span[], root: NodeId, mostEntries: number): readonly Layer[] | undefined => {
  const layers: Layer[] = [];
  let states: readonly NodeId[] = [root];
  let entries = 0;
  for (const span of spans) {
    entries += states.length * span.size;
    if (entries > mostEntries) return undefined;
    const rows = states.map((state) => destinations(store, span, state));
    layers.push({ size: span.size, states, rows });
    states = [...new Set(rows.flat())];
  }
  return layers;
};

const startsOf = (layers: readonly Layer[]): readonly number[] => {
  const starts = [0];
  for (const { size, states } of layers) starts.push(starts.at(-1)! + size * states.length);
  return starts;
};

const placed = (rows: Layer['rows'], place: (node: NodeId) => number): readonly number[] => rows.flatMap((row) => row.map(place));

/** After the last step only leaves are left, whose node id is the rank. */
const placeIn = (layer: Layer | undefined, start: number): ((node: NodeId) => number) => {
  if (!layer) return (leaf) => leaf;
  const places = new Map(layer.states.map((state, index) => [state, start + index * layer.size]));
  return (node) => places.get(node)!;
};

/** Per digit of the step: where a walk that enters at `state` comes out. The first level has stride 1. */
const destinations = (store: Store, span: Span, state: NodeId): readonly NodeId[] =>
  Array.from({ length: span.size }, (_, digit) => destination(store, span, state, digit));

const destination = (store: Store, { from, to }: Span, state: NodeId, digit: number): NodeId => {
  let node = state;
  for (let level = from, rest = digit; level < to; level++) {
    const size = store.sizes[level]!;
    node = cofactor(store, node, level, rest % size);
    rest = Math.floor(rest / size);
  }
  return node;
};

/** Levels `from` up to, not including, `to`. */
type Span = { readonly from: number; readonly to: number; readonly size: number };

const spansOf = (sizes: readonly number[], widest: number): readonly Span[] => {
  const spans: Span[] = [];
  for (const [level, size] of sizes.entries()) {
    const last = spans.at(-1);
    if (last && last.size * size <= widest) spans[spans.length - 1] = { from: last.from, to: level + 1, size: last.size * size };
    else spans.push({ from: level, to: level + 1, size });
  }
  return spans;
};

const stridesIn = ({ sizes }: Store, { from, to }: Span): readonly number[] =>
  sizes.slice(from, to).map((_, at) => sizes.slice(from, from + at).reduce((product, values) => product * values, 1));
