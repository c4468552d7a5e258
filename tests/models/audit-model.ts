/** The audit as the definition has it: every small set of people, and whether its indicator is a combination of groups, in exact fractions. */
import type { Group } from '../../src/core/divergence/audit.ts';

type Fraction = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (a: bigint, b: bigint): Fraction => {
  const divisor = gcd(a, b) || 1n;
  return b < 0n ? [-a / divisor, -b / divisor] : [a / divisor, b / divisor];
};
const minusTimes = ([a, b]: Fraction, [c, d]: Fraction, [e, f]: Fraction): Fraction => fraction(a * d * f - c * e * b, b * d * f);
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d, b * c);

function rankOf(given: readonly (readonly Fraction[])[]): number {
  const rows = given.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = rows.findIndex((row, at) => at >= rank && row[column]?.[0] !== 0n);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found] as Fraction[], rows[rank] as Fraction[]];
    const pivot = rows[rank] as Fraction[];
    for (let other = rank + 1; other < rows.length; other += 1) {
      const factor = over((rows[other] as Fraction[])[column] as Fraction, pivot[column] as Fraction);
      rows[other] = (rows[other] as Fraction[]).map((value, at) => minusTimes(value, factor, pivot[at] as Fraction));
    }
    rank += 1;
  }
  return rank;
}

const indicator = (people: readonly string[], some: readonly string[]): Fraction[] => people.map((person) => [some.includes(person) ? 1n : 0n, 1n]);

function* subsets(people: readonly string[], most: number): Generator<readonly string[]> {
  if (people.length === 0) { yield []; return; }
  const [first, ...others] = people as [string, ...string[]];
  for (const rest of subsets(others, most)) {
    yield rest;
    if (rest.length < most) yield [first, ...rest];
  }
}

export function pointsAtSomeoneByTrying(groups: readonly Group[], least: number): boolean {
  const people = [...new Set(groups.flatMap((group) => group.people))];
  const rows = groups.map((group) => indicator(people, group.people));
  const rank = rankOf(rows);
  for (const some of subsets(people, least - 1)) if (some.length > 0 && rankOf([...rows, indicator(people, some)]) === rank) return true;
  return false;
}
