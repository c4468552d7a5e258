/**
 * Reference model of engine.md §5: the decision table read row by row over every completion, written out as
 * the page says it and as slowly as it likes. It shares nothing with src/core/policy but the types.
 */
import type { Condition, Policy, Rule } from '../../src/core/policy/policy.ts';

export type Domains = Readonly<Record<string, readonly string[]>>;
export type Case = Readonly<Record<string, string>>;
export type Sets = Readonly<Record<string, readonly string[]>>;

const listed = (values: string | readonly string[]): readonly string[] => (typeof values === 'string' ? [values] : values);

const holds = (condition: Condition, value: string): boolean => {
  if (typeof condition === 'string' || Array.isArray(condition)) return listed(condition).includes(value);
  if ('not' in condition) return !listed(condition.not).includes(value);
  throw new Error('the model reads no ranges: see policy-ranges');
};

export const matches = (rule: Rule, complete: Case): boolean =>
  Object.entries(rule.when).every(([fact, condition]) => holds(condition, complete[fact]!));

export const matching = (policy: Policy, complete: Case): readonly Rule[] => policy.rules.filter((rule) => matches(rule, complete));

export const outcomeOf = (policy: Policy, complete: Case): string =>
  policy.outcomes.find((outcome) => matching(policy, complete).some((rule) => rule.then === outcome)) ?? 'gap';

export const completions = (sets: Sets): readonly Case[] =>
  Object.entries(sets).reduce<readonly Case[]>(
    (cases, [fact, values]) => cases.flatMap((partial) => values.map((value) => ({ ...partial, [fact]: value }))),
    [{}],
  );

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

export const outcomesOf = (policy: Policy, sets: Sets): readonly string[] => unique(completions(sets).map((one) => outcomeOf(policy, one)));

export const conditionsOf = (policy: Policy, sets: Sets): readonly string[] =>
  unique(
    completions(sets)
      .filter((one) => outcomeOf(policy, one) === 'conditional')
      .flatMap((one) => matching(policy, one))
      .filter((rule) => rule.then === 'conditional')
      .flatMap((rule) => rule.conditions ?? []),
  );

export const rulesOf = (policy: Policy, sets: Sets): readonly string[] =>
  unique(completions(sets).flatMap((one) => matching(policy, one).map((rule) => rule.id)));

/** Some two completions differ in this fact alone and in their outcome. */
const canChange = (policy: Policy, sets: Sets, fact: string): boolean =>
  completions(sets).some((one) => sets[fact]!.some((value) => outcomeOf(policy, { ...one, [fact]: value }) !== outcomeOf(policy, one)));

export const decisiveOf = (policy: Policy, sets: Sets): readonly string[] =>
  Object.keys(sets)
    .filter((fact) => canChange(policy, sets, fact))
    .map((fact) => ({ fact, left: Math.max(...sets[fact]!.map((value) => outcomesOf(policy, { ...sets, [fact]: [value] }).length)) }))
    .sort((a, b) => a.left - b.left || (a.fact < b.fact ? -1 : 1))
    .map(({ fact }) => fact);

export const verdictOf = (policy: Policy, sets: Sets): string => {
  const outcomes = outcomesOf(policy, sets);
  return outcomes.length === 1 ? outcomes[0]! : 'undetermined';
};

export const gapCases = (policy: Policy, domains: Domains): readonly Case[] => completions(domains).filter((one) => outcomeOf(policy, one) === 'gap');

export const clashCases = (policy: Policy, domains: Domains): readonly Case[] =>
  completions(domains).filter((one) => new Set(matching(policy, one).map((rule) => rule.then)).size > 1);

/** Without the row no complete case has another outcome or other conditions. */
export const isDead = (policy: Policy, domains: Domains, row: Rule): boolean => {
  const without = { ...policy, rules: policy.rules.filter((rule) => rule !== row) };
  return completions(domains).every((one) => {
    const sets = Object.fromEntries(Object.entries(one).map(([fact, value]) => [fact, [value]]));
    return outcomeOf(policy, one) === outcomeOf(without, one) && String(conditionsOf(policy, sets)) === String(conditionsOf(without, sets));
  });
};

/** Every way to leave a fact as it is (`undefined`) or bring it to a value. */
const plansOver = (domains: Domains): readonly (readonly (readonly [string, string])[])[] =>
  Object.entries(domains).reduce<readonly (readonly (readonly [string, string])[])[]>(
    (plans, [fact, values]) => plans.flatMap((plan) => [plan, ...values.map((value) => [...plan, [fact, value] as const])]),
    [[]],
  );

export type ModelPlan = { readonly days: number; readonly changes: readonly (readonly [string, string])[] };

/** A digit per fact, in id order: its value's place in the domain, or 9 where it is left as it is. */
const spelled = (domains: Domains, { changes }: ModelPlan): string =>
  Object.entries(domains).map(([fact, values]) => changes.filter(([changed]) => changed === fact).map(([, value]) => values.indexOf(value))[0] ?? 9).join('');

/** Cheapest, then fewest changes, then the first fact to the first value. */
export const cheapestPlan = (
  policy: Policy,
  domains: Domains,
  sets: Sets,
  cost: (fact: string, value: string) => number,
  wanted: readonly string[],
): ModelPlan | undefined =>
  plansOver(domains)
    .map((changes) => ({ days: changes.reduce((sum, [fact, value]) => sum + cost(fact, value), 0), changes }))
    .filter(({ days, changes }) => days < Infinity && outcomesOf(policy, { ...sets, ...Object.fromEntries(changes.map(([fact, value]) => [fact, [value]])) }).every((outcome) => wanted.includes(outcome)))
    .toSorted((a, b) => a.days - b.days || a.changes.length - b.changes.length || (spelled(domains, a) < spelled(domains, b) ? -1 : 1))[0];

/** How few facts one has to name so that every case left is a gap. */
export const fewestFactsToGap = (policy: Policy, domains: Domains): number | undefined =>
  cheapestPlan(policy, domains, domains, () => 1, ['gap'])?.days;
