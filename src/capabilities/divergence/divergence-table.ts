/** The answer as text for a terminal: a line a question, in the order of the dialogue, and what it says. */
import type { Divergence, QuestionShown } from '../../core/divergence/diverge.ts';
import { aligned } from '../../platform/text-table.ts';
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
  const [heads = '', ...lines] = aligned([Object.values(text.columns), ...order.map((id) => cells(id, questions[id] as QuestionShown, locale))]);
  const told = order.flatMap((id, at) => [lines[at] ?? '', ...notes(questions[id] as QuestionShown, locale)]);
  return [heads, ...told, ...(ranking[0] === undefined ? [] : ['', text.first(ranking[0])])].join('\n');
}
