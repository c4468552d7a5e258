import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactDefinition } from '../library/library.ts';
import { accepted, factsRead, intervalHolding } from './domains.ts';
import type { Condition, Policy } from './policy.ts';

const hours: FactDefinition = { id: 'hours', domain: { kind: 'thresholds', unit: 'hours' }, changeable: true };
const policyWith = (...conditions: readonly Condition[]): Policy => ({
  id: 'p',
  name: { nl: 'p', en: 'p' },
  outcomes: ['no', 'yes'],
  rules: conditions.map((condition, at) => ({ id: `r${at}`, when: { hours: condition }, then: 'no' })),
});
const intervalsOf = (...conditions: readonly Condition[]): readonly string[] => factsRead(policyWith(...conditions), [hours])[0]!.values;

test.each<[readonly Condition[], readonly string[]]>([
  [[{ lt: 24 }], ['[0,24)', '[24,+∞)']],
  [[{ gte: 24 }, { lt: 24 }], ['[0,24)', '[24,+∞)']],
  [[{ gte: 8, lt: 24 }, { gte: 72 }], ['[0,8)', '[8,24)', '[24,72)', '[72,+∞)']],
  [[{ lte: 24 }], ['[0,24]', '(24,+∞)']],
  [[{ lt: 24 }, { gt: 24 }], ['[0,24)', '[24,24]', '(24,+∞)']],
  [[{ gte: 0 }], ['[0,+∞)']],
  [[{ gt: 0 }], ['[0,0]', '(0,+∞)']],
  [[{ lt: 0.5 }], ['[0,0.5)', '[0.5,+∞)']],
])('%j cuts the hours into %j', (conditions, intervals) => {
  expect(intervalsOf(...conditions)).toEqual(intervals);
});

test('an amount lies in an interval that the condition accepts exactly when the amount itself satisfies it', () => {
  const bound = fc.integer({ min: 0, max: 5 });
  const range = fc.record({ lt: bound, lte: bound, gt: bound, gte: bound }, { requiredKeys: [] });
  const amount = fc.oneof(fc.integer({ min: 0, max: 12 }).map((twice) => twice / 2), fc.constant(Infinity));
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), amount, (conditions, x) => {
      const [fact] = factsRead(policyWith(...conditions), [hours]);
      const at = fact!.values.indexOf(intervalHolding(fact!, x));
      for (const one of conditions) {
        const below = one.lt === undefined || x < one.lt;
        const all = below && (one.lte === undefined || x <= one.lte) && (one.gt === undefined || x > one.gt) && (one.gte === undefined || x >= one.gte);
        expect(accepted(fact!, one)[at]).toBe(Number(all));
      }
    }),
    { numRuns: 500 },
  );
});

test('clause facts follow the definition clause.*', () => {
  const clause: FactDefinition = { id: 'clause.*', domain: { kind: 'values', values: ['yes', 'no', 'no-contract'] }, changeable: true };
  const policy: Policy = { ...policyWith(), rules: [{ id: 'r', when: { 'clause.exit-strategy': 'yes' }, then: 'yes' }] };
  expect(factsRead(policy, [clause])).toEqual([{ id: 'clause.exit-strategy', values: ['yes', 'no', 'no-contract'] }]);
});
