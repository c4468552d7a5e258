import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePolicy } from '../../src/core/policy/compile.ts';
import { encodeCase, evaluate, evaluateEncoded } from '../../src/core/policy/evaluate.ts';
import { counterfactual } from '../../src/core/policy/counterfactual.ts';
import { explain } from '../../src/core/policy/explain.ts';
import { factSets } from '../../src/core/policy/fact-sets.ts';
import { evaluateUnknown } from '../../src/core/policy/unknown.ts';
import { countFaults, verifyPolicy } from '../../src/core/policy/verify.ts';
import { pricedWorlds, worlds, type World } from './policy-arbitrary.ts';
import {
  cheapestPlan,
  clashCases,
  completions,
  conditionsOf,
  decisiveOf,
  fewestFactsToGap,
  gapCases,
  isDead,
  matches,
  outcomeOf,
  outcomesOf,
  rulesOf,
  verdictOf,
  type Domains,
} from './policy-model.ts';
import { runs } from './runs.ts';

const check = (ordinary: number, world: fc.Arbitrary<World>, property: (world: World) => void): void =>
  fc.assert(fc.property(world, property), { numRuns: runs(ordinary) });

test('a complete case has the outcome of the table read row by row, on both diagrams', () => {
  check(600, worlds(), ({ policy, definitions, sets }) => {
    const compiled = compilePolicy(policy, definitions);
    for (const one of completions(sets).slice(0, 20)) {
      const values = compiled.facts.map((fact) => fact.values.indexOf(one[fact.id]!));
      const digits = new Uint8Array(compiled.joined.ends.length);
      encodeCase(compiled.joined, values, digits);
      expect(evaluate(compiled, values)).toBe(outcomeOf(policy, one));
      expect(compiled.outcomes[evaluateEncoded(compiled.joined, digits, 0)]).toBe(outcomeOf(policy, one));
    }
  });
});

test('with unknowns the verdict, outcomes, conditions, decisive questions and rules are those of all completions', () => {
  check(1000, worlds(6), ({ policy, definitions, sets }) => {
    const compiled = compilePolicy(policy, definitions);
    const judged = evaluateUnknown(compiled, factSets(compiled, (fact) => sets[fact]));
    expect(judged).toEqual({
      verdict: verdictOf(policy, sets),
      outcomes: outcomesOf(policy, sets),
      conditions: conditionsOf(policy, sets),
      decisive: decisiveOf(policy, sets),
      rules: rulesOf(policy, sets),
    });
  });
});

/** The facts the table reads: counts are over these. */
const readBy = ({ policy, domains }: World): Domains =>
  Object.fromEntries(Object.entries(domains).filter(([fact]) => policy.rules.some((rule) => fact in rule.when)));

test('gaps and clashes are counted exactly, and every example is one', () => {
  check(400, worlds(5), (world) => {
    const { policy, definitions } = world;
    const domains = readBy(world);
    const verified = verifyPolicy(compilePolicy(policy, definitions));
    expect(verified.cases).toBe(completions(domains).length);
    expect(verified.gaps.count).toBe(gapCases(policy, domains).length);
    expect(verified.clashes.count).toBe(clashCases(policy, domains).length);
    expect(countFaults(compilePolicy(policy, definitions))).toEqual({ gaps: verified.gaps.count, clashes: verified.clashes.count });
    for (const { when, cases } of verified.gaps.examples) {
      expect(outcomesOf(policy, { ...domains, ...when })).toEqual(['gap']);
      expect(completions({ ...domains, ...when })).toHaveLength(Number(cases));
    }
    for (const { when, cases, rows, outcomes } of verified.clashes.examples) {
      const all = completions({ ...domains, ...when });
      expect(all).toHaveLength(Number(cases));
      expect(rows).toEqual(policy.rules.filter((rule) => all.every((one) => matches(rule, one))).map(({ id }) => id));
      expect(outcomes.length).toBeGreaterThan(1);
      expect(new Set(outcomes)).toEqual(new Set(policy.rules.filter(({ id }) => rows.includes(id)).map(({ then }) => then)));
    }
    expect(verified.clashes.examples.length > 0).toBe(verified.clashes.count !== 0);
  });
});

test('the first example of a gap names as few facts as any can', () => {
  check(150, worlds(4), (world) => {
    const { examples } = verifyPolicy(compilePolicy(world.policy, world.definitions)).gaps;
    const [first] = examples.map(({ when }) => Object.keys(when).length);
    expect(first).toBe(fewestFactsToGap(world.policy, readBy(world)));
  });
});

test('a row is dead exactly when leaving it out changes no complete case, and the rows named do cover it', () => {
  check(300, worlds(4), (world) => {
    const { policy, definitions } = world;
    const domains = readBy(world);
    const dead = verifyPolicy(compilePolicy(policy, definitions)).deadRows;
    expect(dead.map(({ rule }) => rule)).toEqual(policy.rules.filter((row) => isDead(policy, domains, row)).map(({ id }) => id));
    for (const row of dead) {
      const by = row.why === 'covered' ? row.by : [];
      const rules = policy.rules.filter(({ id }) => id === row.rule || by.includes(id));
      expect(isDead({ ...policy, rules }, domains, rules.find(({ id }) => id === row.rule)!)).toBe(true);
    }
  });
});

test('a row decides exactly when its outcome counts in some completion in which it matches', () => {
  check(400, worlds(5), ({ policy, definitions, sets }) => {
    const compiled = compilePolicy(policy, definitions);
    const all = completions(sets);
    for (const { rule, outcome, decides, matches: how } of explain(compiled, factSets(compiled, (fact) => sets[fact]))) {
      const row = policy.rules.find(({ id }) => id === rule)!;
      expect(how === 'always').toBe(all.every((one) => matches(row, one)));
      expect(decides).toBe(all.some((one) => matches(row, one) && outcomeOf(policy, one) === outcome));
    }
  });
});

test('the counterfactual is the cheapest plan that works whatever the unknowns turn out to be', () => {
  fc.assert(
    fc.property(pricedWorlds(4), ({ policy, definitions, domains, sets, prices, wanted }) => {
      const compiled = compilePolicy(policy, definitions);
      const days = (fact: string, value: string): number => prices[fact]?.[value] ?? Infinity;
      const costs = (fact: string, value: string) => (days(fact, value) < Infinity ? { days: days(fact, value), by: { kind: 'work' as const } } : undefined);
      const { plan, answers } = counterfactual(compiled, factSets(compiled, (fact) => sets[fact]), costs, wanted);
      const expected = cheapestPlan(policy, domains, sets, days, wanted);
      expect(plan?.days).toBe(expected?.days);
      expect(plan?.changes.map(({ fact, to }) => [fact, to])).toEqual(expected?.changes);
      const sure = (over: Record<string, readonly string[]>): boolean => outcomesOf(policy, { ...sets, ...over }).every((one) => wanted.includes(one));
      if (plan) expect(sure(Object.fromEntries(plan.changes.map(({ fact, to }) => [fact, [to]])))).toBe(true);
      const settling = compiled.facts.flatMap(({ id }) => (sets[id]!.length > 1 && !sure({}) ? sets[id]!.map((value) => ({ fact: id, value })) : []));
      expect(answers).toEqual(settling.filter(({ fact, value }) => sure({ [fact]: [value] })));
    }),
    { numRuns: runs(400) },
  );
});
