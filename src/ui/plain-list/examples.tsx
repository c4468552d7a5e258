import type { Example } from '../testing/example.ts';
import { PlainList } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'without bullets', node: <PlainList items={['Verenigde Staten', 'Verenigd Koninkrijk']} /> },
  { name: 'in order', node: <PlainList ordered items={['Skyline Inc. bezit 80 % van Zaakwerk Groep.', 'Zaakwerk Groep bezit 100 % van Zaakwerk.']} /> },
];
