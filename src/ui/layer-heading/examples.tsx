import type { Example } from '../testing/example.ts';
import { LayerHeading } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'the human layer', node: <LayerHeading layer={8} name="Mens" about="Wat mensen elke dag besluiten en doen." /> },
  { name: 'the sea bed', node: <LayerHeading layer={1} name="Fysiek" about="De gebouwen, de machines en de stroom." /> },
];
