/** `regie match`: the best pairs of a document, with their proof, on a file alone (engine.md §§10, 11). */
import { z } from 'zod';
import { checkOneSide, checkTwoSides, type Checked } from '../../core/matching/certificate.ts';
import type { Pair, Problem } from '../../core/matching/problem.ts';
import { matchOneSide, type OneSided } from '../../core/matching/one-sided.ts';
import { type Fit, isTwoSided, peopleAtMost, problemOf, terms, type Weights } from '../../core/matching/people.ts';
import type { MatchingDocument, MatchingFaultCode, Sided } from '../../core/matching/read.ts';
import type { Fault } from '../../core/fault.ts';
import { pathText } from '../../core/fault.ts';
import type { TextFaultCode } from '../../formats/text-document/document.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { entriesOf } from '../library/public.ts';
import { matchTwoSides, type TwoSided } from '../../core/matching/two-sided.ts';
import { readMatchingFile } from '../../formats/matching-document/read.ts';
import { documentText } from '../../platform/command.ts';
import { defineDocumentOperation } from '../../platform/operation.ts';
import { invalid, type InputFault } from '../../platform/refusal.ts';
import { aligned } from '../../platform/text-table.ts';
import { both, type Locale } from '../../platform/words.ts';
import { faultOf } from '../landscape/public.ts';
import { words } from './words.ts';

type Why = Fit['why'];

/** `why`: the terms of a score; none where it came with the document. `gap` 0: proven, and `certificate` has what the checker needs to say so by itself. */
type Proven<Answer extends TwoSided | OneSided> = Omit<Answer, 'certificate' | 'pairs'> & {
  readonly pairs: readonly (Pair & { readonly why: Why })[];
  readonly certificate: Answer['certificate'] & { readonly gap: number };
};
export type MatchedDocument = { readonly regiekompas: 'matching/1' } & (Proven<TwoSided> | Proven<OneSided>);

/** INVARIANT: no answer leaves that the checker, which shares nothing with the solver, does not confirm. */
function proven<Answer extends TwoSided | OneSided>(answer: Answer, { gap, faults }: Checked, whyOf: (pair: Pair) => Why): Proven<Answer> {
  if (gap !== 0n || faults.length > 0) throw new Error(`The pairs are not proven: gap ${gap}; ${faults.join('; ')}`);
  const { pairs, certificate, ...rest } = answer;
  return { ...rest, pairs: pairs.map((pair) => ({ ...pair, why: whyOf(pair) })), certificate: { gap: 0, ...certificate } };
}

function best(problem: Problem, sided: Sided, whyOf: (pair: Pair) => Why): MatchedDocument {
  if (sided === 'one') {
    const answer = matchOneSide(problem);
    return { regiekompas: 'matching/1', ...proven(answer, checkOneSide(problem, answer), whyOf) };
  }
  const answer = matchTwoSides(problem);
  return { regiekompas: 'matching/1', ...proven(answer, checkTwoSides(problem, answer), whyOf) };
}

/** `library/matching.yaml`. */
function weightsIn({ knowledge }: DocumentContext): Weights {
  const known = new Map(entriesOf<{ readonly id: string; readonly weight: number }>(knowledge, 'matching').map(({ id, weight }) => [id, weight]));
  return Object.fromEntries(terms.map((term) => [term, known.get(term) ?? 0])) as Weights;
}

type Asked = { readonly problem: Problem; readonly sided: Sided; readonly whyOf: (pair: Pair) => Why };

function askedIn(document: MatchingDocument, at: DocumentContext): Asked | 'too-many' {
  if ('problem' in document) return { ...document, whyOf: () => [] };
  if (document.people.length > peopleAtMost) return 'too-many';
  const { problem, fitOf } = problemOf(document.people, document.kind, weightsIn(at));
  return { problem, sided: isTwoSided(document.kind) ? 'two' : 'one', whyOf: (pair) => fitOf(pair).why };
}

function messageOf({ code, details, path }: Fault<MatchingFaultCode | TextFaultCode>, file: string, line: number): InputFault {
  const place = { path: pathText(path), file, line };
  const id = String(details['id'] ?? '');
  if (code === 'unknown-id') return { ...place, message: both(words, (text) => text.faults['unknown-id'](id, String(details['nearest'] ?? ''))) };
  if (code === 'circular-line') return { ...place, message: both(words, (text) => text.faults['circular-line'](id)) };
  if (code === 'no-side') return { ...place, message: both(words, (text) => text.faults['no-side']) };
  return faultOf({ code, details, path }, { file, line });
}

/** What is reckoned within seconds, so that nobody keeps others waiting. */
const pairsAtMost = { two: 600_000, one: 30_000 } as const;
const tooMany = (file: string) => invalid({ path: 'pairs', file, line: 1, message: both(words, (text) => text.tooMany) });

const figure = (value: number, locale: Locale): string => value.toLocaleString(locale === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 3 });

function told(answer: MatchedDocument, locale: Locale): string {
  const text = words(locale);
  const { objective } = answer;
  if (answer.lowest === null) return [text.nobody, ...(answer.unmatched.length > 0 ? [text.unmatched(answer.unmatched.join(', '))] : [])].join('\n');
  const [lowest, total] = [figure(answer.lowest, locale), figure(answer.total, locale)];
  const rows = [Object.values(text.columns), ...answer.pairs.map(({ a, b, score }) => [a, b, figure(score, locale)])];
  return [
    ...aligned(rows), '',
    objective.length === 4 ? text.two(objective[0], lowest, objective[2], total) : text.one(objective[0], lowest, total),
    ...(answer.unmatched.length > 0 ? [text.unmatched(answer.unmatched.join(', '))] : []), text.proven,
  ].join('\n');
}

export const matchPeople = defineDocumentOperation({
  name: 'matching.match-people',
  title: (locale) => words(locale).title,
  permission: 'member',
  input: z.strictObject({ document: documentText.meta({ label: both(words, (text) => text.document), hint: both(words, (text) => text.documentHint) }) }),
  output: z.custom<MatchedDocument>().meta({ description: 'A document matching/1 with its answer; its schema is library/schemas/matching-1.schema.json.' }),
  rest: { method: 'POST', path: '/matchings' },
  handle: (at, { document: { name, text } }) => {
    const read = readMatchingFile(new TextEncoder().encode(text), name);
    if (read.ok) {
      const asked = askedIn(read.value, at);
      return asked === 'too-many' || asked.problem.pairs.length > pairsAtMost[asked.sided] ? tooMany(name) : best(asked.problem, asked.sided, asked.whyOf);
    }
    return invalid(...read.faults.map((fault) => messageOf(fault, name, fault.line)));
  },
  command: {
    name: 'match',
    summary: (locale) => words(locale).summary,
    files: { into: 'document', run: 'each', placeholder: 'MATCHING' },
    options: {},
    formats: { table: (answer, at) => told(answer, at.locale), json: (answer) => JSON.stringify(answer) },
  },
});
