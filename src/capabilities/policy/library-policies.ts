/** The policies that the library ships, compiled once. */
import { compilePolicy, type CompiledPolicy } from '../../core/policy/compile.ts';
import { defaultOutcomes, type Policy } from '../../core/policy/policy.ts';
import type { Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Entry } from '../../platform/knowledge/knowledge.ts';
import { entriesOf, libraryOf } from '../library/public.ts';

type PolicyEntry = Entry & Omit<Policy, 'outcomes'> & { readonly outcomes?: Policy['outcomes'] };

/** The policy that counts until a board adopts another: literally our convictions. */
export const defaultPolicyId = 'default';

const policyOf = ({ id, name, outcomes = defaultOutcomes, rules }: PolicyEntry): Policy => ({ id, name, outcomes, rules });
export const libraryPolicies = (knowledge: Knowledge): readonly Policy[] => entriesOf<PolicyEntry>(knowledge, 'policies').map(policyOf);

const compiled = new WeakMap<object, Map<string, CompiledPolicy>>();

/** @returns the policy with this id, or the default where the library no longer has it. */
export function compiledPolicy(knowledge: Knowledge, id: string): CompiledPolicy {
  const known = compiled.get(knowledge) ?? new Map<string, CompiledPolicy>();
  compiled.set(knowledge, known);
  const before = known.get(id);
  if (before) return before;
  const policies = libraryPolicies(knowledge);
  const policy = policies.find((one) => one.id === id) ?? policies.find((one) => one.id === defaultPolicyId);
  if (policy === undefined) throw new Error(`The library has no policy "${defaultPolicyId}".`);
  const made = compilePolicy(policy, libraryOf(knowledge).facts);
  known.set(id, made);
  return made;
}
