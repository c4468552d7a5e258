/** The answers of the organisation: roles side by side on a page, and as rows for a spreadsheet. */
import { z } from 'zod';
import { writeCsv } from '../../formats/csv/write.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import type { Locale } from '../../platform/words.ts';
import { type Overview, overview, overviewOf } from './overview.ts';
import { AnswersPage } from './pages/answers-page.tsx';
import { questionnaireOf } from './questionnaire.ts';
import { readAnswers } from './store.ts';
import { words } from './words.ts';

async function answersOf(at: Context): Promise<Overview | Refusal> {
  const questionnaire = questionnaireOf(at);
  if (!questionnaire) return notFound;
  return overviewOf(questionnaire, await readAnswers(at, questionnaire.id));
}

export const showAnswers = defineOperation({
  name: 'conversation.show-answers',
  title: (locale) => words(locale).answers.title,
  permission: 'conversation:read',
  input: z.strictObject({}),
  output: overview,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/conversation/answers' },
  handle: (at) => answersOf(at),
  web: { kind: 'page', path: '/conversation/answers', render: (view) => <AnswersPage view={view} /> },
});

const row = z.strictObject({ layer: z.number().int(), question: z.string(), role: z.string(), answer: z.string(), note: z.string() });

/** Questions without an answer stand in it too, with empty cells: what is not known is not left out. */
function rowsOf({ layers, answers }: Overview, locale: Locale): z.output<typeof row>[] {
  const nameOf = (id: string): string => answers.find((one) => one.id === id)?.name ?? id;
  return layers.flatMap(({ layer, asked }) =>
    asked.flatMap(({ question, voices }) => {
      if (voices.length === 0) return [{ layer, question, role: '', answer: '', note: '' }];
      return voices.map(({ role, answer, note }) => ({ layer, question, role: words(locale).roles.names[role], answer: nameOf(answer), note }));
    }),
  );
}

export const exportAnswers = defineOperation({
  name: 'conversation.export-answers',
  title: (locale) => words(locale).answers.export,
  permission: 'conversation:read',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(row) }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/conversation/answer-rows' },
  handle: async (at) => {
    const found = await answersOf(at);
    return isRefusal(found) ? found : { rows: rowsOf(found, at.locale) };
  },
  web: {
    kind: 'download',
    path: '/conversation/answers/export',
    file: ({ rows }, _, locale) => {
      const { csv, file } = words(locale).answers;
      const table = { columns: [csv.layer, csv.question, csv.role, csv.answer, csv.note], rows: rows.map(({ layer, question, role, answer, note }) => [String(layer), question, role, answer, note]) };
      return { name: `${file}.csv`, mediaType: 'text/csv; charset=utf-8', body: writeCsv(table, locale === 'nl' ? ';' : ',') };
    },
  },
});
