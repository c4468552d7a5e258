/** Changes what a system, a provider or the organisation says about one layer. */
import { z } from 'zod';
import type { Landscape, Layer, Provider, System } from '../../core/landscape/document.ts';
import { defineOperation } from '../../platform/operation.ts';
import { isRefusal, notFound } from '../../platform/refusal.ts';
import { changeLandscape } from './change-landscape.ts';
import { faultsAt, overtaken, seenOf } from './change-item.ts';
import { currentLandscape } from './current-landscape.ts';
import { itemOf, placeOf, putItem } from './edits.ts';
import { ItemForm } from './forms/form-parts.tsx';
import { layerInput } from './forms/inputs.ts';
import { LayerFields, layerValues, type LayerOwner } from './forms/layer-fields.tsx';
import { layerName } from './forms/offer.ts';
import { withLayer } from './forms/to-document.ts';
import { words } from './words.ts';

type Owner = Pick<System | Provider, 'id' | 'name' | 'layers'>;
const isOwner = (text: string | undefined): text is LayerOwner => text === 'systems' || text === 'providers' || text === 'organisation';

const ownerOf = (landscape: Landscape, owner: LayerOwner, id: string): Owner | undefined => (owner === 'organisation' ? landscape.organisation : itemOf(landscape, owner, id));
const putOwner = (landscape: Landscape, owner: LayerOwner, changed: Owner): Landscape =>
  owner === 'organisation' ? { ...landscape, organisation: { ...landscape.organisation, ...changed } as Landscape['organisation'] } : putItem(landscape, owner, changed as System);
const placeOfOwner = (landscape: Landscape, owner: LayerOwner, id: string): string => (owner === 'organisation' ? 'organisation' : `${owner}[${placeOf(landscape, owner, id)}]`);
const pageOf = (owner: LayerOwner, id: string): string => (owner === 'organisation' ? '/organisation' : `/${owner}/${id}`);

const output = z.strictObject({ revision: z.number() });

export const saveLayer = defineOperation({
  name: 'landscape.save-layer',
  title: { nl: 'Laag wijzigen', en: 'Change a layer' },
  permission: 'landscape:change',
  input: layerInput,
  output,
  effect: { kind: 'change', trace: ({ owner, id, layer }, { revision }) => ({ object: `${owner}/${id}/layers/${layer}`, detail: { revision } }) },
  rest: { method: 'PUT', path: '/{owner}/{id}/layers/{layer}' },
  handle: async (at, given) => {
    let place = '';
    const answer = await changeLandscape(at, 'form', (landscape) => {
      const owner = ownerOf(landscape, given.owner, given.id);
      if (owner === undefined) return notFound;
      if (given.seen !== undefined && given.seen !== seenOf(owner.layers?.[given.layer as Layer])) return overtaken;
      place = `${placeOfOwner(landscape, given.owner, given.id)}.layers.${given.layer}`;
      return putOwner(landscape, given.owner, withLayer(owner as System, given));
    });
    return isRefusal(answer) ? faultsAt(answer, place) : { revision: answer.revision };
  },
  web: {
    kind: 'form',
    path: '/{owner}/{id}/layers/{layer}/edit',
    load: async (at, { owner, id = '', layer }) => {
      const { landscape } = await currentLandscape(at);
      const number = Number(layer);
      const found = isOwner(owner) && number >= 1 && number <= 8 ? ownerOf(landscape, owner, id) : undefined;
      if (found === undefined || !isOwner(owner)) return notFound;
      const entry = found.layers?.[number as Layer];
      return { values: layerValues(entry), extra: { landscape, seen: seenOf(entry), owner, layer: number, name: found.name } };
    },
    render: (view) => {
      const { owner, layer, name, seen } = view.extra;
      const text = words(view.locale);
      const title = text.layerTitle(layer, layerName(view.knowledge, view.locale, layer));
      return <ItemForm view={view} title={title} lead={name} seen={seen} back={pageOf(owner, view.params['id'] ?? '')}><LayerFields view={view} owner={owner} layer={layer} /></ItemForm>;
    },
    done: (_, { owner, id, layer }) => ({ to: pageOf(owner, id), notice: (locale) => words(locale).saved(words(locale).layer(layer)) }),
  },
});
