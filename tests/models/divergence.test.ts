/** How far answers lie apart, who can be seen, and what is withheld. Vectors and attacks: facts/people-and-participation.md §§4.2, 5.2; rules R1–R20: §4.4. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/core/chance/random.ts';
import { type Group, pointsAtSomeone } from '../../src/core/divergence/audit.ts';
import { type Answer, diverge, floorsFrom, type QuestionShown } from '../../src/core/divergence/diverge.ts';
import { agreement, consensus, distance, quartiles } from '../../src/core/divergence/measures.ts';
import { withheld } from '../../src/core/divergence/withhold.ts';
import { pointsAtSomeoneByTrying } from './audit-model.ts';

const vectors = [
  [[30, 40, 210, 130, 530, 50, 10], 0.7256876, 0.6113333, [3, 5, 5]],
  [[19, 16, 26, 29, 10], 0.5184145, 0.205, [2, 3, 4]],
  [[50, 0, 0, 0, 50], 0, -1, [1, 3, 5]],
  [[20, 20, 20, 20, 20], 0.433985, 0, [2, 3, 4]],
  [[0, 0, 100, 0, 0], 1, 1, [3, 3, 3]],
  [[0, 50, 50, 0, 0], 0.8073549, 0.75, [2, 2.5, 3]],
  [[0, 50, 0, 50, 0], 0.5849625, 0.1666667, [2, 3, 4]],
  [[10, 20, 40, 20, 10], 0.633985, 0.35, [2, 3, 4]],
  [[2, 1, 0, 1, 2], 0.1949875, -0.4259259, [1.25, 3, 4.75]],
  [[5, 3, 1, 3, 8], 0.2397273, -0.1055556, [1.75, 4, 5]],
  [[1, 0, 0, 0, 9], 0.5310044, 0.6, [5, 5, 5]],
] as const;

describe('measures', () => {
  it.each(vectors)('of %j are those of the literature', (counts, itsConsensus, itsAgreement, itsQuartiles) => {
    expect(consensus(counts)).toBeCloseTo(itsConsensus, 6);
    expect(agreement(counts)).toBeCloseTo(itsAgreement, 6);
    expect(quartiles(counts)).toEqual(itsQuartiles);
  });

  it.each([[[1, 1, 0, 1], -0.222222], [[1, 0, 0, 1], -1], [[1, 1, 0, 1, 1], -0.138889], [[1, 1, 1, 0, 0], 0.5]] as const)('agreement of the pattern %j is %d', (pattern, expected) => expect(agreement(pattern)).toBeCloseTo(expected, 6));

  it.each([[[0, 1, 3, 4, 2], [4, 3, 2, 1, 0], 0.425], [[0, 0, 0, 3, 5], [5, 3, 0, 0, 0], 0.8125], [[0, 5, 0, 5, 0], [0, 0, 10, 0, 0], 0.25]] as const)('the distance between %j and %j is %d', (some, others, expected) => expect(distance(some, others)).toBeCloseTo(expected, 6));

  const counts = fc.array(fc.nat(20), { minLength: 3, maxLength: 9 }).filter((list) => list.some((count) => count > 0));
  it('stay within their range, and do not ask which end is which', () => {
    fc.assert(fc.property(counts, (list) => {
      expect(agreement(list)).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(agreement(list)).toBeLessThanOrEqual(1 + 1e-9);
      expect(agreement(list.toReversed())).toBeCloseTo(agreement(list), 9);
      expect(consensus(list)).toBeGreaterThanOrEqual(-1e-9);
      expect(consensus(list.toReversed())).toBeCloseTo(consensus(list), 9);
      expect(distance(list, list)).toBe(0);
      expect(distance(list, list.toReversed())).toBeCloseTo(distance(list.toReversed(), list), 12);
    }));
  });
});

const people = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => `p${from + at}`);
const group = (id: string, ...members: readonly string[]): Group => ({ id, people: members });

describe('R4 the audit over everything ever published', () => {
  it('attack 1, triple difference: everyone less two groups is one person', () => {
    expect(pointsAtSomeone([group('all', ...people(1, 12)), group('x', ...people(1, 6)), group('y', ...people(7, 11))], 5)).toBe(true);
    expect(pointsAtSomeone([group('all', ...people(1, 12)), group('x', ...people(1, 6)), group('y and z', ...people(7, 12))], 5)).toBe(false);
  });

  it('attack 2, crossing: margins are safe, one legal cell beside them is not', () => {
    const [roleOne, roleTwo] = [people(1, 8), people(9, 15)];
    const margins = [group('all', ...people(1, 15)), group('role 1', ...roleOne), group('role 2', ...roleTwo), group('gen 1', ...people(1, 7), ...people(9, 10)), group('gen 2', 'p8', ...people(11, 15))];
    expect(pointsAtSomeone(margins, 5)).toBe(false);
    expect(pointsAtSomeone([...margins, group('role 1 × gen 1', ...people(1, 7))], 5)).toBe(true);
  });

  it('attack 5, joiner and leaver: two waves of one team that differ by one person', () => {
    expect(pointsAtSomeone([group('spring', ...people(1, 8)), group('autumn', ...people(1, 9))], 5)).toBe(true);
    expect(pointsAtSomeone([group('spring', ...people(1, 8)), group('autumn', ...people(1, 3), ...people(9, 14))], 5)).toBe(false);
  });

  it('agrees with trying every small set in exact fractions', () => {
    const groups = fc.integer({ min: 4, max: 9 }).chain((size) => fc.tuple(fc.array(fc.subarray(people(1, size), { minLength: 1 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 2, max: 5 })));
    fc.assert(fc.property(groups, ([lists, least]) => {
      const given = lists.map((members, at) => group(String(at), ...members));
      expect(pointsAtSomeone(given, least)).toBe(pointsAtSomeoneByTrying(given, least));
    }), { numRuns: 300 });
  });

  it('lets two hundred groups by chance over five thousand people through, and finds the one that points at somebody', () => {
    const all = people(1, 5000);
    const random = randomFrom('two hundred groups');
    const many = Array.from({ length: 200 }, (_, at) => group(`g${at}`, ...all.filter(() => random() < 0.3)));
    expect(pointsAtSomeone(many, 5)).toBe(false);
    expect(pointsAtSomeone([...many, group('g0 and one more', ...(many[0] as Group).people, all.find((person) => !(many[0] as Group).people.includes(person)) as string)], 5)).toBe(true);
  });

  it('R5 withholds the fewest groups, and what is left points at nobody', () => {
    const parts = [group('x', ...people(1, 6)), group('y', ...people(7, 11))];
    expect(withheld([group('all', ...people(1, 12))], parts, 5).map(({ id }) => id)).toEqual(['y']);
    const some = fc.array(fc.subarray(people(1, 14), { minLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(some, (lists) => {
      const all = group('all', ...people(1, 14));
      const wanted = lists.map((members, at) => group(String(at), ...members));
      const hidden = withheld([all], wanted, 5);
      expect(pointsAtSomeone([all, ...wanted.filter((one) => !hidden.includes(one))], 5)).toBe(false);
      const fewer = hidden.map((_, at) => hidden.filter((_one, of) => of !== at));
      for (const less of fewer) expect(pointsAtSomeone([all, ...wanted.filter((one) => !less.includes(one))], 5)).toBe(true);
    }), { numRuns: 100 });
  });
});

const answersOf = (counts: Readonly<Record<string, readonly number[]>>, lens = 'role'): Answer[] =>
  Object.entries(counts).flatMap(([value, list]) => list.flatMap((count, at) => Array.from({ length: count }, (_, of) => ({ question: 'q1', person: `${value}-${at}-${of}`, answer: at + 1, lenses: { [lens]: value } }))));
const asked = { scale: () => 5 };
const first = (answers: readonly Answer[], more = {}): QuestionShown => diverge(answers, { ...asked, ...more }).questions['q1'] as QuestionShown;
const reading = (counts: Readonly<Record<string, readonly number[]>>) => (first(answersOf(counts)) as { readonly reading: string }).reading;

describe('what is shown', () => {
  it('R1 nothing of four people, statistics of five, how they are spread of eight', () => {
    expect(first(answersOf({ a: [2, 0, 0, 2, 0] }))).toEqual({ withheld: true });
    expect(first(answersOf({ a: [2, 0, 0, 2, 1] }))).toMatchObject({ n: 5 });
    expect(first(answersOf({ a: [2, 0, 0, 2, 1] }))).not.toHaveProperty('distribution');
    expect(first(answersOf({ a: [3, 0, 1, 2, 2] }))).toMatchObject({ n: 8, distribution: [3, 0, 1, 2, 2] });
    expect(floorsFrom(2)).toEqual({ statistic: 5, distribution: 8, side: 20 });
    expect(floorsFrom(12)).toEqual({ statistic: 12, distribution: 12, side: 20 });
  });

  it('R6 attack 4, homogeneity: five of five say the same, and neither what nor how often is shown', () => {
    expect(first(answersOf({ a: [5, 0, 0, 0, 0] }))).toEqual({ n: 5, reading: 'together', largelyAgree: true, lenses: { 'role=a': { n: 5, largelyAgree: true } }, suppressed: [], distances: [] });
    expect(first(answersOf({ a: [19, 1, 0, 0, 0] }))).toMatchObject({ largelyAgree: true, side: 1 });
    expect(first(answersOf({ a: [18, 1, 0, 0, 0] }))).not.toHaveProperty('side');
  });

  it('attack 3, mean leak: a group that could be computed from the others is not computable', () => {
    const { suppressed, lenses } = first(answersOf({ x: [2, 0, 2, 0, 2], y: [1, 0, 2, 0, 2], z: [1, 0, 0, 0, 0] })) as Extract<QuestionShown, { readonly suppressed: unknown }>;
    expect([suppressed, Object.keys(lenses)]).toEqual([['role=y', 'role=z'], ['role=x']]);
  });

  it('R4 attack 6, a late single one: what was published before counts', () => {
    const answers = answersOf({ x: [2, 2, 2, 2, 2] });
    const before = [{ id: 'earlier', people: answers.slice(1).map(({ person }) => person) }];
    expect(first(answers, { published: () => before })).toEqual({ withheld: true });
  });

  it('reads in four ways, and says that a label explains nothing where chance does as much', () => {
    expect(reading({ a: [0, 0, 4, 8, 2], b: [0, 0, 4, 7, 3] })).toBe('together');
    expect(reading({ a: [0, 0, 1, 6, 13], b: [13, 6, 1, 0, 0] })).toBe('between');
    expect(reading({ a: [10, 0, 0, 0, 10], b: [10, 0, 0, 0, 10] })).toBe('inside');
    expect(reading({ a: [10, 0, 0, 0, 30], b: [30, 0, 0, 0, 10] })).toBe('both');
  });

  it('ranks for a dialogue by difference between people before difference between groups', () => {
    const groups = answersOf({ a: [0, 0, 1, 6, 13], b: [0, 13, 6, 1, 0] });
    const inside = answersOf({ a: [10, 0, 0, 0, 10], b: [10, 0, 0, 0, 10] }).map((answer) => ({ ...answer, question: 'q2' }));
    expect(diverge([...groups, ...inside], asked).ranking).toEqual(['q2', 'q1']);
  });

  it('does not depend on the order of the answers, and crosses no lenses', () => {
    const answer = fc.record({ question: fc.constantFrom('q1', 'q2'), answer: fc.integer({ min: 1, max: 5 }), role: fc.constantFrom('a', 'b', 'c'), place: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }) });
    fc.assert(fc.property(fc.array(answer, { maxLength: 60 }).chain((list) => {
      const answers = list.map(({ role, place, ...rest }, at): Answer => ({ ...rest, person: String(at), lenses: { role, ...(place && { place }) } }));
      return fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length }));
    }), ([answers, mixed]) => {
      const shown = diverge(answers, asked);
      expect(diverge(mixed, asked)).toEqual(shown);
      for (const question of Object.values(shown.questions)) if ('lenses' in question) for (const [id, { n }] of Object.entries(question.lenses)) expect([/^(?:role=[abc]|place=[xy])$/.test(id), n >= 5]).toEqual([true, true]);
    }), { numRuns: 60 });
  });
});
