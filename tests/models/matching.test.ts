/** Matching against trying everything, other solvers, and a checker that shares nothing with it (engine.md §10). */
import * as fc from 'fast-check';
import highsLoader from 'highs';
import { munkres } from 'munkres';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/core/chance/random.ts';
import { heaviestMatching } from '../../src/core/matching/blossom.ts';
import { checkOneSide, checkTwoSides } from '../../src/core/matching/certificate.ts';
import { matchOneSide } from '../../src/core/matching/one-sided.ts';
import type { Pair, Problem } from '../../src/core/matching/problem.ts';
import { matchTwoSides } from '../../src/core/matching/two-sided.ts';
import { bestByTrying } from './matching-model.ts';
import { runs } from './runs.ts';

const score = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0.1, 0.25, 0.333333, 0.5, 0.75, 1));
const room = fc.constantFrom(0, 1, 1, 1, 2, 3);
const twoSided = fc.record({ a: fc.integer({ min: 1, max: 4 }), b: fc.integer({ min: 1, max: 4 }) }).chain(({ a, b }) =>
  fc.record({
    cells: fc.array(fc.record({ a: fc.nat(a - 1), b: fc.nat(b - 1), score }), { maxLength: 9 }),
    rooms: fc.array(room, { minLength: a + b, maxLength: a + b }),
  }).map(({ cells, rooms }): Problem => {
    const pairs = [...new Map(cells.map((cell) => [`${cell.a} ${cell.b}`, { a: `a${cell.a}`, b: `b${cell.b}`, score: cell.score }])).values()];
    return { pairs, capacity: new Map(rooms.map((of, at) => [at < a ? `a${at}` : `b${at - a}`, of])) };
  }));
const oneSided = fc.array(fc.record({ i: fc.nat(6), j: fc.nat(6), score }), { maxLength: 10 }).map((cells): Problem => ({
  pairs: [...new Map(cells.filter(({ i, j }) => i !== j).map(({ i, j, score: fit }) => [`${Math.min(i, j)} ${Math.max(i, j)}`, { a: `p${Math.min(i, j)}`, b: `p${Math.max(i, j)}`, score: fit }])).values()],
  capacity: new Map(),
}));
const near = (objective: readonly number[]) => objective.map((value) => expect.closeTo(value, 9));

describe('two sides', () => {
  it('have the pairs that trying everything finds, with a proof that a stranger can check', () => {
    fc.assert(fc.property(twoSided, (problem) => {
      const found = matchTwoSides(problem);
      const best = bestByTrying('two', problem);
      expect([found.objective, found.pairs]).toEqual([near(best.objective), best.pairs]);
      expect(checkTwoSides(problem, found)).toEqual({ gap: 0n, faults: [] });
    }), { numRuns: runs(1500) });
  });

  it('do not depend on the order in which people were given', () => {
    fc.assert(fc.property(twoSided.chain((problem) => fc.tuple(fc.constant(problem), fc.shuffledSubarray([...problem.pairs], { minLength: problem.pairs.length }))), ([problem, pairs]) => {
      expect(matchTwoSides({ ...problem, pairs })).toEqual(matchTwoSides(problem));
    }), { numRuns: runs(200) });
  });

  it('the teaching example of a peer: 14, where row by row gives 12', () => {
    const pairs = [['m1', 'A', 8], ['m1', 'B', 5], ['m2', 'A', 9], ['m2', 'B', 4]] as const;
    expect(matchTwoSides({ pairs: pairs.map(([a, b, fit]) => ({ a, b, score: fit })), capacity: new Map() })).toMatchObject({ total: 14, pairs: [{ a: 'm1', b: 'B' }, { a: 'm2', b: 'A' }] });
  });

  it('a stable pair may be taken apart for the whole: 18, not 11', () => {
    const pairs = [['a', '1', 10], ['a', '2', 9], ['b', '1', 9], ['b', '2', 1]] as const;
    expect(matchTwoSides({ pairs: pairs.map(([a, b, fit]) => ({ a, b, score: fit })), capacity: new Map() }).total).toBe(18);
  });

  it('nobody, and nobody who can be paired', () => {
    expect(matchTwoSides({ pairs: [], capacity: new Map() })).toMatchObject({ pairs: [], unmatched: [], lowest: null, total: 0, objective: [0, 0, 0, 0] });
    expect(matchTwoSides({ pairs: [{ a: 'x', b: 'y', score: 1 }], capacity: new Map([['y', 0], ['z', 1]]) })).toMatchObject({ pairs: [], unmatched: ['x', 'y', 'z'] });
  });

  it('as dense as it gets, the total is that of the Hungarian method of another', () => {
    const random = randomFrom('dense');
    const size = 60;
    const cost = Array.from({ length: size }, () => Array.from({ length: size }, () => Math.floor(random() * 1000)));
    const pairs = cost.flatMap((row, i) => row.map((value, j): Pair => ({ a: `a${i}`, b: `b${j}`, score: value })));
    const found = matchTwoSides({ pairs, capacity: new Map() });
    // The floor may cost some of the total: the same pairs from the floor on.
    const allowed = cost.map((row) => row.map((value) => (value >= (found.lowest ?? 0) ? -value : 1e6)));
    expect(found.total).toBe(munkres(allowed).reduce((sum, [i, j]) => sum + (cost[i]?.[j] ?? 0), 0));
  });

  it('with room for several, the total is that of a linear programme of another', async () => {
    const random = randomFrom('rooms');
    const pairs = Array.from({ length: 40 }, (_, i) => Array.from({ length: 30 }, (_unused, j): Pair => ({ a: `a${i}`, b: `b${j}`, score: Math.floor(random() * 50) }))).flat().filter(() => random() < 0.3);
    const capacity = new Map([...Array.from({ length: 40 }, (_, i) => [`a${i}`, 2] as const), ...Array.from({ length: 30 }, (_, j) => [`b${j}`, 3] as const)]);
    const found = matchTwoSides({ pairs, capacity });
    const [covered, lowest, others] = found.objective;
    const ids = (side: 'a' | 'b'): string[] => [...new Set(pairs.map((pair) => pair[side]))];
    const of = (side: 'a' | 'b', id: string, least = 0): string => pairs.flatMap((pair, at) => (pair[side] === id && pair.score >= least ? [`x${at}`] : [])).join(' + ') || '0 x0';
    const lines = [
      'Maximize', ` obj: ${pairs.map(({ score: fit }, at) => `${fit} x${at}`).join(' + ')}`, 'Subject To',
      ...ids('a').flatMap((id) => [` ${of('a', id)} - 2 c${id} <= 0`, ` ${of('a', id, lowest)} - c${id} >= 0`]), ` ${ids('a').map((id) => `c${id}`).join(' + ')} >= ${covered}`,
      ...ids('b').flatMap((id) => [` ${of('b', id)} <= 3`, ` ${of('b', id)} - c${id} >= 0`]), ` ${ids('b').map((id) => `c${id}`).join(' + ')} >= ${others}`,
      'Binary', ` ${pairs.map((_, at) => `x${at}`).join(' ')} ${[...ids('a'), ...ids('b')].map((id) => `c${id}`).join(' ')}`, 'End',
    ];
    // Its types say module, its module is a function.
    const highs = await (highsLoader as unknown as () => Promise<{ readonly solve: (programme: string) => { readonly ObjectiveValue: number } }>)();
    expect(highs.solve(lines.join('\n')).ObjectiveValue).toBeCloseTo(found.total, 6);
  });
});

describe('one circle', () => {
  it('has the pairs that trying everything finds, with a proof that a stranger can check', () => {
    fc.assert(fc.property(oneSided, (problem) => {
      const found = matchOneSide(problem);
      const best = bestByTrying('one', problem);
      expect([found.objective, found.pairs]).toEqual([near(best.objective), best.pairs]);
      expect(checkOneSide(problem, found)).toEqual({ gap: 0n, faults: [] });
    }), { numRuns: runs(1500) });
  });

  it('the heaviest of a larger circle is proven by its prices', () => {
    const random = randomFrom('circle');
    const edges = Array.from({ length: 600 }, () => ({ i: Math.floor(random() * 80), j: Math.floor(random() * 80), weight: Math.floor(random() * 100) })).filter(({ i, j }) => i !== j);
    const { mates, prices, oddSets } = heaviestMatching(80, edges);
    const bound = prices.reduce((sum, price) => sum + price, 0) + oddSets.reduce((sum, { members, worth }) => sum + (worth * (members.length - 1)) / 2, 0);
    const weights = new Map<string, number>();
    for (const { i, j, weight } of edges) if (mates[i] === j) weights.set([Math.min(i, j), Math.max(i, j)].join(), Math.max(weight, weights.get([Math.min(i, j), Math.max(i, j)].join()) ?? 0));
    expect(2 * [...weights.values()].reduce((sum, weight) => sum + weight, 0)).toBe(bound);
  });
});

describe('the checker', () => {
  const problem: Problem = { pairs: [{ a: 'x', b: 'y', score: 2 }, { a: 'x', b: 'z', score: 3 }, { a: 'w', b: 'y', score: 1 }], capacity: new Map() };
  const found = matchTwoSides(problem);
  it.each([
    ['a worse answer', { ...found, pairs: [{ a: 'x', b: 'y', score: 2 }] }],
    ['a pair that could not be', { ...found, pairs: [...found.pairs, { a: 'w', b: 'z', score: 9 }] }],
    ['other prices', { ...found, certificate: { ...found.certificate, prices: { ...found.certificate.prices, b: { y: 5, z: 0 } } } }],
    ['a cover that leaves a pair out', { ...found, certificate: { ...found.certificate, cover: { a: [], b: ['z'] } } }],
  ])('does not believe %s', (_, answer) => {
    const { gap, faults } = checkTwoSides(problem, answer);
    expect(gap === 0n && faults.length === 0).toBe(false);
  });
});
