/** All that a simulation reads, prepared once for any number of scenarios. */
import { controlView, type ControlView } from '../control/control-view.ts';
import { technicalLayers, type Landscape, type System, type TechnicalLayer } from '../landscape/document.ts';
import { placeAt, type LayerPlace, type Plates } from '../landscape/plates.ts';
import type { Reading } from '../library/library.ts';
import { dependenciesOf, type Dependencies } from './dependencies.ts';

export type Setting = ControlView & {
  readonly landscape: Landscape;
  readonly reading: Reading;
  readonly dependencies: Dependencies;
  readonly plates: Plates;
};

export const settingOf = (landscape: Landscape, plates: Plates, reading: Reading): Setting => ({
  ...controlView(landscape.providers, reading),
  landscape,
  reading,
  dependencies: dependenciesOf(landscape),
  plates,
});

export type NumberedPlace = LayerPlace & { readonly layer: TechnicalLayer };

/** The seven places of a system, lowest layer first. */
export const placesOf = ({ plates }: Setting, { id }: System): readonly NumberedPlace[] =>
  technicalLayers.map((layer) => ({ layer, ...placeAt(plates, id, layer) }));
