/** The duty to answer: taking up, answering with a reason, telling what came of it, and telling others in other words (R15, R16, R12). */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { invalid, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { peopleOf, roles } from '../identity/public.ts';
import { AnswerForm, OutcomeForm, ParaphraseForm, TakeForm } from './pages/handle-forms.tsx';
import { namesIn, type ShownIdea, shownOf, whichIdea } from './shown-idea.ts';
import { answers, latestAnswerBy } from './state.ts';
import { changeIdea, findIdea } from './store.ts';
import { words } from './words.ts';

const permission = 'participation:change' as const;
const trace = ({ id }: { readonly id: string }) => ({ object: `idea/${id}` });
const backTo = ({ id }: { readonly id: string }): string => `/ideas/${id}/handle`;
/** A sentence, not a word: whoever asked has a right to understand. */
const sentence = z.string().trim().max(5000).refine((text) => text.length >= 15 && /\s/.test(text), { params: { text: both(words, (text) => text.faults.sentence) } });

async function shownFor(at: Context, id: string | undefined): Promise<ShownIdea | null> {
  const known = z.uuid().safeParse(id);
  const idea = known.success ? await findIdea(at, known.data, at.person.id) : null;
  return idea && shownOf(idea, { person: at.person.id, today: at.today, handles: true, whole: true }, await namesIn(at, [idea]));
}
const load = async (at: Context, { id }: Readonly<Record<string, string>>) => {
  const idea = await shownFor(at, id);
  return idea === null ? notFound : { extra: { idea } };
};

export const takeUpIdea = defineOperation({
  name: 'participation.take-up-idea',
  title: (locale) => words(locale).handle.take,
  permission,
  input: z.strictObject({ id: z.uuid(), ownerRole: z.enum(roles), owner: z.uuid(), answerBy: z.iso.date() }),
  output: whichIdea,
  effect: { kind: 'change', trace: ({ id, ownerRole, answerBy }) => ({ object: `idea/${id}`, detail: { ownerRole, answerBy } }) },
  rest: { method: 'PUT', path: '/ideas/{id}/owner' },
  handle: async (at, { id, ownerRole, owner, answerBy }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null) return notFound;
    const latest = latestAnswerBy(idea.broughtOn);
    if (answerBy > latest && idea.answer === null) return invalid({ path: 'answerBy', message: { nl: words('nl').faults.tooLate(latest), en: words('en').faults.tooLate(latest) } });
    if (answerBy < at.today) return invalid({ path: 'answerBy', message: both(words, (text) => text.faults.past) });
    if (!(await peopleOf(at.db, at.organisation.id)).some((person) => person.id === owner)) return invalid({ path: 'owner', message: both(words, (text) => text.faults.owner) });
    await changeIdea(at, id, { acknowledged_on: idea.acknowledgedOn ?? at.today, owner_role: ownerRole, owner_id: owner, answer_by: answerBy });
    return { id };
  },
  web: {
    kind: 'form', path: '/ideas/{id}/take-up',
    load: async (at, { id }) => {
      const idea = await shownFor(at, id);
      return idea === null ? notFound : { values: { ownerRole: 'change-manager' as const, owner: at.person.id, answerBy: idea.answerBy < at.today ? at.today : idea.answerBy }, extra: { idea, people: await peopleOf(at.db, at.organisation.id) } };
    },
    render: (view) => <TakeForm view={view} />, done: (made) => ({ to: backTo(made), notice: (locale) => words(locale).handle.takeDone }),
  },
});

export const answerIdea = defineOperation({
  name: 'participation.answer-idea',
  title: (locale) => words(locale).handle.answer,
  permission,
  input: z.strictObject({ id: z.uuid(), answer: z.enum(answers), reason: sentence, returnOn: z.iso.date().optional() }),
  output: whichIdea,
  effect: { kind: 'change', trace: ({ id, answer }) => ({ object: `idea/${id}`, detail: { answer } }) },
  rest: { method: 'PUT', path: '/ideas/{id}/answer' },
  handle: async (at, { id, answer, reason, returnOn }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null) return notFound;
    if (answer === 'not-now' && (returnOn === undefined || returnOn <= at.today)) return invalid({ path: 'returnOn', message: both(words, (text) => text.faults.returnOn) });
    if (answer !== 'not-now' && returnOn !== undefined) return invalid({ path: 'returnOn', message: both(words, (text) => text.faults.returnOnOnly) });
    await changeIdea(at, id, { answer, reason, return_on: returnOn ?? null, answered_on: at.today, acknowledged_on: idea.acknowledgedOn ?? at.today });
    return { id };
  },
  web: { kind: 'form', path: '/ideas/{id}/answer', load, render: (view) => <AnswerForm view={view} />, done: (made) => ({ to: backTo(made), notice: (locale) => words(locale).handle.answerDone }) },
});

export const tellOutcome = defineOperation({
  name: 'participation.tell-outcome',
  title: (locale) => words(locale).handle.outcome,
  permission,
  input: z.strictObject({ id: z.uuid(), outcome: sentence }),
  output: whichIdea,
  effect: { kind: 'change', trace },
  rest: { method: 'PUT', path: '/ideas/{id}/outcome' },
  handle: async (at, { id, outcome }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null) return notFound;
    if (idea.answer === null) return invalid({ path: 'outcome', message: both(words, (text) => text.faults.notYet) });
    await changeIdea(at, id, { outcome });
    return { id };
  },
  web: { kind: 'form', path: '/ideas/{id}/outcome', load, render: (view) => <OutcomeForm view={view} />, done: (made) => ({ to: backTo(made), notice: (locale) => words(locale).handle.outcomeDone }) },
});

export const paraphraseIdea = defineOperation({
  name: 'participation.paraphrase-idea',
  title: (locale) => words(locale).handle.paraphrase,
  permission,
  input: z.strictObject({ id: z.uuid(), paraphrase: sentence }),
  output: whichIdea,
  effect: { kind: 'change', trace },
  rest: { method: 'PUT', path: '/ideas/{id}/paraphrase' },
  handle: async (at, { id, paraphrase }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null) return notFound;
    if (!idea.isAnonymous) return invalid({ path: 'paraphrase', message: both(words, (text) => text.faults.own) });
    await changeIdea(at, id, { paraphrase });
    return { id };
  },
  web: { kind: 'form', path: '/ideas/{id}/paraphrase', load, render: (view) => <ParaphraseForm view={view} />, done: (made) => ({ to: backTo(made), notice: (locale) => words(locale).handle.paraphraseDone }) },
});
