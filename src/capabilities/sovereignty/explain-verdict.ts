/** Why a verdict is what it is: the rows of the policy that decide, in words. */
import type { SystemAssessment } from '../../core/assess.ts';
import type { Id } from '../../core/landscape/document.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import { explain, type ExplainedRow } from '../../core/policy/explain.ts';
import { type FactSets, factSets } from '../../core/policy/fact-sets.ts';
import type { Outcome } from '../../core/policy/policy.ts';
import { type DatasetVerdict, noDataset } from '../../core/verdict.ts';
import type { Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';
import { factAnswer, factName } from './spoken.ts';
import { words } from './words.ts';

export const setsOf = (policy: CompiledPolicy, { facts }: DatasetVerdict): FactSets => factSets(policy, (fact) => facts[fact]);

/** A fact that a row asks, with the values of it that this case has, or may have, and the row accepts. `sure`: the fact is known. */
export type Reason = { readonly fact: Id; readonly values: readonly string[]; readonly sure: boolean };
export type DecidingRow = ExplainedRow & { readonly reasons: readonly Reason[] };
/** `dataset` undefined for a system that holds none. */
export type Decision = { readonly dataset?: Id; readonly verdict: Outcome; readonly rows: readonly DecidingRow[] };

/** Per dataset, the rows whose outcome counts, surely or possibly, in the order of the table. */
export const decisionsOn = (policy: CompiledPolicy, { datasets }: SystemAssessment): readonly Decision[] =>
  Object.entries(datasets).map(([id, verdict]) => ({ ...(id !== noDataset && { dataset: id }), verdict: verdict.verdict, rows: decidingRows(policy, verdict) }));

const decidingRows = (policy: CompiledPolicy, verdict: DatasetVerdict): readonly DecidingRow[] =>
  explain(policy, setsOf(policy, verdict)).filter(({ decides }) => decides).map((row) => ({ ...row, reasons: reasonsFor(policy, row.rule, verdict) }));

function reasonsFor(policy: CompiledPolicy, rule: Id, { facts }: DatasetVerdict): readonly Reason[] {
  const row = policy.rows.find(({ id }) => id === rule)!;
  return Object.keys(row.rule.when).map((fact) => {
    const at = policy.factIndex.get(fact)!;
    const { values } = policy.facts[at]!;
    const possible = facts[fact] ?? values;
    return { fact, values: possible.filter((value) => row.box[at]?.[values.indexOf(value)] !== 0), sure: possible.length === 1 };
  });
}

/** "Klasse van de gegevens: kritiek". */
export const reasonInWords = ({ fact, values }: Reason, knowledge: Knowledge, locale: Locale): string =>
  `${factName(knowledge, locale, fact)}: ${values.map((value) => factAnswer(knowledge, locale, fact, value)).join(` ${words(locale).or} `)}`;
