/** A landscape document comes in: read, shown as a difference, applied in one transaction. */
import { z } from 'zod';
import { type Difference, differenceBetween } from '../../core/landscape/difference.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { changeLandscape } from './change-landscape.ts';
import { currentLandscape } from './current-landscape.ts';
import { ImportForm } from './pages/import-form.tsx';
import { ImportPreview } from './pages/import-preview.tsx';
import { readDocument, serverLimits } from './read-document.ts';
import { dropImport, keepImport, readImport, type Cause } from './store.ts';
import { words } from './words.ts';

/** A file under the field `file`, or text pasted under `text`. */
const input = z.strictObject({ file: z.strictObject({ name: z.string(), text: z.string() }).optional(), text: z.string().optional() });

export const readImportedDocument = defineOperation({
  name: 'landscape.read-import',
  title: (locale) => words(locale).import.title,
  permission: 'landscape:change',
  input,
  output: z.strictObject({ id: z.string(), revision: z.number() }),
  effect: { kind: 'change', trace: (_, { id }) => ({ object: `landscape-import/${id}` }) },
  rest: { method: 'POST', path: '/landscape-imports' },
  handle: async (at, { file, text }) => {
    const given = file?.text ? file : { name: '', text: text ?? '' };
    if (given.text.trim() === '') return invalid({ path: 'file', message: both(words, (text) => text.import.chooseOne) });
    const document = readDocument(given, at, serverLimits);
    if (isRefusal(document)) return document;
    const { revision, landscape } = await currentLandscape(at);
    if (revision === 0) await startLandscape(at, document);
    const id = at.ids.next();
    await keepImport(at.db, at.organisation.id, at.person.id, at.now, { id, fileName: given.name, baseRevision: Math.max(revision, 1), document: { ...document, asOf: landscape.asOf } });
    return { id, revision };
  },
  web: {
    kind: 'form',
    path: '/landscape/import',
    render: (view) => <ImportForm view={view} />,
    done: ({ id }) => ({ to: `/landscape/imports/${id}` }),
  },
});

/** An import needs a landscape to differ from: the first one starts with the organisation and nothing in it. */
async function startLandscape(at: Context, document: Landscape): Promise<void> {
  const answer = await changeLandscape(at, 'import', (empty) => ({ ...empty, organisation: document.organisation }));
  if (isRefusal(answer)) throw new Error('An empty landscape was refused.');
}

type Preview = { readonly landscape: Landscape; readonly difference: Difference; readonly fileName: string; readonly stale: boolean };

async function preview(at: Context, id: string): Promise<Preview | Refusal> {
  const pending = await readImport(at.db, at.organisation.id, id);
  if (pending === null) return notFound;
  const { revision, landscape } = await currentLandscape(at);
  return { landscape, difference: differenceBetween(landscape, { ...pending.document, asOf: landscape.asOf }), fileName: pending.fileName, stale: revision !== pending.baseRevision };
}

export const showImport = defineOperation({
  name: 'landscape.show-import',
  title: (locale) => words(locale).import.previewTitle,
  permission: 'landscape:change',
  input: z.strictObject({ id: z.uuid() }),
  output: z.custom<Preview>(),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/landscape-imports/{id}' },
  handle: (at, { id }) => preview(at, id),
  web: { kind: 'page', path: '/landscape/imports/{id}', render: (view) => <ImportPreview view={view} /> },
});

/** What was shown is what is applied: a landscape that changed in between is refused, and shown again. */
export const applyImport = defineOperation({
  name: 'landscape.apply-import',
  title: { nl: 'Een landschapsdocument toepassen', en: 'Apply a landscape document' },
  permission: 'landscape:change',
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({ revision: z.number() }),
  effect: { kind: 'change', trace: ({ id }, { revision }) => ({ object: `landscape-import/${id}`, detail: { revision } }) },
  rest: { method: 'POST', path: '/landscape-imports/{id}/_apply' },
  handle: async (at, { id }) => {
    const pending = await readImport(at.db, at.organisation.id, id);
    if (pending === null) return conflict(both(words, (text) => text.import.gone));
    const answer = await replaceLandscape(at, pending.document, 'import', pending.baseRevision);
    if (isRefusal(answer)) return answer;
    await dropImport(at.db, at.organisation.id, id);
    return { revision: answer.revision };
  },
  web: { kind: 'form', path: '/landscape/imports/{id}/apply', done: () => ({ to: '/landscape/history', notice: (locale) => words(locale).import.applied }) },
});

/** INVARIANT: judged while the landscape is held, so that no change slips in between looking and replacing. */
const replaceLandscape = (at: Context, document: Landscape, cause: Cause, baseRevision: number) =>
  changeLandscape(at, cause, (landscape, revision) => (revision === baseRevision ? { ...document, asOf: landscape.asOf } : conflict(both(words, (text) => text.import.stale))));
