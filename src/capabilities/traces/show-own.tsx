/** What was done with what concerns oneself: who, when and why. Nobody else can ask it. */
import { z } from 'zod';
import { eventsAbout } from '../../platform/audit/list-events.ts';
import { defineOperation } from '../../platform/operation.ts';
import { OwnPage } from './pages/own.tsx';
import { shownEvent, shownEvents } from './shown-event.ts';
import { words } from './words.ts';

const pageSize = 50;

export const showOwn = defineOperation({
  name: 'traces.show-own',
  title: (locale) => words(locale).own.title,
  permission: 'member',
  input: z.strictObject({ before: z.uuid().optional() }),
  output: z.strictObject({ entries: z.array(shownEvent), older: z.uuid().nullable() }),
  effect: { kind: 'read' },
  handle: async (at, { before }) => {
    const found = await eventsAbout(at.db, at.vault, at.organisation.id, at.person.id, { before, size: pageSize + 1 });
    const page = found.slice(0, pageSize);
    return { entries: await shownEvents(at, page), older: found.length > pageSize ? (page.at(-1)?.leaf.id ?? null) : null };
  },
  rest: { method: 'GET', path: '/account/traces' },
  web: { kind: 'page', path: '/account/traces', nav: { order: 920, label: (locale) => words(locale).own.title }, render: (view) => <OwnPage {...view} /> },
});
