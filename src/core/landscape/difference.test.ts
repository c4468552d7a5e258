import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landscapeArbitrary } from '../../../tests/models/landscape-arbitrary.ts';
import { apply, differenceBetween, inverse, isEmpty, misfits } from './difference.ts';
import { type Item, itemKinds, type Landscape } from './document.ts';

const sorted = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
/** Order of items carries no meaning. */
const unordered = (landscape: Landscape): unknown => ({ ...landscape, ...Object.fromEntries(itemKinds.map((kind) => [kind, sorted(landscape[kind])])) });
const pairs = fc.tuple(landscapeArbitrary({ systems: 4, providers: 3 }), landscapeArbitrary({ systems: 4, providers: 3 }));
const check = (law: (a: Landscape, b: Landscape) => void): void => fc.assert(fc.property(pairs, ([a, b]) => void law(a, b)), { numRuns: 100 });

describe('the difference between two landscapes', () => {
  it('takes one to the other', () => check((a, b) => expect(unordered(apply(a, differenceBetween(a, b)))).toEqual(unordered(b))));

  it('is undone by its inverse', () => check((a, b) => expect(unordered(apply(b, inverse(differenceBetween(a, b))))).toEqual(unordered(a))));

  it('inverted is the difference the other way', () => check((a, b) => expect(inverse(differenceBetween(a, b))).toEqual(differenceBetween(b, a))));

  it('with itself is nothing, and applying nothing changes nothing', () =>
    check((a) => {
      expect(isEmpty(differenceBetween(a, structuredClone(a)))).toBe(true);
      expect(apply(a, differenceBetween(a, a))).toEqual(a);
    }));

  it('fits where it was made, and is refused where something changed meanwhile', () =>
    check((a, b) => {
      const difference = differenceBetween(a, b);
      expect(misfits(a, difference)).toEqual([]);
      expect(misfits(b, difference).length > 0).toBe(!isEmpty(difference));
    }));

  it('survives being stored as JSON', () => check((a, b) => expect(JSON.parse(JSON.stringify(differenceBetween(a, b)))).toEqual(differenceBetween(a, b))));
});

it('names the members that changed, before and after', () => {
  const [a] = fc.sample(landscapeArbitrary({ services: 0 }), { numRuns: 1, seed: 4 }) as [Landscape];
  const [first] = a.systems as [Landscape['systems'][number]];
  const b: Landscape = { ...a, systems: a.systems.map((system) => (system === first ? { ...system, name: 'New' } : system)), asOf: '2027-01-01' };
  expect(differenceBetween(a, b)).toEqual({
    organisation: [],
    asOf: [{ member: 'asOf', before: a.asOf, after: '2027-01-01' }],
    items: [{ change: 'changed', kind: 'systems', id: first.id, members: [{ member: 'name', before: first.name, after: 'New' }] }],
  });
});
