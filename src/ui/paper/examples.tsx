import type { Example } from '../testing/example.ts';
import { PaperAnswer, PaperFields, ScreenOnly, Sheet } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'room to write, on paper', node: <Sheet><h3>Kunnen wij hier weg?</h3><PaperAnswer choices={['Ja', 'Deels', 'Nee', 'Niemand weet het']} lines={4} /><ScreenOnly><p>Druk de pagina af om de lijnen te zien.</p></ScreenOnly><p>AVG, artikel 5<ScreenOnly inline>: eerlijk en voor een bepaald doel</ScreenOnly></p><PaperFields labels={['Rol', 'Datum']} /></Sheet> },
];
