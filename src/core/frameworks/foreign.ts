/**
 * Who from outside a union of countries holds how much, and who decides: the rules of SecNumCloud 3.2, section 19.6,
 * and their kin, over the ownership graph. What no owner row covers may be anybody's; a named owner of whom nothing
 * more is written down is the end of the chain (decision 0240).
 */
import type { ControlView } from '../control/control-view.ts';
import { ownershipOf, shareTolerance, type Ownership } from '../control/ownership.ts';
import { stakesIn } from '../control/stakes.ts';
import type { CountryCode, Id, Provider } from '../landscape/document.ts';
import type { Bounds } from './standing.ts';
import type { Said } from './step.ts';

export const mostOfOne = 0.24;
export const mostTogether = 0.39;

type IsInside = (country: CountryCode) => boolean;
type Stakes = readonly { readonly share: number | null }[];
/** Null where a loop of companies that own each other whole makes every figure meaningless. */
const sum = (stakes: Stakes): number | null => stakes.reduce<number | null>((total, { share }) => (total === null || share === null ? null : total + share), 0);

type Unknown = { readonly at: Id; readonly share: number | null };
/** INVARIANT: of the provider that is asked about, silence is never an owner from inside. */
const openAt = ({ holdersOf }: Ownership, provider: Id, unknown: readonly Unknown[]): readonly Unknown[] => unknown.filter(({ at }) => at === provider || (holdersOf.get(at) ?? []).length > 0);

/** The largest share that one holder from outside has, through all chains; at worst all that is unknown is one holder's. */
export function largestForeignStake(view: ControlView, provider: Id, isInside: IsInside): Bounds | null {
  const { stakes, unknown } = stakesIn(view.ownership, provider);
  const foreign = stakes.filter(({ holder }) => !isInside(view.ownership.providers.get(holder)?.country ?? ''));
  if (foreign.some(({ share }) => share === null)) return null;
  const lower = Math.max(0, ...foreign.map(({ share }) => share ?? 0));
  const open = sum(openAt(view.ownership, provider, unknown));
  return open === null ? null : { lower, upper: lower + open };
}

/** Together: each chain counts once, at the first holder from outside that it meets; what lies behind them is theirs already. */
export function jointForeignStake(providers: readonly Provider[], provider: Id, isInside: IsInside): Bounds | null {
  const cut = ownershipOf(providers.map((one) => (one.id === provider || isInside(one.country) ? one : { ...one, owners: [] })));
  const isForeign = (id: Id): boolean => id !== provider && !isInside(cut.providers.get(id)?.country ?? '');
  const { stakes, unknown } = stakesIn(cut, provider);
  const lower = sum(stakes.filter(({ holder }) => isForeign(holder)));
  const open = sum(openAt(cut, provider, unknown).filter(({ at }) => !isForeign(at)));
  return lower === null || open === null ? null : { lower, upper: lower + open };
}

export function isAtMost(stake: Bounds | null, most: number): Said {
  if (stake === null) return 'unknown';
  if (stake.lower > most + shareTolerance) return 'no';
  return stake.upper <= most + shareTolerance ? 'yes' : 'unknown';
}
