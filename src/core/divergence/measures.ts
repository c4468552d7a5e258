/**
 * How far ordinal answers lie apart, from their counts per category, lowest first.
 * Every function takes at least one answer; what is undefined for fewer than three categories says so.
 */
export type Counts = readonly number[];

export const total = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

/** The answers themselves, sorted: 1…K. */
const answersOf = (counts: Counts): number[] => counts.flatMap((count, at) => Array.from({ length: count }, () => at + 1));

/** Quantile of type 7 (Hyndman & Fan 1996): linear between the order statistics. @param sorted ascending, not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

export function quartiles(counts: Counts): readonly [number, number, number] {
  const answers = answersOf(counts);
  return [quantile(answers, 0.25), quantile(answers, 0.5), quantile(answers, 0.75)];
}

/** Tastle & Wierman's consensus: 1 where all say the same, 0 where half stands at each end. */
export function consensus(counts: Counts): number {
  const people = total(counts);
  const mean = counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / people;
  const width = counts.length - 1;
  return 1 + counts.reduce((sum, count, at) => (count === 0 ? sum : sum + (count / people) * Math.log2(1 - Math.abs(at + 1 - mean) / width)), 0);
}

/** Van der Eijk's agreement of one layer: a pattern of used and unused categories. */
function agreementOfPattern(used: readonly boolean[]): number {
  const categories = used.length;
  const count = used.filter(Boolean).length;
  if (count === 1) return 1;
  if (count === categories) return 0;
  let [unimodal, bimodal] = [0, 0];
  for (let low = 0; low < categories; low += 1) for (let middle = low + 1; middle < categories; middle += 1) for (let high = middle + 1; high < categories; high += 1) {
    if (used[middle] && used[low] !== used[high]) unimodal += 1;
    if (used[low] && used[high] && !used[middle]) bimodal += 1;
  }
  const shape = ((categories - 2) * unimodal - (categories - 1) * bimodal) / ((categories - 2) * (unimodal + bimodal));
  return shape * (1 - (count - 1) / (categories - 1));
}

/**
 * Van der Eijk's agreement A: −1 two ends, 0 all categories alike, 1 one answer. Three categories at least.
 * Peels the counts into layers of equal height; each layer weighs by its people.
 */
export function agreement(counts: Counts): number {
  const people = total(counts);
  let left = [...counts];
  let sum = 0;
  while (left.some((count) => count > 0)) {
    const used = left.map((count) => count > 0);
    const height = Math.min(...left.filter((count) => count > 0));
    sum += ((height * used.filter(Boolean).length) / people) * agreementOfPattern(used);
    left = left.map((count) => (count > 0 ? count - height : 0));
  }
  return sum;
}

/** Earth mover's distance between two distributions, as a share of the scale: 0 alike, 1 at opposite ends. */
export function distance(some: Counts, others: Counts): number {
  const [allSome, allOthers] = [total(some), total(others)];
  let [below, belowOther, sum] = [0, 0, 0];
  for (let at = 0; at < some.length - 1; at += 1) {
    below += some[at] as number;
    belowOther += others[at] as number;
    sum += Math.abs(below / allSome - belowOther / allOthers);
  }
  return sum / (some.length - 1);
}
