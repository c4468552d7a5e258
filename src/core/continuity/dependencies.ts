/** Who needs what, in flat arrays: a ranking walks these thousands of times (engine.md §7). */
import type { Id, Landscape, Need, Service, System } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';

/** Why one thing stands on another. `anyOf`: on one of several. */
export const needKinds = ['runsOn', 'need', 'anyOf'] as const;
export type NeedKind = (typeof needKinds)[number];

/**
 * Nodes are numbered: systems by code point from 0, then services by code point. A *need* is one condition of
 * one node and is met while at least one of its alternatives stands; a plain need has one alternative.
 */
export type Dependencies = {
  readonly ids: readonly Id[];
  readonly positions: ReadonlyMap<Id, number>;
  readonly systems: readonly System[];
  readonly services: readonly Service[];
  readonly needs: Needs;
  /** System → the needs in which it is an alternative, each beside the node that states it: read in one stride. */
  readonly usedIn: Lists & { readonly nodes: Int32Array };
};

export type Needs = {
  /** Need → the node that states it. Needs of one node stand together, in the order of the document. */
  readonly node: Int32Array;
  /** Position in `needKinds`. */
  readonly kind: Uint8Array;
  /** Need → its alternatives. */
  readonly alternatives: Lists;
  /** Need → how many alternatives it has. */
  readonly size: Int32Array;
  /** Node → its first need; one more entry at the end. */
  readonly firstOf: Int32Array;
};

/** Lists of numbers behind one another: list `at` is `items[starts[at]] … items[starts[at + 1] - 1]`. */
export type Lists = { readonly starts: Int32Array; readonly items: Int32Array };

export const dependenciesOf = (landscape: Landscape): Dependencies => {
  const systems = landscape.systems.toSorted((a, b) => byCodePoint(a.id, b.id));
  const services = landscape.services.toSorted((a, b) => byCodePoint(a.id, b.id));
  const ids = [...systems, ...services].map(({ id }) => id);
  const positions = new Map(ids.map((id, at) => [id, at]));
  const needs = needsOf([...systems.map(needsOfSystem), ...services.map(needsOfService)], positions);
  const usedIn = inverted(needs.alternatives, systems.length);
  return { ids, positions, systems, services, needs, usedIn: { ...usedIn, nodes: usedIn.items.map((need) => needs.node[need] ?? 0) } };
};

type StatedNeed = { readonly kind: NeedKind; readonly alternatives: readonly Id[] };

const needsOfSystem = (system: System): readonly StatedNeed[] => [
  ...(system.runsOn === undefined ? [] : [{ kind: 'runsOn' as const, alternatives: [system.runsOn] }]),
  ...(system.needs ?? []).map(stated),
];
const needsOfService = (service: Service): readonly StatedNeed[] => service.needs.map(stated);
const stated = (need: Need): StatedNeed =>
  typeof need === 'string' ? { kind: 'need', alternatives: [need] } : { kind: 'anyOf', alternatives: need.anyOf };

const needsOf = (byNode: readonly (readonly StatedNeed[])[], positions: ReadonlyMap<Id, number>): Needs => {
  const all = byNode.flat();
  const firstOf = startsOf(byNode.map(({ length }) => length));
  const node = new Int32Array(all.length);
  for (const at of byNode.keys()) node.fill(at, firstOf[at], firstOf[at + 1]);
  return {
    node,
    kind: Uint8Array.from(all, ({ kind }) => needKinds.indexOf(kind)),
    alternatives: listsOf(all.map(({ alternatives }) => alternatives.map((id) => positionOf(positions, id)))),
    size: Int32Array.from(all, ({ alternatives }) => alternatives.length),
    firstOf,
  };
};

/** INVARIANT: a landscape that was read has no dangling reference (document.ts). */
const positionOf = (positions: ReadonlyMap<Id, number>, id: Id): number => {
  const position = positions.get(id);
  if (position === undefined) throw new Error(`A landscape that was read refers to nothing with id ${id}`);
  return position;
};

const listsOf = (lists: readonly (readonly number[])[]): Lists => ({
  starts: startsOf(lists.map(({ length }) => length)),
  items: Int32Array.from(lists.flat()),
});

const startsOf = (lengths: ArrayLike<number>): Int32Array => {
  const starts = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = starts[at]! + lengths[at]!;
  return starts;
};

/** For each of `count` numbers the lists that hold it. */
const inverted = ({ starts, items }: Lists, count: number): Lists => {
  const lengths = new Int32Array(count);
  for (const item of items) lengths[item]! += 1;
  const ends = startsOf(lengths);
  const used = { starts: ends.slice(), items: new Int32Array(items.length) };
  for (let list = 0; list + 1 < starts.length; list += 1) {
    // Each list grows from its start, so that its numbers ascend.
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) used.items[ends[items[at]!]!++] = list;
  }
  return used;
};

/** A view, not a copy. */
export const itemsOf = ({ starts, items }: Lists, list: number): Int32Array => items.subarray(starts[list], starts[list + 1]);
