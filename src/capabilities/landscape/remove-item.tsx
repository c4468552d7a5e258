/** Removes one thing from the landscape. Refused while something refers to it; undone from the history. */
import { z } from 'zod';
import { type ItemKind, itemKinds } from '../../core/landscape/document.ts';
import { defineOperation } from '../../platform/operation.ts';
import { isRefusal, notFound } from '../../platform/refusal.ts';
import { changeLandscape } from './change-landscape.ts';
import { itemNames } from './contract-name.ts';
import { FormPage } from '../../ui/form-page/component.tsx';
import { currentLandscape } from './current-landscape.ts';
import { itemOf, withoutItem } from './edits.ts';
import { words } from './words.ts';

const isKind = (text: string | undefined): text is ItemKind => (itemKinds as readonly (string | undefined)[]).includes(text);

export const removeItem = defineOperation({
  name: 'landscape.remove-item',
  title: { nl: 'Iets uit het landschap verwijderen', en: 'Remove something from the landscape' },
  permission: 'landscape:change',
  input: z.strictObject({ kind: z.enum(itemKinds), id: z.string() }),
  output: z.strictObject({ revision: z.number(), name: z.string() }),
  effect: { kind: 'change', trace: ({ kind, id }, { revision }) => ({ object: `${kind}/${id}`, detail: { revision, removed: true } }) },
  rest: { method: 'DELETE', path: '/{kind}/{id}' },
  handle: async (at, { kind, id }) => {
    let name = id;
    const answer = await changeLandscape(at, 'form', (landscape) => {
      const item = itemOf(landscape, kind, id);
      if (item === undefined) return notFound;
      name = itemNames(landscape)(item);
      return withoutItem(landscape, kind, id);
    });
    return isRefusal(answer) ? answer : { revision: answer.revision, name };
  },
  web: {
    kind: 'form',
    path: '/{kind}/{id}/remove',
    load: async (at, { kind, id = '' }) => {
      const { landscape } = await currentLandscape(at);
      const item = isKind(kind) ? itemOf(landscape, kind, id) : undefined;
      return item === undefined ? notFound : { extra: { name: itemNames(landscape)(item) } };
    },
    render: (view) => {
      const text = words(view.locale);
      return <FormPage view={view} title={text.removeTitle(view.extra.name)} lead={text.removeLead} kind="danger" button={text.remove} back={{ href: `/${view.params['kind']}/${view.params['id']}`, text: text.cancel }} />;
    },
    done: ({ name }, { kind }) => ({ to: kind === 'evidence' ? '/evidence' : `/${kind}`, notice: (locale) => words(locale).removed(name) }),
  },
});
