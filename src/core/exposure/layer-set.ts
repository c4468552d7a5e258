/** A set of technical layers in one number: bit 0 is layer 1. */
import { technicalLayers, type TechnicalLayer } from '../landscape/document.ts';

export type LayerSet = number;
export const noLayers: LayerSet = 0;
export const onlyLayer = (layer: TechnicalLayer): LayerSet => 1 << (layer - 1);
/** Lowest first. One list for each of the 128 sets. */
export const layersIn = (set: LayerSet): readonly TechnicalLayer[] => lists[set]!;
const lists = Array.from({ length: 1 << technicalLayers.length }, (_, set) => technicalLayers.filter((layer) => set & onlyLayer(layer)));
export const layersWhere = (test: (layer: TechnicalLayer) => boolean): LayerSet => {
  let set = noLayers;
  for (const layer of technicalLayers) if (test(layer)) set |= onlyLayer(layer);
  return set;
};
