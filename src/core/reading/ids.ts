/** Ids that are given out once, and references to them. */
import type { Fault, Path } from '../fault.ts';
import { pathText } from '../fault.ts';
import { foldId, short } from './characters.ts';
import { nearestAmong } from './nearest.ts';
import { pathOf, type ReadingFaultCode, report, type Spot } from './spot.ts';

export type GivenIds = {
  /** @param item what carries the id; the object around the spot unless said otherwise. */
  readonly claim: (id: string, spot: Spot<ReadingFaultCode>, item?: Spot<ReadingFaultCode> | null) => void;
};

/** One name space: no two ids in it are equal, or look alike. */
export function givenIds(): GivenIds {
  const first = new Map<string, { readonly id: string; readonly path: Path }>();
  return {
    claim: (id, spot, item = spot.around) => {
      const fold = foldId(id);
      const other = first.get(fold);
      if (other === undefined) first.set(fold, { id, path: item ? pathOf(item) : [] });
      else report(spot, other.id === id ? 'id-duplicate' : 'id-lookalike', { id, other: other.id, first: pathText(other.path) });
    },
  };
}

/** Known ids that can be referred to, and what a mistyped one was meant to be. */
export type KnownIds = { readonly has: (id: string) => boolean; readonly details: (id: string) => Fault['details'] };

export function knownIds(ids: Iterable<string>): KnownIds {
  const known = ids instanceof Set ? (ids as ReadonlySet<string>) : new Set(ids);
  let near: ((word: string) => string) | undefined;
  return {
    has: (id) => known.has(id),
    details: (id) => ({ id: short(id), nearest: (near ??= nearestAmong(known))(id) }),
  };
}
