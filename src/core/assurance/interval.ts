/** Figures that say how much is unknown (engine.md §6). */

/** 0…1; unknown counts as not satisfied in `lower` and as satisfied in `upper`. Never shown as one number while they differ. */
export type Interval = { readonly lower: number; readonly upper: number };

/** Weights of measures: satisfied for sure, satisfied at best, and applicable at all. */
export type Tally = { readonly satisfied: number; readonly possible: number; readonly applicable: number };

export const emptyTally: Tally = { satisfied: 0, possible: 0, applicable: 0 };
export const addTallies = (a: Tally, b: Tally): Tally => ({
  satisfied: a.satisfied + b.satisfied,
  possible: a.possible + b.possible,
  applicable: a.applicable + b.applicable,
});

/** Undefined where nothing applies: there is no figure then, not a zero. */
export const intervalOf = ({ satisfied, possible, applicable }: Tally): Interval | undefined =>
  applicable === 0 ? undefined : { lower: satisfied / applicable, upper: possible / applicable };
