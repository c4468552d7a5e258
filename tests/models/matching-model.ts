/** The best pairs as engine.md §10 defines them: every list of pairs that the capacities allow, compared one objective after the other. */
import { capacityOf, type Pair, type Problem } from '../../src/core/matching/problem.ts';
import { byCodePoint } from '../../src/core/order.ts';

const byIds = (one: Pair, other: Pair): number => byCodePoint(one.a, other.a) || byCodePoint(one.b, other.b);

function* allowed(problem: Problem, pairs: readonly Pair[], used: ReadonlyMap<string, number> = new Map()): Generator<readonly Pair[]> {
  const [first, ...others] = pairs;
  if (first === undefined) { yield []; return; }
  yield* allowed(problem, others, used);
  const [a, b] = [used.get(first.a) ?? 0, used.get(first.b) ?? 0];
  if (a >= capacityOf(problem, first.a) || b >= capacityOf(problem, first.b)) return;
  for (const rest of allowed(problem, others, new Map([...used, [first.a, a + 1], [first.b, b + 1]]))) yield [first, ...rest];
}

const round = (value: number): number => Math.round(value * 1e9) / 1e9;
const total = (pairs: readonly Pair[]): number => round(pairs.reduce((sum, { score }) => sum + score, 0));
const distinct = (ids: readonly string[]): number => new Set(ids).size;

const objectiveOf = {
  two: (pairs: readonly Pair[]): readonly number[] => {
    const best = [...Map.groupBy(pairs, ({ a }) => a).values()].map((own) => Math.max(...own.map(({ score }) => score)));
    return [best.length, best.length === 0 ? 0 : Math.min(...best), distinct(pairs.map(({ b }) => b)), total(pairs)];
  },
  one: (pairs: readonly Pair[]): readonly number[] => [pairs.length, pairs.length === 0 ? 0 : Math.min(...pairs.map(({ score }) => score)), total(pairs)],
};

/** Negative where `one` comes first: the better, and of equals the list that comes first; a list comes before what it begins. */
function compare(sided: 'one' | 'two', one: readonly Pair[], other: readonly Pair[]): number {
  const [its, others] = [objectiveOf[sided](one), objectiveOf[sided](other)];
  const better = its.map((value, at) => (others[at] as number) - value).find((difference) => difference !== 0);
  if (better !== undefined) return better;
  const at = one.findIndex((pair, index) => other[index] === undefined || byIds(pair, other[index]) !== 0);
  if (at < 0) return one.length - other.length;
  return other[at] === undefined ? 1 : byIds(one[at] as Pair, other[at]);
}

export function bestByTrying(sided: 'one' | 'two', problem: Problem): { readonly pairs: readonly Pair[]; readonly objective: readonly number[] } {
  const single = sided === 'two' ? problem : { ...problem, capacity: new Map([...problem.capacity].map(([id, room]) => [id, Math.min(1, room)])) };
  let best: readonly Pair[] = [];
  for (const pairs of allowed(single, problem.pairs.toSorted(byIds))) if (compare(sided, pairs, best) < 0) best = pairs;
  return { pairs: best, objective: objectiveOf[sided](best) };
}
