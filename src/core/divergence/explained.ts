/**
 * Whether a label explains a distance: only when chance seldom makes as large a one. The people of both groups get
 * their labels by lot, a thousand times, with a seed that is published; the distance must exceed the 95th percentile.
 */
import { type Random, randomFrom } from '../chance/random.ts';
import { type Counts, distance, quantile, total } from './measures.ts';

export const relabellings = 1000;
const percentile = 0.95;

/** As many by lot out of `pool` as the smaller group has; `pool` is left in another order. */
function drawn(pool: Uint16Array, size: number, categories: number, random: Random): number[] {
  const counts = Array.from({ length: categories }, () => 0);
  for (let at = 0; at < size; at += 1) {
    const other = at + Math.floor(random() * (pool.length - at));
    const answer = pool[other] as number;
    pool[other] = pool[at] as number;
    pool[at] = answer;
    counts[answer] = (counts[answer] as number) + 1;
  }
  return counts;
}

/** Rounding of sums must not decide: two distances this near are one. */
const alike = 1e-12;

export function isExplained(some: Counts, others: Counts, seed: string): boolean {
  const random = randomFrom(seed);
  const [small, large] = total(some) <= total(others) ? [some, others] : [others, some];
  const all = small.map((count, at) => count + (large[at] as number));
  const pool = Uint16Array.from(all.flatMap((count, answer) => Array.from({ length: count }, () => answer)));
  const size = total(small);
  const byLot = Array.from({ length: relabellings }, () => {
    const counts = drawn(pool, size, all.length, random);
    return distance(counts, all.map((count, at) => count - (counts[at] as number)));
  });
  return distance(some, others) > quantile(byLot.toSorted((a, b) => a - b), percentile) + alike;
}
