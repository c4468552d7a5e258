import { expect, test } from 'vitest';
import type { Library } from '../library/library.ts';
import { changeCosts } from './change-costs.ts';
import { compilePolicy } from './compile.ts';
import { counterfactual } from './counterfactual.ts';
import { factSets } from './fact-sets.ts';
import type { Policy } from './policy.ts';
import { sharedCauses } from './shared-causes.ts';

const measure = (id: string, costDays: number, ...achieves: readonly { fact: string; value: string }[]) =>
  [id, { id, layer: 6, dimensions: ['technical'], weight: 1, scope: 'system', costDays, achieves }] as const;

const library: Pick<Library, 'measures' | 'clauses' | 'facts'> = {
  measures: new Map([
    measure('customer-held-keys', 10, { fact: 'keyControl', value: 'own' }, { fact: 'disclosure', value: 'mitigated' }),
    measure('end-to-end-encryption', 25, { fact: 'disclosure', value: 'mitigated' }),
    measure('restore-test', 4, { fact: 'exitPlan', value: 'tested' }),
  ]),
  clauses: new Map([['exit-strategy', { id: 'exit-strategy', costDays: 2, achieves: [{ fact: 'exitPlan', value: 'declared' }] }]]),
  facts: [
    { id: 'classification', domain: { kind: 'values', values: ['regular', 'critical'] }, changeable: false },
    { id: 'disclosure', domain: { kind: 'values', values: ['none', 'mitigated', 'exposed'] }, changeable: true },
    { id: 'exitPlan', domain: { kind: 'values', values: ['tested', 'declared', 'none'] }, changeable: true },
    { id: 'keyControl', domain: { kind: 'values', values: ['own', 'provider'] }, changeable: true },
    { id: 'clause.*', domain: { kind: 'values', values: ['yes', 'no', 'no-contract'] }, changeable: true },
    { id: 'deployment', domain: { kind: 'values', values: ['own', 'public'] }, changeable: true, costDays: 200 },
  ],
};

const policy: Policy = {
  id: 'p',
  name: { nl: 'p', en: 'p' },
  outcomes: ['forbidden', 'conditional', 'permitted'],
  rules: [
    { id: 'r1', when: { classification: 'critical', disclosure: 'exposed' }, then: 'forbidden' },
    { id: 'r2', when: { classification: 'critical', exitPlan: 'none' }, then: 'forbidden' },
    { id: 'r3', when: { exitPlan: { not: 'tested' }, 'clause.exit-strategy': { not: 'yes' } }, then: 'conditional', conditions: ['exit-strategy'] },
    { id: 'r4', when: {}, then: 'permitted' },
  ],
};
const compiled = compilePolicy(policy, library.facts);
const from = (known: Record<string, readonly string[]>, wanted: readonly string[]) =>
  counterfactual(compiled, factSets(compiled, (fact) => known[fact]), changeCosts(library), wanted);

test('the cheapest changes are named with the measure or clause that brings them', () => {
  const found = from({ classification: ['critical'], disclosure: ['exposed'], exitPlan: ['none'], 'clause.exit-strategy': ['no'] }, ['permitted', 'conditional']);
  expect(found).toEqual({
    plan: {
      days: 12,
      changes: [
        { fact: 'disclosure', from: ['exposed'], to: 'mitigated', days: 10, by: { kind: 'measure', id: 'customer-held-keys' } },
        { fact: 'exitPlan', from: ['none'], to: 'declared', days: 2, by: { kind: 'clause', id: 'exit-strategy' } },
      ],
    },
    answers: [],
  });
});

test('an unknown fact that is left alone must do for every value it may have', () => {
  const open = { classification: ['critical'], disclosure: ['mitigated', 'exposed'], exitPlan: ['tested'], 'clause.exit-strategy': ['yes'] };
  expect(from(open, ['permitted'])).toEqual({
    plan: { days: 10, changes: [{ fact: 'disclosure', from: ['mitigated', 'exposed'], to: 'mitigated', days: 10, by: { kind: 'measure', id: 'customer-held-keys' } }] },
    answers: [{ fact: 'disclosure', value: 'mitigated' }],
  });
});

test('what is there for sure asks for nothing, and what nothing can bring has no plan', () => {
  expect(from({ classification: ['regular'], exitPlan: ['tested'] }, ['permitted'])).toEqual({ plan: { days: 0, changes: [] }, answers: [] });
  expect(from({ classification: ['regular'] }, ['forbidden'])).toEqual({ answers: [] });
});

test('the cost of a change is that of the cheapest means, else of the fact itself, else there is none', () => {
  const costs = changeCosts(library);
  expect(costs('disclosure', 'mitigated')).toEqual({ days: 10, by: { kind: 'measure', id: 'customer-held-keys' } });
  expect(costs('clause.exit-strategy', 'yes')).toEqual({ days: 2, by: { kind: 'clause', id: 'exit-strategy' } });
  expect(costs('deployment', 'own')).toEqual({ days: 200, by: { kind: 'work' } });
  expect(costs('disclosure', 'none')).toBeUndefined();
  expect(costs('classification', 'regular')).toBeUndefined();
});

test('facts that one measure or clause moves share a cause', () => {
  expect(sharedCauses(library, ['keyControl', 'exitPlan', 'disclosure', 'clause.exit-strategy'])).toEqual([
    { kind: 'measure', id: 'customer-held-keys', facts: ['disclosure', 'keyControl'] },
    { kind: 'clause', id: 'exit-strategy', facts: ['clause.exit-strategy', 'exitPlan'] },
  ]);
  expect(sharedCauses(library, ['keyControl'])).toEqual([]);
});
