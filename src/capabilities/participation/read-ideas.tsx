/** Reading ideas and concerns: all of them, one, and one as who handles it. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { HandlePage } from './pages/handle.tsx';
import { IdeaPage, IdeasPage } from './pages/ideas.tsx';
import { isOpenTo, mayHandle, message, namesIn, shownIdea, shownMessages, shownOf, whichIdea } from './shown-idea.ts';
import { findIdea, ideasFor, messagesOf } from './store.ts';
import { words } from './words.ts';

export const listIdeas = defineOperation({
  name: 'participation.list-ideas',
  title: (locale) => words(locale).title,
  permission: 'member',
  input: z.strictObject({}),
  /** `owed`: late answers by role, never by person. */
  output: z.strictObject({ ideas: z.array(shownIdea), owed: z.array(z.strictObject({ role: z.string().nullable(), late: z.number().int() })) }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/ideas' },
  handle: async (at) => {
    const all = await ideasFor(at, at.person.id);
    const names = await namesIn(at, all);
    const handles = mayHandle(at);
    const seen = { person: at.person.id, today: at.today, handles, whole: false };
    const shown = all.filter((idea) => handles || isOpenTo(idea, at.person.id)).map((idea) => shownOf(idea, seen, names));
    const late = Map.groupBy(all.map((idea) => shownOf(idea, seen, names)).filter((idea) => idea.late), ({ ownerRole }) => ownerRole);
    return { ideas: shown, owed: [...late].map(([role, list]) => ({ role, late: list.length })).toSorted((a, b) => ((a.role ?? '') < (b.role ?? '') ? -1 : 1)) };
  },
  web: { kind: 'page', path: '/ideas', nav: { order: 110, label: (locale) => words(locale).nav }, render: (view) => <IdeasPage view={view} /> },
});

export const showIdea = defineOperation({
  name: 'participation.show-idea',
  title: (locale) => words(locale).nav,
  permission: 'member',
  input: whichIdea,
  output: z.strictObject({ idea: shownIdea, messages: z.array(message) }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/ideas/{id}' },
  handle: async (at, { id }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null || !(isOpenTo(idea, at.person.id) || mayHandle(at))) return notFound;
    const shown = shownOf(idea, { person: at.person.id, today: at.today, handles: mayHandle(at), whole: false }, await namesIn(at, [idea]));
    return { idea: shown, messages: shown.isOwn ? shownMessages(await messagesOf(at, id)) : [] };
  },
  web: { kind: 'page', path: '/ideas/{id}', title: ({ output, locale }) => output.idea.title ?? words(locale).kinds[output.idea.kind], render: (view) => <IdeaPage view={view} /> },
});

/** What somebody told in confidence is read in the open: it is written down that it was. */
export const showForHandling = defineOperation({
  name: 'participation.show-handling',
  title: (locale) => words(locale).handle.title,
  permission: 'participation:change',
  input: whichIdea,
  output: z.strictObject({ idea: shownIdea, messages: z.array(message) }),
  effect: { kind: 'sensitive-read', trace: ({ id }) => ({ object: `idea/${id}` }) },
  rest: { method: 'GET', path: '/ideas/{id}/handling' },
  handle: async (at, { id }) => {
    const idea = await findIdea(at, id, at.person.id);
    if (idea === null) return notFound;
    return { idea: shownOf(idea, { person: at.person.id, today: at.today, handles: true, whole: true }, await namesIn(at, [idea])), messages: shownMessages(await messagesOf(at, id)) };
  },
  web: { kind: 'page', path: '/ideas/{id}/handle', render: (view) => <HandlePage view={view} /> },
});
