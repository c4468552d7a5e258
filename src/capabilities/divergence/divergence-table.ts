/** The answer as text for a terminal: a line a question, in the order of the dialogue, and what it says. */
import type { Divergence, QuestionShown } from '../../core/divergence/diverge.ts';
import type { Locale } from '../../platform/words.ts';
import { words } from './words.ts';

const figure = (value: number): string => value.toFixed(2).replace('-', '−');

function cells(id: string, question: QuestionShown, locale: Locale): readonly string[] {
  const text = words(locale);
  if ('withheld' in question) return [id, '', '', '', text.withheld];
  if ('largelyAgree' in question) return [id, String(question.n), '', '', text.largely(question.side)];
  return [id, String(question.n), figure(question.agreement), String(question.median), text.readings[question.reading]];
}

function notes(question: QuestionShown, locale: Locale): string[] {
  if ('withheld' in question) return [];
  const text = words(locale);
  const explained = question.distances.filter((one) => one.explained).map(({ a, b }) => `    ${text.explained(a, b)}`);
  return question.suppressed.length === 0 ? explained : [...explained, `    ${text.hidden(question.suppressed.join(', '))}`];
}

export function divergenceTable({ questions, ranking }: Divergence, locale: Locale): string {
  const text = words(locale);
  const order = [...ranking, ...Object.keys(questions).filter((id) => !ranking.includes(id))];
  const rows = order.map((id) => cells(id, questions[id] as QuestionShown, locale));
  const heads = Object.values(text.columns);
  const widths = heads.map((head, at) => Math.max(...[heads, ...rows].map((row) => [...(row[at] ?? '')].length), head.length));
  const lineOf = (row: readonly string[]): string => row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length))).join('  ').trimEnd();
  const lines = order.flatMap((id, at) => [lineOf(rows[at] as readonly string[]), ...notes(questions[id] as QuestionShown, locale)]);
  return [lineOf(heads), ...lines, ...(ranking[0] === undefined ? [] : ['', text.first(ranking[0])])].join('\n');
}
