import { NamedLink } from '../link/component.tsx';

export type LayerNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type LayerNameProps = {
  readonly layer: LayerNumber;
  readonly name: string;
  /** What the layer is about, in plain words. */
  readonly what?: string | undefined;
  readonly href?: string | undefined;
};

/**
 * A layer on the depth scale: 7 is the shallows, 1 the sea bed, and 8, people, is the land above the water.
 * Fills the cell it stands in; the cell carries `layerCellClass`.
 */
export const LayerName = ({ layer, name, what, href }: LayerNameProps) => (
  <>
    <span class="regie-layer__number">{layer}</span>
    <span class="regie-layer__name"><NamedLink href={href} text={name} /></span>
    {what && <span class="regie-layer__what">{what}</span>}
  </>
);

export const layerCellClass = (layer: LayerNumber): string => `regie-layer regie-layer--${layer}`;
