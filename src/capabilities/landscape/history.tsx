/** What changed when, by whom; and turning a change back. */
import { z } from 'zod';
import { apply, inverse, misfits } from '../../core/landscape/difference.ts';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, isRefusal, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { namesOf } from '../identity/public.ts';
import { changeLandscape } from './change-landscape.ts';
import { currentLandscape } from './current-landscape.ts';
import { HistoryPage } from './pages/history-page.tsx';
import type { History } from './shown-change.ts';
import { readChange, readChanges } from './store.ts';
import { words } from './words.ts';

const shownAtMost = 50;

export const showHistory = defineOperation({
  name: 'landscape.show-history',
  title: (locale) => words(locale).history.title,
  permission: 'landscape:read',
  input: z.strictObject({}),
  output: z.custom<History>(),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/landscape-changes' },
  handle: async (at) => {
    const changes = await readChanges(at.db, at.organisation.id, shownAtMost);
    const { landscape } = await currentLandscape(at);
    const names = await namesOf(at.db, at.organisation.id, changes.flatMap(({ personId }) => personId ?? []));
    const shown = changes.map((change) => ({
      ...change,
      personName: change.personId === null ? null : (names.get(change.personId) ?? null),
      mayUndo: misfits(landscape, inverse(change.difference)).length === 0,
    }));
    return { landscape, changes: shown };
  },
  web: { kind: 'page', path: '/landscape/history', render: (view) => <HistoryPage view={view} /> },
});

const overtaken = conflict(both(words, (text) => text.history.overtaken));

/** INVARIANT: never turns back what was changed again since; that later change is undone first. */
export const undoChange = defineOperation({
  name: 'landscape.undo-change',
  title: { nl: 'Een wijziging ongedaan maken', en: 'Undo a change' },
  permission: 'landscape:change',
  input: z.strictObject({ revision: z.coerce.number().int().positive() }),
  output: z.strictObject({ revision: z.number() }),
  effect: { kind: 'change', trace: (input, { revision }) => ({ object: `landscape-change/${input.revision}`, detail: { undoneBy: revision } }) },
  rest: { method: 'POST', path: '/landscape-changes/{revision}/_undo' },
  handle: async (at, { revision }) => {
    const change = await readChange(at.db, at.organisation.id, revision);
    if (change === null) return notFound;
    const back = inverse(change.difference);
    const answer = await changeLandscape(at, 'undo', (landscape) => (misfits(landscape, back).length > 0 ? overtaken : apply(landscape, back)), revision);
    return isRefusal(answer) ? answer : { revision: answer.revision };
  },
  web: {
    kind: 'form',
    path: '/landscape/history/{revision}/undo',
    done: (_, { revision }) => ({ to: '/landscape/history', notice: (locale) => words(locale).history.undone(revision) }),
  },
});
