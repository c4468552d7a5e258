/** What everybody can do with ideas and concerns, by name. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { ShareForm } from './pages/share.tsx';
import { isOpenTo, mayHandle, whichIdea } from './shown-idea.ts';
import { kinds, usualAnswerBy } from './state.ts';
import { addIdea, addMessage, findIdea, setSupport } from './store.ts';
import { words } from './words.ts';

export const told = { kind: z.enum(kinds), title: z.string().trim().min(3).max(200), body: z.string().trim().min(1).max(5000) };

export const shareIdea = defineOperation({
  name: 'participation.share-idea',
  title: (locale) => words(locale).share,
  permission: 'member',
  input: z.strictObject(told),
  output: whichIdea,
  effect: { kind: 'change', trace: ({ kind }, { id }) => ({ object: `idea/${id}`, detail: { kind } }) },
  rest: { method: 'POST', path: '/ideas' },
  handle: async (at, given) => {
    const id = at.ids.next();
    await addIdea(at, { ...given, id, from: { author: at.person.id }, broughtOn: at.today, answerBy: usualAnswerBy(at.today) });
    return { id };
  },
  web: { kind: 'form', path: '/ideas/share', render: (view) => <ShareForm view={view} />, done: ({ id }) => ({ to: `/ideas/${id}`, notice: (locale) => words(locale).form.done }) },
});

export const supportIdea = defineOperation({
  name: 'participation.support-idea',
  title: (locale) => words(locale).idea.support,
  permission: 'member',
  input: z.strictObject({ id: z.uuid(), supports: z.boolean() }),
  output: whichIdea,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `idea/${id}` }) },
  rest: { method: 'PUT', path: '/ideas/{id}/support' },
  handle: async (at, { id, supports }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null || !(isOpenTo(idea, at.person.id) || mayHandle(at))) return notFound;
    await setSupport(at, id, at.person.id, supports);
    return { id };
  },
  web: { kind: 'form', path: '/ideas/{id}/support', done: ({ id }) => ({ to: `/ideas/${id}`, notice: (locale) => words(locale).idea.supportDone }) },
});

const full = conflict(both(words, (text) => text.idea.full));

export const replyToIdea = defineOperation({
  name: 'participation.reply-idea',
  title: (locale) => words(locale).idea.reply,
  permission: 'member',
  input: z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(5000) }),
  output: z.strictObject({ id: z.uuid(), fromAuthor: z.boolean() }),
  effect: { kind: 'change', trace: ({ id }) => ({ object: `idea/${id}` }) },
  rest: { method: 'POST', path: '/ideas/{id}/messages' },
  handle: async (at, { id, text }) => {
    const idea = await findIdea(at, id, at.person.id);
    const fromAuthor = idea?.author === at.person.id;
    if (idea === null || !(fromAuthor || mayHandle(at))) return notFound;
    return (await addMessage(at, idea, { fromAuthor, text, saidOn: at.today })) ? { id, fromAuthor } : full;
  },
  web: { kind: 'form', path: '/ideas/{id}/reply', done: ({ id, fromAuthor }) => ({ to: fromAuthor ? `/ideas/${id}` : `/ideas/${id}/handle`, notice: (locale) => words(locale).idea.replyDone }) },
});
