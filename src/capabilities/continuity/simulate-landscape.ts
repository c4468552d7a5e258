import { z } from 'zod';
import { defineDocumentOperation } from '../../platform/operation.ts';
import type { Locale } from '../../platform/words.ts';
import { answerTable } from './answer-table.ts';
import { answerFile } from './pages/answer-file.tsx';
import { isSimulation, type SimulatedDocument, simulateDocument, simulateInput, telling, type Told } from './simulate-document.ts';
import { words } from './words.ts';

const help = (option: 'without' | 'rank' | 'reading') => (locale: Locale) => words(locale).command[option];

/** Whether a promise breaks, by tested hours; of a ranking, whether one thing alone breaks one. */
const breaks = (told: Told): boolean => (isSimulation(told) ? told.answer.breaches.tested.length > 0 : told.answer.ranking.some(({ breaches }) => breaches > 0));

export const simulateLandscape = defineDocumentOperation({
  name: 'continuity.simulate-landscape',
  title: (locale) => words(locale).command.title,
  permission: 'anyone',
  input: simulateInput,
  output: z.custom<SimulatedDocument>().meta({ description: 'A document simulation/1; its schema is library/schemas/simulation-1.schema.json.' }),
  rest: { method: 'POST', path: '/simulations' },
  handle: simulateDocument,
  command: {
    name: 'simulate',
    summary: (locale) => words(locale).command.summary,
    files: { into: 'landscape', run: 'each', placeholder: 'LANDSCAPE' },
    options: {
      without: { help: help('without'), placeholder: 'WHAT' },
      rank: { help: help('rank'), placeholder: 'KIND' },
      reading: { help: help('reading'), placeholder: 'READING' },
    },
    formats: { table: (answer, at) => answerTable(answer[telling], at), json: (answer) => JSON.stringify(answer), html: (answer, at) => answerFile(answer[telling], at) },
    failOn: { breach: (answer) => breaks(answer[telling]) },
  },
});
