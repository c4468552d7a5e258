/** Answers to what a framework asks of one thing: a group at a time. “Nobody knows” and “not applicable, because” are answers. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { type InputFault, invalid, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { askedOf, type AskedGroup, type AskedQuestion, nobodyKnows, notApplicable } from './asked.ts';
import { AnswerForm } from './pages/answer-form.tsx';
import { type Desk, deskOf, self } from './standings.ts';
import { dropAnswers, keepAnswers, type StoredAnswer } from './store.ts';
import { aboutOf, pathOf, subjectInput } from './subject.ts';
import { words } from './words.ts';

const said = z.strictObject({ value: z.string().max(20).default(''), reason: z.string().trim().max(2000).default(''), evidence: z.string().trim().max(500).default('') });
const input = z.strictObject({ ...subjectInput.shape, group: z.string().max(200), answers: z.record(z.string().max(300), said).default({}) });
type Input = z.output<typeof input>;
type Said = z.output<typeof said>;

async function asked(at: Context, { id, place, subject, group }: Pick<Input, 'id' | 'place' | 'subject' | 'group'>): Promise<{ readonly desk: Desk; readonly asked: AskedGroup } | undefined> {
  const desk = await deskOf(at);
  const framework = desk.library.frameworks.get(id);
  const about = aboutOf(place);
  const name = about === 'organisation' ? (subject === self ? desk.landscape.organisation.name : undefined) : desk.landscape[place === 'systems' ? 'systems' : 'providers'].find((one) => one.id === subject)?.name;
  if (framework === undefined || name === undefined) return undefined;
  const found = askedOf({ speaker: at, desk, framework, about, subject }, group, name);
  return found.questions.length === 0 && found.elsewhere.length === 0 ? undefined : { desk, asked: found };
}

const fault = (key: string, field: keyof Said, name: 'unknownQuestion' | 'notOffered' | 'needsReason'): InputFault => ({ path: `answers.${key}.${field}`, message: both(words, (text) => text.form[name]) });

function faultsIn(questions: readonly AskedQuestion[], answers: Input['answers']): InputFault[] {
  return Object.entries(answers).flatMap(([key, { value, reason }]) => {
    const question = questions.find((one) => one.key === key && one.known === undefined);
    if (question === undefined) return [fault(key, 'value', 'unknownQuestion')];
    if (value === notApplicable) return reason === '' ? [fault(key, 'reason', 'needsReason')] : [];
    return value === '' || value === nobodyKnows || question.options.some((one) => one.value === value) ? [] : [fault(key, 'value', 'notOffered')];
  });
}

function storedOf({ place, subject }: Input, key: string, { value, reason, evidence }: Said, today: string): StoredAnswer {
  const step = value === nobodyKnows || value === notApplicable ? null : Number(value);
  return { question: key, about: aboutOf(place), subject, kind: step === null ? (value as 'nobody-knows' | 'not-applicable') : 'said', lowest: step, highest: step, reason, evidence, carriedFrom: null, answeredOn: today };
}

/** What was left open is taken back, but not what came along from an earlier edition: that waits to be confirmed. */
async function save(at: Context, given: Input): Promise<{ readonly answered: number } | Refusal> {
  const found = await asked(at, given);
  if (found === undefined) return notFound;
  const faults = faultsIn(found.asked.questions, given.answers);
  if (faults.length > 0) return invalid(...faults);
  const entries = Object.entries(given.answers);
  const kept = entries.filter(([, { value }]) => value !== '').map(([key, one]) => storedOf(given, key, one, at.today));
  const waiting = new Set(found.asked.questions.filter(({ carried }) => carried !== undefined).map(({ key }) => key));
  await keepAnswers(at, kept);
  await dropAnswers(at, aboutOf(given.place), given.subject, entries.filter(([key, { value }]) => value === '' && !waiting.has(key)).map(([key]) => key));
  return { answered: kept.length };
}

const startOf = ({ questions }: AskedGroup): Record<string, Said> => Object.fromEntries(questions.filter(({ known }) => known === undefined).map(({ key, answer, reason, evidence }) => [key, { value: answer, reason, evidence }]));

export const answerQuestions = defineOperation({
  name: 'frameworks.answer-questions',
  title: { nl: 'Vragen van een kader beantwoorden', en: 'Answer questions of a framework' },
  permission: 'framework:change',
  input,
  output: z.strictObject({ answered: z.number() }),
  effect: { kind: 'change', trace: ({ id, place, subject, group }, { answered }) => ({ object: `framework/${id}`, detail: { about: `${place}/${subject}`, group, answered } }) },
  rest: { method: 'PUT', path: '/frameworks/{id}/{place}/{subject}/answers/{group}' },
  handle: save,
  web: {
    kind: 'form',
    path: '/frameworks/{id}/{place}/{subject}/answer/{group}',
    load: async (at, params) => {
      const wanted = input.omit({ answers: true }).safeParse(params);
      const found = wanted.success ? await asked(at, wanted.data) : undefined;
      return found === undefined ? notFound : { values: { answers: startOf(found.asked) }, extra: found.asked };
    },
    title: ({ extra, locale }) => words(locale).ofTitle(extra.groupName, extra.subjectName),
    render: (view) => <AnswerForm view={view} />,
    done: (_, { id, place, subject }) => ({ to: pathOf(id, aboutOf(place), subject), notice: (locale) => words(locale).form.saved }),
  },
});
