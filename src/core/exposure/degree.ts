/** How far a country can go, best and worst case over the layers (engine.md §4). */
import { noLayers, type LayerSet } from './layer-set.ts';
import type { Prevention } from './prevention.ts';

/** Ordered: none < mitigated < exposed. */
export const degrees = ['none', 'mitigated', 'exposed'] as const;
export type Degree = (typeof degrees)[number];
/** Positions in `degrees`: the best and the worst case. */
export type Range = { readonly best: number; readonly worst: number };

export type Status = Degree | 'possible';

/** The layers that a country reaches for sure, and those of which nobody can tell. INVARIANT: they do not meet. */
export type Reached = { readonly sure: LayerSet; readonly unsure: LayerSet };

const none = 0;
const mitigated = 1;
const exposed = 2;

/** Constants: an assessment speaks of millions. */
const ranges: readonly (readonly Range[])[] = degrees.map((_, best) => degrees.map((_, worst) => ({ best, worst })));
const rangeOf = (best: number, worst: number): Range => ranges[best]![worst]!;

export const disclosureRange = ({ sure, unsure }: Reached, { prevented, open }: Prevention): Range => rangeOf(
  (sure & open) !== noLayers ? exposed : sure !== noLayers ? mitigated : none,
  ((sure | unsure) & ~prevented) !== noLayers ? exposed : (sure | unsure) !== noLayers ? mitigated : none,
);

/** Nothing prevents a cut-off, so it is never mitigated. */
export const cutOffRange = ({ sure, unsure }: Reached): Range =>
  rangeOf(sure !== noLayers ? exposed : none, (sure | unsure) !== noLayers ? exposed : none);

export const statusOf = ({ best, worst }: Range): Status => {
  if (best === exposed) return 'exposed';
  if (worst === none) return 'none';
  return worst === mitigated ? 'mitigated' : 'possible';
};

/** Each case the worst of the two. */
export const worseOf = (a: Range, b: Range): Range => rangeOf(Math.max(a.best, b.best), Math.max(a.worst, b.worst));
export const safe: Range = rangeOf(none, none);
