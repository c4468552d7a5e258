/** Random policies, knowledge and costs for the properties: 1–8 facts, own outcome lists, lists, `not`, gaps, dead rows. */
import * as fc from 'fast-check';
import type { FactDefinition } from '../../src/core/library/library.ts';
import type { Condition, Policy, Rule } from '../../src/core/policy/policy.ts';
import type { Domains, Sets } from './policy-model.ts';

export type World = { readonly policy: Policy; readonly definitions: readonly FactDefinition[]; readonly domains: Domains; readonly sets: Sets };

const names = ['a', 'b', 'clause.c', 'd', 'e', 'f', 'g', 'h'];
const outcomeLists = [
  ['forbidden', 'conditional', 'permitted'],
  ['forbidden', 'discouraged', 'conditional', 'permitted'],
  ['conditional', 'forbidden', 'permitted'],
  ['no', 'yes'],
  ['only'],
];

const conditionOver = (values: readonly string[]): fc.Arbitrary<Condition> => {
  const some = fc.subarray([...values], { minLength: 1 });
  return fc.oneof(fc.constantFrom(...values), some, fc.constantFrom(...values).map((not) => ({ not })), some.map((not) => ({ not })));
};

const rowOver = (domains: Domains, outcomes: readonly string[]): fc.Arbitrary<Omit<Rule, 'id'>> =>
  fc.subarray(Object.keys(domains), { maxLength: Math.min(4, Object.keys(domains).length) }).chain((read) =>
    fc.record({
      when: fc.tuple(...read.map((fact) => conditionOver(domains[fact]!))).map((all) => Object.fromEntries(all.map((one, at) => [read[at]!, one]))),
      then: fc.constantFrom(...outcomes),
      conditions: fc.subarray(['m1', 'm2', 'm3']),
    }),
  );

const policyOver = (domains: Domains, mostRows: number): fc.Arbitrary<Policy> =>
  fc.constantFrom(...outcomeLists).chain((outcomes) =>
    fc.array(rowOver(domains, outcomes), { maxLength: mostRows }).map((rows) => ({
      id: 'random',
      name: { nl: 'willekeurig', en: 'random' },
      outcomes,
      rules: rows.map(({ when, then, conditions }, at) => ({ id: `r${at}`, when, then, ...(then === 'conditional' ? { conditions } : {}) })),
    })),
  );

const domainsOf = (sizes: readonly number[]): Domains =>
  Object.fromEntries(sizes.map((size, at) => [names[at]!, Array.from({ length: size }, (_, value) => `${names[at]}${value}`)]));

const definitionsOf = (domains: Domains): readonly FactDefinition[] =>
  Object.entries(domains).map(([id, values]) => ({
    id: id.startsWith('clause.') ? 'clause.*' : id,
    domain: { kind: 'values', values },
    changeable: true,
  }));

const setsOver = (domains: Domains, unknowns: fc.Arbitrary<boolean>): fc.Arbitrary<Sets> =>
  fc.record(
    Object.fromEntries(
      Object.entries(domains).map(([fact, values]) => [
        fact,
        unknowns.chain((unknown) => (unknown ? fc.subarray([...values], { minLength: 1 }) : fc.constantFrom(...values).map((value) => [value]))),
      ]),
    ),
  );

export const worlds = (mostFacts = 8, mostRows = 10): fc.Arbitrary<World> =>
  fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: mostFacts }).chain((sizes) => {
    const domains = domainsOf(sizes);
    return fc.record({
      policy: policyOver(domains, mostRows),
      definitions: fc.constant(definitionsOf(domains)),
      domains: fc.constant(domains),
      sets: setsOver(domains, fc.boolean()),
    });
  });

/** A world in which values have a price in days (left out = cannot be had) and some outcomes are wanted. */
export type PricedWorld = World & { readonly prices: Readonly<Record<string, Readonly<Record<string, number>>>>; readonly wanted: readonly string[] };

export const pricedWorlds = (mostFacts: number): fc.Arbitrary<PricedWorld> =>
  worlds(mostFacts).chain((world) => {
    const price = fc.integer({ min: 1, max: 3 });
    const prices = Object.entries(world.domains).map(([fact, values]) => [
      fact,
      fc.record(Object.fromEntries(values.map((value) => [value, price])), { requiredKeys: [] }),
    ]);
    return fc.record({ prices: fc.record(Object.fromEntries(prices)), wanted: fc.subarray([...world.policy.outcomes, 'gap'], { minLength: 1 }) }).map((more) => ({ ...world, ...more }));
  });
