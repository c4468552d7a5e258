/** The same table in the two libraries, each as its own documentation would have it, rules and policies parsed beforehand. */
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { Engine } from 'json-rules-engine';
import type { Policy, Rule } from '../../src/core/policy/policy.ts';
import { accepted } from '../../src/core/policy/domains.ts';
import { domains } from './table.ts';

/** Gives the rank of the outcome: the index in the policy's outcomes, or their number for a gap. */
export type Peer = (facts: Record<string, string>) => number | Promise<number>;

const accepts = (rule: Rule, fact: string): readonly string[] => {
  const values = domains[fact]!;
  const mask = accepted({ id: fact, values }, rule.when[fact]!);
  return values.filter((_, at) => mask[at]);
};

/** Worst outcomes have the highest priority, and the first success stops the run. */
export const jsonRulesEngine = (policy: Policy): Peer => {
  const engine = new Engine([], { allowUndefinedFacts: false });
  for (const rule of policy.rules) {
    const all = Object.keys(rule.when).map((fact) => ({ fact, operator: 'in', value: [...accepts(rule, fact)] }));
    const rank = policy.outcomes.indexOf(rule.then);
    engine.addRule({ conditions: { all }, event: { type: String(rank) }, priority: policy.outcomes.length - rank });
  }
  engine.on('success', () => { engine.stop(); });
  return async (facts) => {
    const { events } = await engine.run(facts);
    return events.reduce((worst, { type }) => Math.min(worst, Number(type)), policy.outcomes.length);
  };
};

/** The worst outcome is `forbid`, the others are `permit`; the ids of the policies that decided give the outcome. */
export const cedarStateful = (policy: Policy): Peer => {
  const staticPolicies = Object.fromEntries(policy.rules.map((rule) => [rule.id, cedarPolicy(policy, rule)]));
  const parsed = cedar.preparsePolicySet('table', { staticPolicies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const rankOf = new Map(policy.rules.map((rule) => [rule.id, policy.outcomes.indexOf(rule.then)]));
  const call = { principal: { type: 'O', id: 'o' }, action: { type: 'Action', id: 'judge' }, resource: { type: 'S', id: 's' }, preparsedPolicySetId: 'table', entities: [] };
  return (context) => {
    const answer = cedar.statefulIsAuthorized({ ...call, context });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
    return answer.response.diagnostics.reason.reduce((worst, id) => Math.min(worst, rankOf.get(id)!), policy.outcomes.length);
  };
};

const cedarPolicy = (policy: Policy, rule: Rule): string => {
  const effect = rule.then === policy.outcomes[0] ? 'forbid' : 'permit';
  const checks = Object.keys(rule.when).map((fact) => cedarCheck(fact, accepts(rule, fact)));
  return `${effect}(principal, action, resource) when { ${checks.join(' && ')} };`;
};

const cedarCheck = (fact: string, values: readonly string[]): string =>
  values.length === 1 ? `context.${fact} == "${values[0]}"` : `[${values.map((value) => `"${value}"`).join(', ')}].contains(context.${fact})`;
