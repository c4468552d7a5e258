/** `regie diverge`: where people's answers lie apart, on a file alone (engine.md §§9, 11). */
import { z } from 'zod';
import { diverge, type Divergence, floorsFrom, lowestFloors } from '../../core/divergence/diverge.ts';
import { documentText } from '../../platform/command.ts';
import { defineDocumentOperation } from '../../platform/operation.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { readAnswers } from './read-answers.ts';
import { divergenceTable } from './divergence-table.ts';
import { words } from './words.ts';

export type DivergenceDocument = Divergence & { readonly regiekompas: 'divergence/1' };

const input = z.strictObject({
  answers: documentText.meta({ label: both(words, (text) => text.answers), hint: both(words, (text) => text.answersHint) }),
  minGroup: z.number().int().min(lowestFloors.statistic).max(1000).optional().meta({ label: both(words, (text) => text.minGroup), hint: both(words, (text) => text.minGroupHint) }),
});

export const divergeAnswers = defineDocumentOperation({
  name: 'divergence.diverge-answers',
  title: (locale) => words(locale).title,
  permission: 'member',
  input,
  output: z.custom<DivergenceDocument>().meta({ description: 'A document divergence/1; its schema is library/schemas/divergence-1.schema.json.' }),
  rest: { method: 'POST', path: '/divergences' },
  handle: (_, { answers, minGroup = lowestFloors.statistic }) => {
    const given = readAnswers(answers);
    if (isRefusal(given)) return given;
    return { regiekompas: 'divergence/1' as const, ...diverge(given.answers, { scale: given.scale, floors: floorsFrom(minGroup) }) };
  },
  command: {
    name: 'diverge',
    summary: (locale) => words(locale).summary,
    files: { into: 'answers', run: 'each', placeholder: 'ANSWERS' },
    options: { minGroup: { help: (locale) => words(locale).minGroupHint, placeholder: 'N' } },
    formats: { table: (answer, at) => divergenceTable(answer, at.locale), json: (answer) => JSON.stringify(answer) },
  },
});
