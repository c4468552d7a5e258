/** The library to read: public knowledge, for anyone. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { EntryPage } from './pages/entry-page.tsx';
import { LibraryPage } from './pages/library-page.tsx';
import { entriesOf, entryOf, nameOf } from './public.ts';
import { type ShownEntry, shownKinds } from './shown-entry.ts';
import { words } from './words.ts';

const showLibrary = defineOperation({
  name: 'library.show-library',
  title: (locale) => words(locale).title,
  permission: 'anyone',
  input: z.strictObject({}),
  output: z.record(z.string(), z.array(z.string())),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/library' },
  handle: async (at) => Object.fromEntries(shownKinds.map((kind) => [kind, entriesOf(at.knowledge, kind).map(({ id }) => id)])),
  web: { kind: 'page', path: '/library', nav: { order: 810, label: (locale) => words(locale).nav }, render: (view) => <LibraryPage view={view} /> },
});

const showEntry = defineOperation({
  name: 'library.show-entry',
  title: (locale) => words(locale).title,
  permission: 'anyone',
  input: z.strictObject({ kind: z.enum(shownKinds), id: z.string().max(200) }),
  output: z.custom<ShownEntry>(),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/library/{kind}/{id}' },
  handle: async (at, { kind, id }) => entryOf<ShownEntry>(at.knowledge, kind, id) ?? notFound,
  web: {
    kind: 'page',
    path: '/library/{kind}/{id}',
    title: (view) => nameOf(view.knowledge, view.locale, view.input.kind, view.input.id),
    render: (view) => <EntryPage view={view} />,
  },
});

export const libraryOperations: readonly Operation[] = [showLibrary, showEntry];
