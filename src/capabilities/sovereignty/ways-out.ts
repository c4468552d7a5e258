/** What would bring a better verdict: the cheapest changes, and what each answer to an open question would bring. */
import type { SystemAssessment } from '../../core/assess.ts';
import { changeCosts } from '../../core/policy/change-costs.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import { type Change, counterfactual } from '../../core/policy/counterfactual.ts';
import { withValue } from '../../core/policy/fact-sets.ts';
import type { Outcome } from '../../core/policy/policy.ts';
import { evaluateUnknown } from '../../core/policy/unknown.ts';
import type { Library } from '../../core/library/library.ts';
import type { DatasetVerdict } from '../../core/verdict.ts';
import { setsOf } from './explain-verdict.ts';

/** One way for the datasets that share it: after these changes the outcome is `to` or better, for sure. */
export type WayOut = { readonly datasets: readonly string[]; readonly to: Outcome; readonly days: number; readonly changes: readonly Change[] };

/**
 * Per outcome that is better than the worst still possible, the cheapest way there; nothing where that is the best
 * already. A way that goes further for the same price takes the place of the nearer one.
 */
export function waysOut(policy: CompiledPolicy, library: Library, { datasets }: SystemAssessment): readonly WayOut[] {
  const costs = changeCosts(library);
  const found = Object.entries(datasets).flatMap(([id, verdict]) => waysOfDataset(policy, costs, verdict).map((way) => ({ ...way, datasets: [id] })));
  const shared = Map.groupBy(found, ({ to, changes }) => `${to}\n${JSON.stringify(changes)}`);
  return [...shared.values()].map((ways) => ({ ...ways[0]!, datasets: ways.flatMap((way) => way.datasets) }));
}

function waysOfDataset(policy: CompiledPolicy, costs: ReturnType<typeof changeCosts>, verdict: DatasetVerdict): readonly Omit<WayOut, 'datasets'>[] {
  const { outcomes } = policy.policy;
  const worst = outcomes.findIndex((outcome) => verdict.outcomes.includes(outcome));
  if (worst === -1) return [];
  const ways = outcomes.slice(worst + 1).flatMap((to, at) => {
    const { plan } = counterfactual(policy, setsOf(policy, verdict), costs, outcomes.slice(worst + 1 + at));
    return plan && plan.changes.length > 0 ? [{ to, days: plan.days, changes: plan.changes }] : [];
  });
  return ways.filter((way, at) => !ways.some((other, later) => later > at && other.days <= way.days));
}

export type AnswerBrings = { readonly fact: string; readonly answers: readonly { readonly value: string; readonly outcomes: readonly Outcome[] }[] };

/** For each decisive fact: what remains possible after each answer, over the datasets for which it decides. */
export const whatAnswersBring = (policy: CompiledPolicy, { decisive, datasets }: SystemAssessment): readonly AnswerBrings[] =>
  decisive.map((fact) => {
    const index = policy.factIndex.get(fact)!;
    const waiting = Object.values(datasets).filter((verdict) => verdict.decisive.includes(fact));
    const possible = policy.facts[index]!.values.filter((value) => waiting.some(({ facts }) => facts[fact]?.includes(value)));
    return { fact, answers: possible.map((value) => ({ value, outcomes: outcomesAfter(policy, waiting, index, value) })) };
  });

function outcomesAfter(policy: CompiledPolicy, waiting: readonly DatasetVerdict[], fact: number, value: string): readonly Outcome[] {
  const at = policy.facts[fact]!.values.indexOf(value);
  const remaining = new Set(waiting.flatMap((verdict) => evaluateUnknown(policy, withValue(setsOf(policy, verdict), fact, at)).outcomes));
  return policy.outcomes.filter((outcome) => remaining.has(outcome));
}
