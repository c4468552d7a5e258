/** Answers the questions of one layer from a role. What is left open is no answer; what was answered can be taken back. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { type InputFault, invalid, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { type AnswerExtra, AnswerForm } from './pages/answer-form.tsx';
import { type Questionnaire, questionnaireOf } from './questionnaire.ts';
import { answerRoles, isAnswerRole } from './roles.ts';
import { type Given, readAnswers, replaceAnswers } from './store.ts';
import { words } from './words.ts';

const answer = z.strictObject({ answer: z.string().max(60).optional(), note: z.string().trim().max(2000).optional() });
const input = z.strictObject({ role: z.enum(answerRoles), layer: z.literal([1, 2, 3, 4, 5, 6, 7, 8]), answers: z.record(z.string(), answer).optional(), then: z.enum(['next', 'overview']).optional() });
type Input = z.output<typeof input>;
type Layer = Questionnaire['layers'][number];

const fault = (path: string, name: 'needsReason' | 'needsAnswer' | 'unknownAnswer' | 'unknownQuestion'): InputFault => ({ path: `answers.${path}`, message: both(words, (text) => text.form[name]) });

function faultsIn({ answers }: Questionnaire, { questions }: Layer, given: NonNullable<Input['answers']>): InputFault[] {
  return Object.entries(given).flatMap(([question, { answer: said = '', note = '' }]) => {
    if (!questions.some(({ id }) => id === question)) return [fault(question, 'unknownQuestion')];
    if (said === '') return note === '' ? [] : [fault(`${question}.answer`, 'needsAnswer')];
    const known = answers.find(({ id }) => id === said);
    if (!known) return [fault(`${question}.answer`, 'unknownAnswer')];
    return known.asksReason && note === '' ? [fault(`${question}.note`, 'needsReason')] : [];
  });
}

const givenIn = (given: NonNullable<Input['answers']>) =>
  Object.entries(given).flatMap(([question, { answer: said = '', note = '' }]) => (said === '' ? [] : [{ question, answer: said, note }]));

const isDone = (own: readonly Given[]) => ({ questions }: Layer): boolean => questions.every(({ id }) => own.some(({ question }) => question === id));

const startOf = (own: readonly Given[]) => ({ answers: Object.fromEntries(own.map(({ question, answer: said, note }) => [question, { answer: said, note }])) });

export const answerLayer = defineOperation({
  name: 'conversation.answer-layer',
  title: { nl: 'Vragen van het gesprek beantwoorden', en: 'Answer questions of the conversation' },
  permission: 'member',
  input,
  output: z.strictObject({ questionnaire: z.string() }),
  /** Neither the role nor the answers: the log must not tell who said what. */
  effect: { kind: 'change', trace: (_, { questionnaire }) => ({ object: `conversation/${questionnaire}` }) },
  rest: { method: 'PUT', path: '/conversation/answers/{role}/{layer}' },
  handle: async (at, { role, layer: number, answers = {} }) => {
    const questionnaire = questionnaireOf(at);
    const layer = questionnaire?.layers.find((one) => one.layer === number);
    if (!questionnaire || !layer) return notFound;
    const faults = faultsIn(questionnaire, layer, answers);
    if (faults.length > 0) return invalid(...faults);
    const about = { questionnaire: questionnaire.id, role, questions: layer.questions.map(({ id }) => id) };
    await replaceAnswers(at, about, givenIn(answers));
    return { questionnaire: questionnaire.id };
  },
  web: {
    kind: 'form',
    path: '/conversation/answers/{role}/{layer}',
    load: async (at, { role = '', layer: number }) => {
      const questionnaire = questionnaireOf(at);
      const layer = questionnaire?.layers.find((one) => String(one.layer) === number);
      if (!questionnaire || !layer || !isAnswerRole(role)) return notFound;
      const own = (await readAnswers(at, questionnaire.id)).filter((one) => one.own && one.role === role);
      const shown = own.filter(({ question }) => layer.questions.some(({ id }) => id === question));
      const extra: AnswerExtra = { questionnaire, layer, role, done: questionnaire.layers.filter(isDone(own)).map((one) => one.layer) };
      return { values: startOf(shown), extra };
    },
    title: ({ extra, locale }) => words(locale).layer(extra.layer.layer, extra.layer.name),
    render: (view) => <AnswerForm view={view} />,
    done: (_, { role, layer, then }) => {
      const last = layer === 1;
      if (last || then === 'overview') return { to: '/conversation/answers', notice: (locale) => (last ? words(locale).form.finished : words(locale).form.saved) };
      return { to: `/conversation/answers/${role}/${layer - 1}`, notice: (locale) => words(locale).form.saved };
    },
  },
});
