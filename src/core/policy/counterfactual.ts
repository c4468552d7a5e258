/** The cheapest way to a wanted outcome, and the single answers that would settle it (engine.md §5). */
import type { Id } from '../landscape/document.ts';
import type { ChangeCosts, Means } from './change-costs.ts';
import type { CompiledPolicy } from './compile.ts';
import { isKnown, withValue, type FactSets } from './fact-sets.ts';
import { cheapestForcing, type Plan } from './forcing.ts';
import type { Outcome } from './policy.ts';
import { reachableOutcomes } from './reachable.ts';
import { createRegions, outcomeRegion } from './region.ts';
import { answersTo } from './unknown.ts';

/** `from`: the values possible now. `days`: person-days, each change paid for by itself even where one measure serves two. */
export type Change = { readonly fact: Id; readonly from: readonly string[]; readonly to: string; readonly days: number; readonly by: Means };

export type Counterfactual = {
  /** Left out where no change that is possible gets there. No changes: it is there already, for sure. */
  readonly plan?: { readonly days: number; readonly changes: readonly Change[] };
  /** The answers to one open question that alone make the wanted outcome sure, without changing anything. */
  readonly answers: readonly { readonly fact: Id; readonly value: string }[];
};

/**
 * The cheapest set of fact changes after which the outcome is one of `wanted`, whatever the unknown facts that
 * are not changed turn out to be. An unknown fact can be *made* a value too, at the full cost: until the answer
 * is known, nobody can count on it.
 */
export const counterfactual = (compiled: CompiledPolicy, sets: FactSets, costs: ChangeCosts, wanted: readonly Outcome[]): Counterfactual => {
  const ranks = ranksOf(compiled, wanted);
  const regions = createRegions(compiled);
  const days = (fact: number, value: number): number => costOf(compiled, costs, fact, value)?.days ?? Infinity;
  const plan = cheapestForcing(regions, outcomeRegion(regions, compiled, ranks), sets, days);
  const answers = settlingAnswers(compiled, sets, ranks);
  return plan ? { plan: { days: plan.cost, changes: changesOf(compiled, sets, costs, plan) }, answers } : { answers };
};

const ranksOf = ({ outcomes }: CompiledPolicy, wanted: readonly Outcome[]): number =>
  outcomes.reduce((mask, outcome, rank) => (wanted.includes(outcome) ? mask | (1 << rank) : mask), 0);

const costOf = ({ facts }: CompiledPolicy, costs: ChangeCosts, fact: number, value: number): ReturnType<ChangeCosts> =>
  costs(facts[fact]!.id, facts[fact]!.values[value]!);

const changesOf = (compiled: CompiledPolicy, sets: FactSets, costs: ChangeCosts, plan: Plan): readonly Change[] =>
  plan.choices.map(({ fact, value }) => {
    const { id, values } = compiled.facts[fact]!;
    const { days, by } = costOf(compiled, costs, fact, value)!;
    return { fact: id, from: values.filter((_, at) => sets[fact]![at]), to: values[value]!, days, by };
  });

const settlingAnswers = (compiled: CompiledPolicy, sets: FactSets, ranks: number): Counterfactual['answers'] => {
  const settles = (fact: number, value: number): boolean => reachableOutcomes(compiled.diagram, withValue(sets, fact, value), ~ranks) === 0;
  if (reachableOutcomes(compiled.diagram, sets, ~ranks) === 0) return [];
  return compiled.facts.flatMap(({ id, values }, fact) =>
    isKnown(sets[fact]!) ? [] : answersTo(sets, fact).filter((value) => settles(fact, value)).map((value) => ({ fact: id, value: values[value]! })),
  );
};
