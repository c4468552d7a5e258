/** What other slices may use of the policy. */
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import type { Context } from '../../platform/context.ts';
import { compiledPolicy, defaultPolicyId } from './library-policies.ts';
import { readAdoptions } from './store.ts';

export { policyTables } from './exported-tables.ts';
export { compiledPolicy, defaultPolicyId, libraryPolicies } from './library-policies.ts';
export { type Adoption, readAdoptions, writeAdoption } from './store.ts';

/** The policy the organisation goes by. One query. */
export async function currentPolicy(at: Context): Promise<CompiledPolicy> {
  const [adopted] = await readAdoptions(at.db, at.organisation.id, 1);
  return compiledPolicy(at.knowledge, adopted?.policyId ?? defaultPolicyId);
}
