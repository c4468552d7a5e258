/** The words of `--fail-on`: a verdict that some system, or one of its datasets, has; or a claim that evidence contradicts. */
import type { Assessment } from '../../../core/assess.ts';
import { defaultOutcomes, gap, undetermined } from '../../../core/policy/policy.ts';
import { type AssessedDocument, source } from '../assessed-document.ts';

type Condition = (assessment: AssessedDocument) => boolean;

/** A verdict on one dataset counts, also where a worse one of another dataset is the system's. */
const hasVerdict = (verdict: string) => ({ systems }: Assessment): boolean =>
  Object.values(systems).some((system) => system.verdict === verdict || Object.values(system.datasets).some((dataset) => dataset.verdict === verdict));

const conditions = (verdicts: readonly string[]): Record<string, Condition> => Object.fromEntries(verdicts.map((verdict) => [verdict, hasVerdict(verdict)]));

export const failOn: Readonly<Record<string, Condition>> = {
  ...conditions([...defaultOutcomes, undetermined, gap]),
  contradiction: ({ contradictions }) => contradictions.length > 0,
  unproven: ({ unproven }) => unproven.length > 0,
};

/** The outcomes that the policy names itself. */
export const failOnOutcomes = (assessed: AssessedDocument): Readonly<Record<string, Condition>> => conditions(assessed[source].policy.policy.outcomes);
