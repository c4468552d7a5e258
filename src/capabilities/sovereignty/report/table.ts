/** The assessment as text for a terminal: how many of each verdict, then a line a system, worst first. */
import type { CountryExposure } from '../../../core/exposure/country-exposure.ts';
import type { DocumentContext } from '../../../platform/context.ts';
import { aligned } from '../../../platform/text-table.ts';
import type { Locale } from '../../../platform/words.ts';
import { type AssessedDocument, source } from '../assessed-document.ts';
import { decisionsOn } from '../explain-verdict.ts';
import { factName, readingMeaning, readingWord, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { exposuresOf, type ReportRow, reportRows, verdictCounts } from './rows.ts';

type Cells = readonly string[];

const reachMarks = ({ disclosure, cutOff }: CountryExposure, locale: Locale): string => {
  const { data, stop } = words(locale).report.reach;
  const marks = [
    ...(disclosure === 'exposed' ? [data] : disclosure === 'possible' ? [`${data}?`] : disclosure === 'mitigated' ? [`(${data})`] : []),
    ...(cutOff === 'exposed' ? [stop] : cutOff === 'possible' ? [`${stop}?`] : []),
  ];
  return marks.join('+');
};

/** Countries that can do the same stand together. */
const reachOf = ({ assessed }: ReportRow, locale: Locale): string =>
  [...Map.groupBy(exposuresOf(assessed), ([, exposure]) => reachMarks(exposure, locale))].map(([marks, all]) => `${all.map(([country]) => country).join(' ')} ${marks}`).join(', ') || '-';

const because = ({ assessed }: ReportRow, document: AssessedDocument, at: DocumentContext): string => {
  if (assessed.decisive.length > 0) return `${words(at.locale).report.ask}: ${assessed.decisive.map((fact) => factName(at.knowledge, at.locale, fact)).join(', ')}`;
  const rules = decisionsOn(document[source].policy, assessed).filter(({ verdict }) => verdict === assessed.verdict).flatMap(({ rows }) => rows.map(({ rule }) => rule));
  return [...new Set(rules)].join(', ');
};

function systemLines(document: AssessedDocument, at: DocumentContext): string[] {
  const { heads } = words(at.locale).report;
  const rows = reportRows(document).map((row): Cells => [
    row.system.id,
    verdictWord(at.locale, row.assessed.verdict),
    reachOf(row, at.locale),
    because(row, document, at),
  ]);
  return aligned([[heads.system, heads.verdict, heads.reach, heads.because].map((head) => head.toUpperCase()), ...rows]);
}

export function reportTable(document: AssessedDocument, at: DocumentContext): string {
  const { report } = words(at.locale);
  const { landscape, policy } = document[source];
  const counts = verdictCounts(document).map(({ verdict, systems }): Cells => [verdictWord(at.locale, verdict), String(systems)]);
  const others: Cells[] = [[report.contradictions, String(document.contradictions.length)], [report.unproven, String(document.unproven.length)], [report.gaps, String(document.policy.gaps)]];
  return [
    `${landscape.organisation.name} · ${document.asOf}`,
    `${report.policy}: ${policy.policy.name[at.locale]}`,
    `${readingWord(at.locale, document.reading)}: ${readingMeaning(at.locale, document.reading)}`,
    '',
    ...aligned([...counts, ...others], '  '),
    '',
    ...systemLines(document, at),
    '',
    report.legend,
  ].join('\n');
}
