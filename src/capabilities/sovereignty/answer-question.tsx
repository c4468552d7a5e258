/** A decisive question, answered where it is read: the answer goes into the landscape like any other change. */
import { z } from 'zod';
import { reading } from '../../core/library/library.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { conflict, invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import { both, type Saying } from '../../platform/words.ts';
import { changeLandscape, itemOf } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { answersTo, isHours, takesHours, takesTestDate } from './answers.ts';
import { assessmentOf, type Assessed } from './current-assessment.ts';
import { type OpenQuestion, openQuestions } from './open-questions.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { type Answer, putAnswer } from './put-answer.ts';
import { words } from './words.ts';

type Wrong = 'missing' | 'notOffered' | 'hoursMissing' | 'testedOnMissing' | 'notANumber';
const fault = (path: string, wrong: Wrong): Refusal => invalid({ path, message: both(words, (text) => text.answer.wrong[wrong]) });
const settled = conflict(both(words, (text) => text.answer.settled));

const input = z.strictObject({
  id: z.string().max(200),
  /** One of the open questions of the system: `measure.6.customer-held-keys`. */
  question: z.string().max(600),
  answer: z.string().trim().max(300).default(''),
  hours: z.number().nonnegative().optional(),
  testedOn: z.iso.date().optional(),
  reading: z.enum(reading).optional(),
});

function checked(question: OpenQuestion, given: Answer, { landscape }: Assessed, at: Context): Answer | Refusal {
  if (given.answer === '') return fault('answer', 'missing');
  if (isHours(question)) return Number(given.answer.replace(',', '.')) >= 0 ? { answer: given.answer.replace(',', '.') } : fault('answer', 'notANumber');
  const isOffered = question.kind === 'country' ? libraryOf(at.knowledge).countries.has(given.answer) : answersTo(question, landscape)?.includes(given.answer);
  if (!isOffered) return fault('answer', 'notOffered');
  if (takesHours(question, given.answer) && given.hours === undefined) return fault('hours', 'hoursMissing');
  return takesTestDate(question, given.answer) && given.testedOn === undefined ? fault('testedOn', 'testedOnMissing') : given;
}

type Answerable = (question: OpenQuestion) => boolean;

/** INVARIANT: only a question that is open now is answered, so that no answer overwrites another's. */
const answerWhere = (isOurs: Answerable) => async (at: Context, { id, question: key, reading: asked, ...given }: z.output<typeof input>) => {
  const assessed = await assessmentOf(at, asked);
  if (!assessed.survey.systems.has(id)) return notFound;
  const question = openQuestions(assessed, id).find((open) => open.key === key && isOurs(open));
  if (question === undefined || question.blockedBy !== undefined) return settled;
  const taken = checked(question, given, assessed, at);
  if (isRefusal(taken)) return taken;
  const changed = await changeLandscape(at, 'form', (landscape) => (landscape === assessed.landscape ? putAnswer(landscape, id, question, taken) : settled));
  return isRefusal(changed) ? changed : { id, revision: changed.revision };
};

async function load(at: Context, { id = '' }: Readonly<Record<string, string>>) {
  const assessed = await assessmentOf(at);
  const system = itemOf(assessed.landscape, 'systems', id);
  if (system === undefined) return notFound;
  return { extra: { landscape: assessed.landscape, system, questions: [...openQuestions(assessed, id), ...openQuestions(await assessmentOf(at, 'narrow'), id)] } };
}

type Way = { readonly name: `sovereignty.answer-${string}`; readonly title: Saying; readonly permission: 'landscape:change' | 'contract:change'; readonly rest: `/${string}`; readonly path: `/${string}`; readonly isOurs: Answerable };

const answering = ({ name, title, permission, rest, path, isOurs }: Way): Operation =>
  defineOperation({
    name,
    title,
    permission,
    input,
    output: z.strictObject({ id: z.string(), revision: z.number() }),
    effect: { kind: 'change', trace: ({ id, question, answer }, { revision }) => ({ object: `system/${id}`, detail: { revision, question, answer } }) },
    rest: { method: 'POST', path: rest },
    handle: answerWhere(isOurs),
    web: {
      kind: 'form',
      path,
      load,
      render: (view) => <AnswerPage view={view} />,
      done: ({ id }, { reading: asked }) => ({ to: `/systems/${id}${asked === 'narrow' ? '?reading=narrow' : ''}`, notice: (locale) => words(locale).answer.done }),
    },
  });

const isClause: Answerable = ({ kind }) => kind === 'clause';

/** Whoever keeps the contracts answers what is in them; all else is the landscape's. */
export const answerOperations: readonly Operation[] = [
  answering({ name: 'sovereignty.answer-question', title: { nl: 'Een vraag over een systeem beantwoorden', en: 'Answer a question about a system' }, permission: 'landscape:change', rest: '/systems/{id}/answers', path: '/systems/{id}/answer', isOurs: (question) => !isClause(question) }),
  answering({ name: 'sovereignty.answer-clause', title: { nl: 'Een vraag over een contract beantwoorden', en: 'Answer a question about a contract' }, permission: 'contract:change', rest: '/systems/{id}/clause-answers', path: '/systems/{id}/answer-clause', isOurs: isClause }),
];
