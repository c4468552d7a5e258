import type { LayerNumber } from '../layer-name/component.tsx';
import { layerCellClass } from '../layer-name/component.tsx';

export type LayerHeadingProps = { readonly layer: LayerNumber; readonly name: string; /** What the layer is about, in plain words. */ readonly about?: string | undefined; readonly level?: 1 | 2 | 3 | undefined };

/** The heading of a part of the page about one layer, on its depth: 8 is the land, 1 the sea bed. */
export const LayerHeading = ({ layer, name, about, level = 2 }: LayerHeadingProps) => {
  const Heading = `h${level}` as const;
  return (
    <div class={`regie-layer-heading ${layerCellClass(layer)}`}>
      <span class="regie-layer__number" aria-hidden="true">{layer}</span>
      <Heading>{name}</Heading>
      {about && <p class="regie-layer-heading__about">{about}</p>}
    </div>
  );
};
