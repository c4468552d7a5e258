/** Our eight layers beside the divisions that others use, and where the match is only partial. Public knowledge. */
import { z } from 'zod';
import type { Entry } from '../../platform/knowledge/knowledge.ts';
import { defineOperation } from '../../platform/operation.ts';
import { entriesOf, layerText, nameOf, wordOf } from '../library/public.ts';
import { LayerMappingPage } from './pages/layer-mapping-page.tsx';
import { layerMapping } from './shown-mapping.ts';
import { words } from './words.ts';

type Crosswalk = Entry & { readonly scheme: 'ec' | 'dictu'; readonly layers: readonly number[]; readonly covers: 'whole' | 'part' };

export const showMapping = defineOperation({
  name: 'frameworks.show-layermapping',
  title: (locale) => words(locale).layers,
  permission: 'anyone',
  input: z.strictObject({}),
  output: layerMapping,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/layer-mapping' },
  handle: ({ knowledge, locale }) => Promise.resolve({
    layers: [1, 2, 3, 4, 5, 6, 7, 8].map((layer) => ({ layer, name: layerText(knowledge, locale, layer).name })),
    blocks: entriesOf<Crosswalk>(knowledge, 'crosswalk').map(({ id, scheme, layers, covers }) => ({ id, scheme, name: nameOf(knowledge, locale, 'crosswalk', id), layers: [...layers], covers, how: wordOf(knowledge, locale, 'crosswalk', id, 'how') ?? '' })),
  }),
  web: { kind: 'page', path: '/layer-mapping', render: (view) => <LayerMappingPage view={view} /> },
});
