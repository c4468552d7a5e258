/** What every report tells of each system, worst verdict first. */
import type { SystemAssessment } from '../../../core/assess.ts';
import type { CountryExposure } from '../../../core/exposure/country-exposure.ts';
import type { System } from '../../../core/landscape/document.ts';
import { byCodePoint } from '../../../core/order.ts';
import { type AssessedDocument, source } from '../assessed-document.ts';
import { verdictsWorstFirst } from '../verdict-order.ts';

export type ReportRow = { readonly system: System; readonly assessed: SystemAssessment };

export const reportRows = (assessed: AssessedDocument): readonly ReportRow[] => {
  const { landscape, policy } = assessed[source];
  const order = verdictsWorstFirst(policy);
  const rank = ({ assessed: { verdict } }: ReportRow): number => order.indexOf(verdict);
  return landscape.systems.map((system) => ({ system, assessed: assessed.systems[system.id]! })).sort((a, b) => rank(a) - rank(b) || byCodePoint(a.system.id, b.system.id));
};

/** How many systems have each verdict, worst first; what no system has is left out. */
export const verdictCounts = (assessed: AssessedDocument): readonly { readonly verdict: string; readonly systems: number }[] => {
  const found = Object.values(assessed.systems);
  return verdictsWorstFirst(assessed[source].policy)
    .map((verdict) => ({ verdict, systems: found.filter((system) => system.verdict === verdict).length }))
    .filter(({ systems }) => systems > 0);
};

export const exposuresOf = ({ exposure }: SystemAssessment): readonly (readonly [string, CountryExposure])[] => Object.entries(exposure);
