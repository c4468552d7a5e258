import type { Example } from '../testing/example.ts';
import { CompassMark, CompassRose } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'the mark', node: <p><CompassMark size={28} /> <CompassMark size={48} title="Regiekompas" /> <CompassMark size={96} /></p> }, { name: 'the rose of a first page', node: <CompassRose size={160} /> }];
