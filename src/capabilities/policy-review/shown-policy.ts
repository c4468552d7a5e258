/** A policy with today's landscape under it: what the pages show and the interface answers. */
import { z } from 'zod';
import { reading, type Reading } from '../../core/library/library.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { type PolicyVerification, verifyPolicy } from '../../core/policy/verify.ts';
import type { Context } from '../../platform/context.ts';
import { namesOf } from '../identity/public.ts';
import { type Adoption, compiledPolicy, libraryPolicies, readAdoptions } from '../policy/public.ts';
import { type Assessed, assessmentOf } from '../sovereignty/public.ts';
import { assessedUnder, type Changes, changesBetween, rowsToday, type Tally, tally } from './today.ts';

/** The sides of a policy's page. */
export const parts = ['changes', 'rules', 'table', 'check'] as const;
export type Part = (typeof parts)[number];

const shownAdoptions = 20;

export type ShownAdoption = { readonly at: string; readonly policy: string; readonly person: string | null };
export type Beside = { readonly id: string; readonly adopted: boolean; readonly rules: number; readonly today: Tally };

const tallied = z.array(z.strictObject({ verdict: z.string(), systems: z.number() })).readonly();

/** `changes` is null for the policy that holds already. */
export const shownPolicy = z.strictObject({
  policy: z.custom<Policy>(),
  adopted: z.boolean(),
  adoptedPolicy: z.string(),
  reading: z.enum(reading),
  systems: z.number(),
  today: tallied,
  rows: z.array(z.strictObject({ rule: z.string(), decides: z.number(), mayDecide: z.number() })).readonly(),
  verification: z.custom<PolicyVerification>(),
  changes: z.custom<Changes>().nullable(),
  names: z.record(z.string(), z.string()),
  policies: z.array(z.strictObject({ id: z.string(), adopted: z.boolean(), rules: z.number(), today: tallied })).readonly(),
  adoptions: z.array(z.strictObject({ at: z.string(), policy: z.string(), person: z.string().nullable() })).readonly(),
});
export type ShownPolicy = z.output<typeof shownPolicy>;

const verified = new WeakMap<CompiledPolicy, PolicyVerification>();

/** A policy of the library stays what it is as long as the program runs. */
function verificationOf(compiled: CompiledPolicy): PolicyVerification {
  const verification = verified.get(compiled) ?? verifyPolicy(compiled);
  verified.set(compiled, verification);
  return verification;
}

async function withNames(at: Context, adoptions: readonly Adoption[]): Promise<readonly ShownAdoption[]> {
  const names = await namesOf(at.db, at.organisation.id, [...new Set(adoptions.map(({ personId }) => personId))]);
  return adoptions.map(({ at: moment, policyId, personId }) => ({ at: moment.toISOString(), policy: policyId, person: names.get(personId) ?? null }));
}

const beside = (at: Context, { survey, policy }: Assessed): readonly Beside[] =>
  libraryPolicies(at.knowledge).map(({ id, rules }) => {
    const compiled = compiledPolicy(at.knowledge, id);
    return { id, adopted: id === policy.policy.id, rules: rules.length, today: tally(assessedUnder(survey, compiled), compiled) };
  });

const namesOfSystems = ({ landscape }: Assessed, changes: Changes | null): Record<string, string> => {
  const wanted = new Set(changes?.systems.map(({ system }) => system));
  return Object.fromEntries(landscape.systems.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]));
};

/** @param id of the library's policy; without it the one that holds now. INVARIANT: the library has it. */
export async function showPolicy(at: Context, id: string | undefined, wanted: Reading): Promise<ShownPolicy> {
  const assessed = await assessmentOf(at, wanted);
  const adoptions = await readAdoptions(at.db, at.organisation.id, shownAdoptions);
  const compiled = id === undefined ? assessed.policy : compiledPolicy(at.knowledge, id);
  const assessment = compiled === assessed.policy ? assessed.assessment : assessedUnder(assessed.survey, compiled);
  const changes = compiled === assessed.policy ? null : changesBetween(assessed.assessment, assessment);
  const verification = verificationOf(compiled);
  return {
    policy: compiled.policy,
    adopted: changes === null,
    adoptedPolicy: assessed.policy.policy.id,
    reading: wanted,
    systems: assessed.landscape.systems.length,
    today: tally(assessment, compiled),
    rows: rowsToday(assessment, compiled),
    verification,
    changes,
    names: namesOfSystems(assessed, changes),
    policies: beside(at, assessed),
    adoptions: await withNames(at, adoptions),
  };
}
