import type { Example } from '../testing/example.ts';
import { LayerName, layerCellClass } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'a layer', node: <div><div class={layerCellClass(8)}><LayerName layer={8} name="Mens" what="Gedrag, kennis en gesprek" /></div><div class={layerCellClass(7)}><LayerName layer={7} name="Toepassing" what="Wat mensen gebruiken" href="/lagen/7" /></div><div class={layerCellClass(1)}><LayerName layer={1} name="Fysiek" what="Gebouwen, kabels, machines" /></div></div> }];
