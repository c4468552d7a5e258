/** Who holds what in whom, indexed once for every question of engine.md §3. */
import type { Id, Provider } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';

/** Rows of one owner in one entity, taken together: shares add up, control is decisive when any row says so. */
export type Holding = {
  readonly owner: Id;
  readonly owned: Id;
  /** 0…1; 0 where the rows name control only. */
  readonly share: number;
  readonly control: boolean;
};

export type Ownership = {
  readonly providers: ReadonlyMap<Id, Provider>;
  /** What an entity holds in others; absent = nothing. */
  readonly heldBy: ReadonlyMap<Id, readonly Holding[]>;
  /** Who hold an entity; an entry for every provider. */
  readonly holdersOf: ReadonlyMap<Id, readonly Holding[]>;
};

/** Shares are compared and added to this precision (engine.md §2, §3). */
export const shareTolerance = 1e-9;

export const ownershipOf = (providers: readonly Provider[]): Ownership => {
  const holdersOf = new Map(providers.map((provider) => [provider.id, holdingsIn(provider)]));
  // By code point, so that who gained control first, and through whom, does not hang on the order of the document.
  const all = [...holdersOf.values()].flat().sort((a, b) => byCodePoint(a.owned, b.owned));
  return {
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    heldBy: Map.groupBy(all, (holding) => holding.owner),
    holdersOf,
  };
};

const holdingsIn = (provider: Provider): readonly Holding[] =>
  [...Map.groupBy(provider.owners ?? [], (row) => row.provider)]
    .map(([owner, rows]) => ({
      owner,
      owned: provider.id,
      share: rows.reduce((sum, row) => sum + (row.share ?? 0), 0),
      control: rows.some((row) => row.control === true),
    }))
    .sort((a, b) => byCodePoint(a.owner, b.owner));
