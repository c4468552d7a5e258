/** The company-control problem (engine.md §3): who decides over whom, through whatever chain of holdings. */
import type { Id } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';
import { shareTolerance, type Holding, type Ownership } from './ownership.ts';

/** An entity that is controlled, with the holdings that together were enough, each by one controlled before it. */
export type Controlled = { readonly entity: Id; readonly through: readonly Holding[] };

/**
 * Everything `entity` controls, itself first and then in the order in which control is gained.
 *
 * A worklist in place of rounds over all entities: each holding is looked at once, when its owner comes under
 * control, so one entity costs no more than the holdings of what it controls.
 */
export const controlledBy = (ownership: Ownership, entity: Id): ReadonlyMap<Id, Controlled> => {
  const controlled = new Map<Id, Controlled>([[entity, { entity, through: [] }]]);
  const gathered = new Map<Id, { share: number; holdings: Holding[] }>();
  // Iterating a Map also visits what is added meanwhile: the Map is its own worklist.
  for (const { entity: owner } of controlled.values()) {
    for (const holding of ownership.heldBy.get(owner) ?? []) {
      if (controlled.has(holding.owned)) continue;
      const through = enoughWith(holding, gathered);
      if (through) controlled.set(holding.owned, { entity: holding.owned, through });
    }
  }
  return controlled;
};

/** Adds a holding to those gathered in the same entity; the holdings that give control, once they do. */
const enoughWith = (
  holding: Holding,
  gathered: Map<Id, { share: number; holdings: Holding[] }>,
): readonly Holding[] | undefined => {
  if (holding.control) return [holding];
  const sum = gathered.get(holding.owned) ?? { share: 0, holdings: [] };
  gathered.set(holding.owned, sum);
  sum.share += holding.share;
  sum.holdings.push(holding);
  return sum.share > 0.5 + shareTolerance ? sum.holdings : undefined;
};

/** The ids that `entity` controls, itself included: the `group:` of a scenario (engine.md §7). By code point. */
export const groupOf = (ownership: Ownership, entity: Id): readonly Id[] =>
  [...controlledBy(ownership, entity).keys()].sort(byCodePoint);

/** For every provider, the *others* that control it, by code point. */
export type Controllers = ReadonlyMap<Id, readonly Id[]>;

export const controllers = (ownership: Ownership): Controllers => {
  const found = new Map<Id, Id[]>([...ownership.providers.keys()].map((id) => [id, []]));
  // Entities in code-point order, so that every list of controllers comes out sorted.
  for (const entity of [...ownership.heldBy.keys()].sort(byCodePoint)) {
    for (const owned of controlledBy(ownership, entity).keys()) {
      if (owned !== entity) found.get(owned)?.push(entity);
    }
  }
  return found;
};

/**
 * Why `entity` controls `target`: the holdings that give it, in an order in which every owner is `entity`
 * itself or was gained by a holding before. Empty for itself; undefined when it does not control.
 */
export const controlChain = (ownership: Ownership, entity: Id, target: Id): readonly Holding[] | undefined =>
  chainWithin(controlledBy(ownership, entity), target);

/** The same, for a caller who has what `controlledBy` found. */
export const chainWithin = (controlled: ReadonlyMap<Id, Controlled>, target: Id): readonly Holding[] | undefined => {
  if (!controlled.has(target)) return undefined;
  const needed = new Set([target]);
  for (const id of needed) for (const { owner } of controlled.get(id)?.through ?? []) needed.add(owner);
  return [...controlled.values()].filter(({ entity: id }) => needed.has(id)).flatMap(({ through }) => through);
};
