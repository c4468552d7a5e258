/** The assessment as findings at the lines of the landscape document: what is forbidden, unknown, not covered or contradicted. */
import type { Path } from '../../../core/fault.ts';
import type { Id, Landscape } from '../../../core/landscape/document.ts';
import type { ReportedClaim } from '../../../core/landscape/reported-claims.ts';
import { gap, undetermined } from '../../../core/policy/policy.ts';
import { type Finding, type FindingLevel, type FindingRule, sarifText } from '../../../formats/sarif/write.ts';
import type { DocumentContext } from '../../../platform/context.ts';
import { nameOf } from '../../library/public.ts';
import { type AssessedDocument, source } from '../assessed-document.ts';
import { decisionsOn } from '../explain-verdict.ts';
import { factQuestion, verdictMeaning, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { type ReportRow, reportRows } from './rows.ts';

type Place = Omit<Finding, 'file' | 'line'> & { readonly path: Path };

const contradiction = 'contradiction';

function rulesOf(document: AssessedDocument, { locale }: DocumentContext): readonly FindingRule[] {
  const [worst = ''] = document[source].policy.policy.outcomes;
  const level: Readonly<Record<string, FindingLevel>> = { [worst]: 'error', [gap]: 'error' };
  const verdicts = [worst, undetermined, gap].map((verdict) => ({ id: verdict, title: verdictMeaning(locale, verdict) || verdictWord(locale, verdict), level: level[verdict] ?? 'warning' }));
  return [...verdicts, { id: contradiction, title: words(locale).report.contradictionRule, level: 'warning' }];
}

const indexOf = (list: readonly { readonly id: Id }[], id: Id): number => list.findIndex((item) => item.id === id);

function verdictPlace({ system, assessed }: ReportRow, document: AssessedDocument, at: DocumentContext, level: FindingLevel): Place {
  const { landscape, policy } = document[source];
  const rows = decisionsOn(policy, assessed).filter(({ verdict }) => verdict === assessed.verdict);
  const why = assessed.decisive.length > 0 ? assessed.decisive.map((fact) => factQuestion(at.knowledge, at.locale, fact)) : rows.flatMap(({ dataset, rows: own }) => own.map(({ rule }) => words(at.locale).report.row(rule, dataset)));
  return { rule: assessed.verdict, level, text: [`${system.name}: ${verdictWord(at.locale, assessed.verdict)}.`, ...new Set(why)].join(' '), key: `${assessed.verdict}/${system.id}`, path: ['systems', indexOf(landscape.systems, system.id)] };
}

/** Where the claim stands; the nearest thing around it where only a part of the path does. */
const pathOf = ({ place, layer, measure, clause }: ReportedClaim, landscape: Landscape): Path => {
  if (place.kind === 'contract') return ['contracts', indexOf(landscape.contracts, place.id), 'clauses', clause ?? ''];
  const owner: Path = place.kind === 'organisation' ? ['organisation'] : place.kind === 'system' ? ['systems', indexOf(landscape.systems, place.id)] : ['providers', indexOf(landscape.providers, place.id)];
  return [...owner, 'layers', String(layer), 'measures', measure ?? ''];
};

function contradictionPlace(claim: ReportedClaim, document: AssessedDocument, at: DocumentContext): Place {
  const { report, state } = words(at.locale);
  const topic = claim.measure === undefined ? nameOf(at.knowledge, at.locale, 'clauses', claim.clause ?? '') : nameOf(at.knowledge, at.locale, 'measures', claim.measure);
  const text = report.contradicted(claim.place.id, topic, state[claim.claimed], state[claim.state], claim.evidence ?? '');
  return { rule: contradiction, level: 'warning', text, key: [contradiction, claim.place.kind, claim.place.id, claim.layer ?? '', claim.measure ?? claim.clause].join('/'), path: pathOf(claim, document[source].landscape) };
}

export function reportSarif(document: AssessedDocument, at: DocumentContext): string {
  const rules = rulesOf(document, at);
  const levels = new Map(rules.map(({ id, level }) => [id, level]));
  const places = [
    ...reportRows(document).filter(({ assessed }) => levels.has(assessed.verdict)).map((row) => verdictPlace(row, document, at, levels.get(row.assessed.verdict) ?? 'warning')),
    ...document.contradictions.map((claim) => contradictionPlace(claim, document, at)),
  ];
  const { file, linesOf } = document[source];
  const lines = linesOf(places.map(({ path }) => path));
  return sarifText({ tool: 'regiekompas', rules, findings: places.map(({ rule, level, text, key }, index) => ({ rule, level, text, key, file, line: lines[index] ?? 1 })) });
}
