import type { Example } from '../testing/example.ts';
import { Columns, Prose, Section, Stack } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'section, columns, prose', node: <Section level={3} title="Wat er misging" lead="In het kort."><Columns shape="wide-first"><Prose><p>De leverancier viel weg en niemand wist wie de sleutels had.</p><p>Dat is nu geregeld.</p></Prose><Stack><p>Links breed,</p><p>rechts smal.</p></Stack></Columns></Section> },
];
