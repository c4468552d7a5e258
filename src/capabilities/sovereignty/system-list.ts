/** What the list of systems shows, and how it is found, filtered and sorted. */
import { z } from 'zod';
import type { SystemAssessment } from '../../core/assess.ts';
import type { Criticality, System } from '../../core/landscape/document.ts';
import { reading } from '../../core/library/library.ts';
import type { Assessed } from './current-assessment.ts';
import { collatorFor, type Listed, listInput, matcher, pageOf } from './listing.ts';
import { verdictsWorstFirst } from './verdict-order.ts';

export const systemSorts = ['verdict', '-verdict', 'name', '-name', 'criticality', '-criticality'] as const;
export type SystemSort = (typeof systemSorts)[number];

export type SystemRow = {
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
  readonly outcomes: readonly string[];
  readonly criticality: Criticality | 'none';
  /** Countries outside the EEA that can, or may be able to, demand readable data. */
  readonly canRead: readonly string[];
  readonly mayRead: readonly string[];
  readonly questions: number;
};
export type SystemList = Listed<SystemRow> & {
  readonly revision: number;
  readonly policy: { readonly id: string; readonly name: { readonly nl: string; readonly en: string }; readonly outcomes: readonly string[] };
  readonly reading: 'wide' | 'narrow';
  /** Over all systems, worst first; verdicts that none has are left out. */
  readonly counts: readonly { readonly verdict: string; readonly systems: number }[];
};

export const systemListInput = z.strictObject({ ...listInput, verdict: z.string().max(200).optional(), sort: z.enum(systemSorts).optional(), reading: z.enum(reading).optional() });
export type SystemListInput = z.output<typeof systemListInput>;

const rowOf = (system: System, { verdict, outcomes, criticality, exposure, decisive }: SystemAssessment): SystemRow => {
  const countries = Object.entries(exposure);
  const which = (status: string): string[] => countries.flatMap(([country, { disclosure }]) => (disclosure === status ? [country] : []));
  return { id: system.id, name: system.name, verdict, outcomes, criticality, canRead: which('exposed'), mayRead: which('possible'), questions: decisive.length };
};

type Pair = { readonly system: System; readonly assessed: SystemAssessment };
type Compare = (a: Pair, b: Pair) => number;
const gravest: readonly (Criticality | 'none')[] = ['essential', 'important', 'normal', 'none'];

function compareBy(sort: SystemSort, verdicts: readonly string[], locale: string): Compare {
  const collator = collatorFor(locale);
  const byName: Compare = (a, b) => collator.compare(a.system.name, b.system.name) || (a.system.id < b.system.id ? -1 : 1);
  const ranks = new Map(verdicts.map((verdict, at) => [verdict, at]));
  const keys: Readonly<Record<string, Compare>> = {
    name: byName,
    verdict: (a, b) => (ranks.get(a.assessed.verdict) ?? 0) - (ranks.get(b.assessed.verdict) ?? 0),
    criticality: (a, b) => gravest.indexOf(a.assessed.criticality) - gravest.indexOf(b.assessed.criticality),
  };
  const key = keys[sort.replace('-', '')]!;
  const direction = sort.startsWith('-') ? -1 : 1;
  return (a, b) => direction * key(a, b) || byName(a, b);
}

const count = (assessed: Assessed, verdicts: readonly string[]): SystemList['counts'] => {
  const found = Map.groupBy(Object.values(assessed.assessment.systems), ({ verdict }) => verdict);
  return verdicts.flatMap((verdict) => (found.has(verdict) ? [{ verdict, systems: found.get(verdict)!.length }] : []));
};

/** @param locale sorts the names. */
export function systemList(assessed: Assessed, { q, verdict, sort = 'verdict', page }: SystemListInput, locale: string): SystemList {
  const { landscape, assessment, policy } = assessed;
  const verdicts = verdictsWorstFirst(policy);
  const isFound = matcher(q);
  const found = landscape.systems
    .map((system): Pair => ({ system, assessed: assessment.systems[system.id]! }))
    .filter((pair) => (verdict === undefined || pair.assessed.verdict === verdict) && isFound(pair.system.name, pair.system.id))
    .sort(compareBy(sort, verdicts, locale));
  const { rows, ...listed } = pageOf(found, landscape.systems.length, page);
  const { id, name, outcomes } = policy.policy;
  return { ...listed, rows: rows.map((pair) => rowOf(pair.system, pair.assessed)), revision: assessed.revision, policy: { id, name, outcomes }, reading: assessed.reading, counts: count(assessed, verdicts) };
}
