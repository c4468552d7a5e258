/** Who could be paired with whom, and how well that fits (engine.md §10). */

/** `score`: how well they fit; any number from 0 up. */
export type Pair = { readonly a: string; readonly b: string; readonly score: number };

export type Problem = {
  readonly pairs: readonly Pair[];
  /** In how many pairs somebody can be; 1 for who is not named, 0 for who sits this one out. */
  readonly capacity: ReadonlyMap<string, number>;
};

export const capacityOf = ({ capacity }: Problem, id: string): number => capacity.get(id) ?? 1;

/** Sums of whole numbers below this are exact. */
const exactBelow = 2 ** 52;

const decimalsOf = (score: number): number => {
  const [digits = '', exponent = '0'] = String(score).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
};

/**
 * Scores as whole numbers, so that no rounding decides. @param room how often the largest sum must fit once more.
 * @returns how many units 1 is: ten to as many decimals as the scores have, nine at most, fewer where sums would not fit.
 */
export function unitsOf(scores: readonly number[], room: number): number {
  const highest = scores.reduce((most, score) => Math.max(most, score), 1);
  let decimals = scores.reduce((most, score) => Math.max(most, decimalsOf(score)), 0);
  decimals = Math.min(decimals, 9);
  while (decimals > 0 && highest * 10 ** decimals * room > exactBelow) decimals -= 1;
  return 10 ** decimals;
}
