/** What keeps two people apart and how well they fit, held to what engine.md §10 says of it. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { apart, buddyKinds, fit, problemOf, type Someone } from '../../src/core/matching/people.ts';

const weights = { topics: 3, traits: 1, place: 1 };
const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const topic = fc.subarray(['data', 'leiden', 'water'] as const);
/** Managers come later in the list, so that there is no circle. */
const managerOf = (id: string): fc.Arbitrary<{ readonly manager?: string }> => fc.constantFrom({}, ...ids.filter((other) => other > id).map((manager) => ({ manager })));
const someone = (id: string): fc.Arbitrary<Someone> =>
  fc.tuple(managerOf(id), fc.record({
    side: fc.constantFrom('seeks' as const, 'offers' as const), seeks: topic, offers: topic, languages: fc.subarray(['nl', 'en'], { minLength: 1 }), hours: fc.record({ from: fc.integer({ min: 6, max: 12 }), to: fc.integer({ min: 12, max: 20 }) }),
    place: fc.constantFrom('x', 'y'), phase: fc.constantFrom('begin', 'later'), traits: fc.record({ t: fc.record({ value: fc.constantFrom('1', '2'), use: fc.boolean() }) }),
    assesses: fc.subarray([...ids]), avoids: fc.subarray([...ids], { maxLength: 1 }), past: fc.subarray([...ids], { maxLength: 1 }), capacity: fc.integer({ min: 0, max: 2 }),
  })).map(([manager, rest]) => ({ id, ...rest, ...manager }));
const people = fc.tuple(...ids.map(someone));
const kind = fc.constantFrom(...buddyKinds);
const mapOf = (all: readonly Someone[]) => new Map(all.map((one) => [one.id, one]));

it('nobody is paired with who is above them, assesses them, is avoided by them, or was their pair before; in either direction', () => {
  fc.assert(fc.property(people, kind, (all, of) => {
    for (const { a, b } of problemOf(all, of, weights).problem.pairs) {
      const [one, other] = [mapOf(all).get(a) as Someone, mapOf(all).get(b) as Someone];
      expect([one.manager === b, other.manager === a, ...[one.assesses, one.avoids, one.past].map((list) => list.includes(b)), ...[other.assesses, other.avoids, other.past].map((list) => list.includes(a))].some(Boolean)).toBe(false);
      expect(one.languages.some((language) => other.languages.includes(language))).toBe(true);
      if (of === 'generation') expect(one.phase).not.toBe(other.phase);
    }
  }));
});

it('somebody far above is kept apart too, except where board and staff meet', () => {
  const base = { side: 'seeks', seeks: [], offers: [], languages: ['nl'], traits: {}, assesses: [], avoids: [], past: [], capacity: 1 } as const;
  const all = mapOf([{ ...base, id: 'noor', manager: 'ruth' }, { ...base, id: 'ruth', manager: 'henk' }, { ...base, id: 'henk', side: 'offers' }]);
  const [noor, henk] = [all.get('noor') as Someone, all.get('henk') as Someone];
  expect([apart(noor, henk, 'mentor', all), apart(noor, henk, 'two-way', all)]).toEqual(['reporting-line', null]);
});

it('a trait that one of two does not let be used leaves no trace in any score', () => {
  fc.assert(fc.property(people, kind, (all, of) => {
    const closed = all.map((one, at) => (at === 0 ? { ...one, traits: { t: { value: one.traits['t']?.value ?? '', use: false } } } : one));
    const without = all.map((one, at) => (at === 0 ? { ...one, traits: {} } : one));
    expect(problemOf(closed, of, weights).problem).toEqual(problemOf(without, of, weights).problem);
  }));
});

it('a fit is between 0 and 1, in a pair with two agendas that of who gets least, and the same from both sides of a circle', () => {
  fc.assert(fc.property(people, kind, ([one, other], of) => {
    const { score } = fit(one as Someone, other as Someone, of, weights);
    expect(score >= 0 && score <= 1).toBe(true);
    if (of !== 'mentor' && of !== 'coach') expect(fit(other as Someone, one as Someone, of, weights).score).toBe(score);
  }));
});
