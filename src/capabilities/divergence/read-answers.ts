/** Answers out of a CSV file (engine.md §11), or all that is wrong with it, each with its line. */
import type { Answer } from '../../core/divergence/diverge.ts';
import { type CsvRow, readCsv } from '../../formats/csv/read.ts';
import type { DocumentText } from '../../platform/command.ts';
import { invalid, type InputFault, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { words } from './words.ts';

export type Given = { readonly scale: (question: string) => number; readonly answers: readonly Answer[] };

const needed = ['question', 'person', 'answer'] as const;
const own = new Set<string>([...needed, 'scale']);
/** K where the file says nothing else. */
const usualScale = 5;
const widestScale = 11;

type Words = ReturnType<typeof words>['faults'];
type Place = (line: number, path: string, say: (text: Words) => string) => InputFault;

const whole = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

/** The scale each question says it has; null where it says none. */
function scalesOf(rows: readonly CsvRow[], fault: Place): { readonly scales: ReadonlyMap<string, number>; readonly faults: InputFault[] } {
  const scales = new Map<string, number>();
  const faults = rows.flatMap(({ line, cells: { question = '', scale = '' } }) => {
    if (scale === '') return [];
    const given = whole(scale);
    if (given === null || given < 3 || given > widestScale) return [fault(line, 'scale', (text) => text.scale(scale))];
    if ((scales.get(question) ?? given) !== given) return [fault(line, 'scale', (text) => text.scales(question))];
    scales.set(question, given);
    return [];
  });
  return { scales, faults };
}

function faultsOfRow({ line, cells }: CsvRow, fault: Place): InputFault[] {
  const empty = needed.filter((column) => (cells[column] ?? '') === '').map((column) => fault(line, column, (text) => text.empty(column)));
  const answer = cells['answer'] ?? '';
  const value = whole(answer);
  return answer === '' || (value !== null && value >= 1) ? empty : [...empty, fault(line, 'answer', (text) => text.answer(answer))];
}

const lensesOf = (cells: CsvRow['cells']): Record<string, string> => Object.fromEntries(Object.entries(cells).filter(([column, value]) => !own.has(column) && value !== ''));

function answersIn(rows: readonly CsvRow[], fault: Place): Given | Refusal {
  const { scales, faults } = scalesOf(rows, fault);
  const wrong = rows.flatMap((row) => faultsOfRow(row, fault));
  if (wrong.length + faults.length > 0) return invalid(...wrong, ...faults);
  const highest = Math.max(usualScale, ...rows.filter(({ cells }) => !scales.has(cells['question'] as string)).map(({ cells }) => Number(cells['answer'])));
  const seen = new Set<string>();
  const more = rows.flatMap(({ line, cells }) => {
    const { question = '', person = '', answer = '' } = cells;
    const scale = scales.get(question) ?? highest;
    const key = JSON.stringify([person, question]);
    const isSecond = seen.has(key);
    seen.add(key);
    return [
      ...(Number(answer) > Math.min(scale, widestScale) ? [fault(line, 'answer', (text) => text.outside(answer, Math.min(scale, widestScale)))] : []),
      ...(isSecond ? [fault(line, 'person', (text) => text.twice(person, question))] : []),
    ];
  });
  if (more.length > 0) return invalid(...more);
  const answers = rows.map(({ cells }): Answer => ({ question: cells['question'] as string, person: cells['person'] as string, answer: Number(cells['answer']), lenses: lensesOf(cells) }));
  return { scale: (question) => scales.get(question) ?? highest, answers };
}

export function readAnswers({ name, text }: DocumentText): Given | Refusal {
  const fault: Place = (line, path, say) => ({ path, file: name, line, message: both(words, (all) => say(all.faults)) });
  const table = readCsv(text);
  if (!table.ok) return invalid(fault(table.line, '', (all) => (table.reason === 'column-twice' ? all['column-twice'](table.column ?? '') : all[table.reason])));
  const missing = needed.filter((column) => !table.columns.includes(column));
  if (missing.length > 0) return invalid(...missing.map((column) => fault(1, column, (all) => all.missing(column))));
  return answersIn(table.rows, fault);
}
