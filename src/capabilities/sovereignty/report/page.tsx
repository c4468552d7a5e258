/** The assessment as one page that stands by itself, to mail, print or keep beside a pipeline. */
import { raw } from 'hono/html';
import type { ReportedClaim } from '../../../core/landscape/reported-claims.ts';
import type { DocumentContext } from '../../../platform/context.ts';
import { UserText } from '../../../ui/link/component.tsx';
import { nameOf } from '../../library/public.ts';
import { type AssessedDocument, source } from '../assessed-document.ts';
import { decisionsOn, reasonInWords } from '../explain-verdict.ts';
import { countryName, exposureWord, factQuestion, layerTitle, readingMeaning, readingWord, toneOfVerdict, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { exposuresOf, type ReportRow, reportRows, verdictCounts } from './rows.ts';
import { reportStyle } from './style.ts';

type Props = { readonly document: AssessedDocument; readonly at: DocumentContext };

const Counts = ({ document, at }: Props) => {
  const { outcomes } = document[source].policy.policy;
  return (
    <ul class="counts">
      {verdictCounts(document).map(({ verdict, systems }) => <li><strong>{systems}</strong> <span class={toneOfVerdict(verdict, outcomes)}>{verdictWord(at.locale, verdict)}</span></li>)}
    </ul>
  );
};

const Because = ({ row, document, at }: Props & { readonly row: ReportRow }) => {
  const { policy, landscape } = document[source];
  const { decisive, verdict } = row.assessed;
  if (decisive.length > 0) return <ul>{decisive.map((fact) => <li>{factQuestion(at.knowledge, at.locale, fact)}</li>)}</ul>;
  const decided = decisionsOn(policy, row.assessed).filter((decision) => decision.verdict === verdict);
  return (
    <ul>
      {decided.flatMap(({ dataset, rows }) => rows.map(({ rule, reasons }) => {
        const held = landscape.datasets.find(({ id }) => id === dataset);
        return <li>{held && <><UserText text={held.name} />: </>}{reasons.map((reason) => reasonInWords(reason, at.knowledge, at.locale)).join('; ')} <span class="quiet">({rule})</span></li>;
      }))}
    </ul>
  );
};

const SystemRow = ({ row, document, at }: Props & { readonly row: ReportRow }) => {
  const { heads } = words(at.locale).report;
  const { verdict } = row.assessed;
  return (
    <tr>
      <th scope="row"><UserText text={row.system.name} /></th>
      <td data-label={heads.verdict}><span class={toneOfVerdict(verdict, document[source].policy.policy.outcomes)}>{verdictWord(at.locale, verdict)}</span></td>
      <td data-label={heads.because}><Because row={row} document={document} at={at} /></td>
      <td data-label={heads.reach}>
        {exposuresOf(row.assessed).length === 0 && words(at.locale).report.nobody}
        <ul>{exposuresOf(row.assessed).map(([country, { disclosure, cutOff }]) => <li>{countryName(at.knowledge, at.locale, country)}: {exposureWord(at.locale, 'disclosure', disclosure)}. {exposureWord(at.locale, 'cutOff', cutOff)}.</li>)}</ul>
      </td>
    </tr>
  );
};

const Systems = ({ document, at }: Props) => {
  const { heads, systems } = words(at.locale).report;
  return (
    <div class="scroll" role="region" aria-label={systems} tabindex={0}>
      <table>
        <caption>{systems}</caption>
        <thead><tr>{[heads.system, heads.verdict, heads.because, heads.reach].map((head) => <th scope="col">{head}</th>)}</tr></thead>
        <tbody>{reportRows(document).map((row) => <SystemRow row={row} document={document} at={at} />)}</tbody>
      </table>
    </div>
  );
};

const Contradiction = ({ claim, at }: { readonly claim: ReportedClaim; readonly at: DocumentContext }) => {
  const { report, state } = words(at.locale);
  const topic = claim.measure === undefined ? nameOf(at.knowledge, at.locale, 'clauses', claim.clause ?? '') : nameOf(at.knowledge, at.locale, 'measures', claim.measure);
  return <li>{claim.layer !== undefined && `${layerTitle(at.knowledge, at.locale, claim.layer)}: `}{report.contradicted(claim.place.id, topic, state[claim.claimed], state[claim.state], claim.evidence ?? '')}</li>;
};

const Contradictions = ({ document, at }: Props) => {
  const { report } = words(at.locale);
  return (
    <>
      <h2>{report.contradictions}</h2>
      {document.contradictions.length === 0 ? <p>{report.noContradictions}</p> : <ul>{document.contradictions.map((claim) => <Contradiction claim={claim} at={at} />)}</ul>}
      <p class="quiet">{report.unprovenCount(document.unproven.length)}</p>
    </>
  );
};

const Page = ({ document, at }: Props) => {
  const { report } = words(at.locale);
  const { landscape, policy } = document[source];
  return (
    <html lang={at.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${landscape.organisation.name}: ${report.title} – Regiekompas`}</title>
        <style>{raw(reportStyle)}</style>
      </head>
      <body>
        <main>
          <h1><UserText text={landscape.organisation.name} />: {report.title}</h1>
          <p>{report.lead(Object.keys(document.systems).length, policy.policy.name[at.locale], document.asOf)}</p>
          <Counts document={document} at={at} />
          <p class="quiet">{readingWord(at.locale, document.reading)}: {readingMeaning(at.locale, document.reading)}</p>
          <h2>{report.systems}</h2>
          <Systems document={document} at={at} />
          <Contradictions document={document} at={at} />
        </main>
      </body>
    </html>
  );
};

export const reportPage = (document: AssessedDocument, at: DocumentContext): string => `<!doctype html>${String(<Page document={document} at={at} />)}`;
