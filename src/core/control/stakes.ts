/** Effective ownership: how much of an entity reaches whom through all chains of shares (engine.md §3). */
import type { Id } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';
import { chainSums } from './elimination.ts';
import { loopsAbove } from './loops.ts';
import { shareTolerance, type Ownership } from './ownership.ts';

/**
 * `share`: the sum over all chains of the product of their shares, to 1e-9. Through cross-holdings it can
 * exceed 1, as the series does. Null where the series does not converge: a loop of entities that own each
 * other whole, where no figure means anything.
 */
export type Stake = { readonly holder: Id; readonly share: number | null };

/** What no owner row covers, at each entity up the chains (the entity asked for included): never zero by silence. */
export type UnknownStake = { readonly at: Id; readonly share: number | null };

export type Stakes = {
  /** By code point. The entity itself stands here only where a cycle leads back to it. */
  readonly stakes: readonly Stake[];
  /** By code point of `at`. They add up to 1 unless a loop owns itself whole. */
  readonly unknown: readonly UnknownStake[];
};

export const stakesIn = (ownership: Ownership, entity: Id): Stakes => {
  const flow = flowFrom(ownership, entity);
  const ids = [...flow.keys()].sort(byCodePoint);
  return {
    stakes: ids.map((holder) => ({ holder, share: withoutStart(flow.get(holder) ?? 0, holder === entity) })).filter(({ share }) => share === null || share > 0),
    unknown: ids.map((at) => ({ at, share: unknownAt(flow.get(at) ?? 0, uncovered(ownership, at)) })).filter(({ share }) => share === null || share > 0),
  };
};

/** The chain of length 0 from the entity to itself is no ownership. */
const withoutStart = (flow: number, isStart: boolean): number | null => {
  if (!Number.isFinite(flow)) return null;
  const share = isStart ? flow - 1 : flow;
  return share;
};

const unknownAt = (flow: number, remainder: number): number | null =>
  remainder === 0 ? 0 : Number.isFinite(flow) ? flow * remainder : null;

/** The part of an entity that no owner row covers; what lies within the tolerance is covered. */
export const uncovered = (ownership: Ownership, entity: Id): number => {
  const covered = (ownership.holdersOf.get(entity) ?? []).reduce((sum, { share }) => sum + share, 0);
  return covered >= 1 - shareTolerance ? 0 : 1 - covered;
};

/** The providers with an unknown holder, by code point: control and reach do not guess who that is. */
export const unknownHolders = (ownership: Ownership): readonly UnknownStake[] =>
  [...ownership.providers.keys()]
    .sort(byCodePoint)
    .map((at) => ({ at, share: uncovered(ownership, at) }))
    .filter(({ share }) => share > 0);

/** For each entity up the chains, the summed products of all chains that lead to it, the empty one included. */
const flowFrom = (ownership: Ownership, entity: Id): ReadonlyMap<Id, number> => {
  const flow = new Map<Id, number>([[entity, 1]]);
  for (const loop of loopsAbove(ownership, entity)) {
    const inLoop = new Map(loop.map((id, at) => [id, at]));
    const settled = settle(ownership, loop, inLoop, flow);
    for (const [at, id] of loop.entries()) flow.set(id, settled[at] ?? 0);
    for (const id of loop) passUp(ownership, id, inLoop, flow);
  }
  return flow;
};

const passUp = (ownership: Ownership, id: Id, inLoop: ReadonlyMap<Id, number>, flow: Map<Id, number>): void => {
  for (const { owner, share } of ownership.holdersOf.get(id) ?? []) {
    if (!inLoop.has(owner) && share > 0) flow.set(owner, (flow.get(owner) ?? 0) + (flow.get(id) ?? 0) * share);
  }
};

/** The limit of the series inside one strongly connected group: x = b + x·W, solved by elimination. */
const settle = (
  ownership: Ownership,
  loop: readonly Id[],
  inLoop: ReadonlyMap<Id, number>,
  flow: ReadonlyMap<Id, number>,
): readonly number[] => {
  const rows = loop.map((id) => innerShares(ownership, id, inLoop));
  if (rows.every((row) => sum(row.values()) >= 1 - shareTolerance)) return loop.map(() => Infinity);
  const inflow = loop.map((id) => flow.get(id) ?? 0);
  return rows.every((row) => row.size === 0) ? inflow : chainSums(rows, inflow);
};

const innerShares = (ownership: Ownership, id: Id, inLoop: ReadonlyMap<Id, number>): Map<number, number> => {
  const row = new Map<number, number>();
  for (const { owner, share } of ownership.holdersOf.get(id) ?? []) {
    const at = inLoop.get(owner);
    if (at !== undefined && share > 0) row.set(at, share);
  }
  return row;
};

const sum = (values: Iterable<number>): number => Iterator.from(values).reduce((total, value) => total + value, 0);
