/**
 * Checks that pairs are the best there can be, from the prices that come with them, without knowing how they were
 * found. Shares nothing with the solver but the words of its certificate. Exact: whole numbers of any size.
 *
 * Whoever pays for every pair `price of a's place − price of b`, and for every place what it is worth, can never be
 * had for less than the prices say (linear programming duality); so where the answer costs just that, nothing is better.
 */
import type { OneSidedCertificate, Proof } from './one-sided.ts';
import type { Pair, Problem } from './problem.ts';
import type { Cover, TwoSidedCertificate } from './two-sided.ts';

type Answer<Certificate> = { readonly pairs: readonly Pair[]; readonly certificate: Certificate };

/** `gap`: how far the answer may be from the best, in units; 0n proves it. `faults`: why it is no proof at all. */
export type Checked = { readonly gap: bigint; readonly faults: readonly string[] };

const capacity = (problem: Problem, id: string): number => problem.capacity.get(id) ?? 1;
const key = ({ a, b }: Pair): string => JSON.stringify([a, b]);
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
/** @throws RangeError for a price that is missing or no whole number: that proves nothing. */
const price = (of: Readonly<Record<string, number>>, id: string): bigint => BigInt(of[id] ?? Number.NaN);
const ordered = ({ a, b, score }: Pair): Pair => (a < b ? { a, b, score } : { a: b, b: a, score });
const one = (pair: Pair) => ({ pair, weight: 1n });
const counts = (ids: readonly string[]): Map<string, number> => ids.reduce((all, id) => all.set(id, (all.get(id) ?? 0) + 1), new Map<string, number>());

function faultsOfPairs(problem: Problem, pairs: readonly Pair[]): string[] {
  const known = new Map(problem.pairs.map((pair) => [key(pair), pair.score]));
  return [
    ...pairs.filter((pair) => known.get(key(pair)) !== pair.score).map(({ a, b }) => `${a} and ${b} could not be paired so`),
    ...(new Set(pairs.map(key)).size === pairs.length ? [] : ['a pair is there twice']),
    ...[...counts(pairs.flatMap(({ a, b }) => [a, b]))].filter(([id, times]) => times > capacity(problem, id)).map(([id]) => `${id} is in too many pairs`),
  ];
}

/** Everybody it touches counts once on side a, and with all their room on side b. */
function sizeOfCover(problem: Problem, { a, b }: Cover, pairs: readonly Pair[]): number | null {
  const [inA, inB] = [new Set(a), new Set(b)];
  return pairs.every((pair) => inA.has(pair.a) || inB.has(pair.b)) ? inA.size + [...inB].reduce((sum, id) => sum + capacity(problem, id), 0) : null;
}

export function checkTwoSides(problem: Problem, { pairs, certificate: { units, weight, cover, above, prices } }: Answer<TwoSidedCertificate>): Checked {
  const possible = problem.pairs.filter(({ a, b }) => capacity(problem, a) > 0 && capacity(problem, b) > 0);
  const score = (pair: Pair): bigint => BigInt(Math.round(pair.score * units));
  const best = new Map<string, bigint>();
  for (const pair of pairs) best.set(pair.a, best.get(pair.a) === undefined || score(pair) > best.get(pair.a)! ? score(pair) : best.get(pair.a)!);
  const floor = best.size === 0 ? 0n : [...best.values()].reduce(least);
  const covered = best.size;
  const [ids, others] = [[...new Set(possible.map(({ a }) => a))], [...new Set(possible.map(({ b }) => b))]];
  const [weightA, weightB] = [BigInt(weight.a), BigInt(weight.b)];
  const top = possible.reduce((most, pair) => (score(pair) > most ? score(pair) : most), 0n);
  const sum = (list: readonly string[]): number => list.reduce((all, id) => all + capacity(problem, id), 0);
  const seats = BigInt(Math.min(sum(ids), sum(others)));
  const isSingle = [...ids, ...others].every((id) => capacity(problem, id) === 1);

  // What the cheapest could cost at these prices: every arc that would pay is used in full.
  let bound = 0n;
  const arc = (room: number, reduced: bigint): void => void (bound += BigInt(room) * least(reduced, 0n));
  for (const pair of possible) {
    const isFirst = score(pair) >= floor;
    if (!isFirst && capacity(problem, pair.a) === 1) continue;
    arc(1, -score(pair) + price(prices.b, pair.b) - price(isFirst ? prices.first : prices.more, pair.a));
  }
  for (const id of ids) {
    arc(1, -weightA + price(prices.first, id));
    if (capacity(problem, id) === 1) continue;
    arc(capacity(problem, id) - 1, price(prices.more, id));
    arc(capacity(problem, id) - 1, price(prices.first, id) - price(prices.more, id));
  }
  for (const id of others) {
    arc(1, -weightB - price(prices.b, id));
    if (capacity(problem, id) > 1) arc(capacity(problem, id) - 1, -price(prices.b, id));
  }
  const cost = -(weightA * BigInt(covered) + weightB * BigInt(new Set(pairs.map(({ b }) => b)).size) + pairs.reduce((all, pair) => all + score(pair), 0n));
  return {
    gap: cost - bound,
    faults: [
      ...faultsOfPairs(problem, pairs),
      ...(sizeOfCover(problem, cover, possible) === covered ? [] : ['more of a might have somebody']),
      ...((sizeOfCover(problem, above, possible.filter((pair) => score(pair) > floor)) ?? covered) < covered || covered === 0 ? [] : ['the worst off might have better']),
      // With room for one each, as many of b have somebody as of a.
      ...(possible.length === 0 || weightB > top * seats || (isSingle && weight.b === 0) ? [] : ['covering b does not count enough']),
      ...(possible.length === 0 || weightA > weightB * least(seats, BigInt(others.length)) + top * seats ? [] : ['covering a does not count enough']),
    ],
  };
}

/** How much more than this matching another might weigh; null where the prices prove nothing. */
function gapOfProof(edges: readonly { readonly pair: Pair; readonly weight: bigint }[], isIn: (pair: Pair) => boolean, { prices, oddSets }: Proof): bigint | null {
  const setsOf = new Map<string, Set<number>>();
  oddSets.forEach(({ members }, at) => { for (const member of members) setsOf.set(member, (setsOf.get(member) ?? new Set()).add(at)); });
  const around = ({ a, b }: Pair): bigint => [...(setsOf.get(a) ?? [])].reduce((sum, at) => sum + (setsOf.get(b)?.has(at) ? BigInt(oddSets[at]!.worth) : 0n), 0n);
  const isBelow = edges.some(({ pair, weight }) => BigInt(prices[pair.a] ?? 0) + BigInt(prices[pair.b] ?? 0) + around(pair) < 2n * weight);
  const isWrong = oddSets.some(({ members, worth }) => worth < 0 || members.length % 2 === 0 || new Set(members).size < members.length) || Object.values(prices).some((price) => price < 0);
  if (isBelow || isWrong) return null;
  const bound = Object.values(prices).reduce((sum, price) => sum + BigInt(price), 0n) + oddSets.reduce((sum, { members, worth }) => sum + BigInt(worth) * BigInt((members.length - 1) / 2), 0n);
  return bound - 2n * edges.reduce((sum, { pair, weight }) => sum + (isIn(pair) ? weight : 0n), 0n);
}

export function checkOneSide(problem: Problem, { pairs, certificate: { units, weight, most, above, total } }: Answer<OneSidedCertificate>): Checked {
  const possible = problem.pairs.filter(({ a, b }) => capacity(problem, a) > 0 && capacity(problem, b) > 0);
  const score = (pair: Pair): bigint => BigInt(Math.round(pair.score * units));
  const chosen = new Set(pairs.map((pair) => key(ordered(pair))));
  const isIn = (pair: Pair): boolean => chosen.has(key(ordered(pair)));
  const floor = pairs.length === 0 ? 0n : pairs.map(score).reduce(least);
  const single = { ...problem, pairs: problem.pairs.map(ordered), capacity: new Map([...problem.capacity].map(([id, room]) => [id, Math.min(room, 1)])) };
  const top = possible.reduce((highest, pair) => (score(pair) > highest ? score(pair) : highest), 0n);
  const people = new Set(possible.flatMap(({ a, b }) => [a, b])).size;
  const fewer = gapOfProof(possible.filter((pair) => score(pair) > floor).map(one), () => false, above);
  const gap = gapOfProof(possible.filter((pair) => score(pair) >= floor).map((pair) => ({ pair, weight: BigInt(weight) + score(pair) })), isIn, total);
  return {
    gap: gap ?? -1n,
    faults: [
      ...faultsOfPairs(single, pairs.map(ordered)),
      ...(gapOfProof(possible.map(one), isIn, most) === 0n ? [] : ['there might be more pairs']),
      ...(pairs.length === 0 || (fewer !== null && fewer < BigInt(2 * pairs.length)) ? [] : ['the worst pair might be better']),
      ...(gap === null ? ['the prices prove nothing'] : []),
      ...(possible.length === 0 || BigInt(weight) > top * BigInt(Math.floor(people / 2)) ? [] : ['one more pair does not count enough']),
    ],
  };
}
