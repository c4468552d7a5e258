import type { Example } from '../testing/example.ts';
import { Voices } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'two voices that differ', node: <Voices label="Kunnen wij hier weg?" voices={[{ who: 'Bestuurder', tone: 'neutral', answer: 'Ja', note: 'Het staat in het contract.' }, { who: 'Architect', tone: 'unknown', answer: 'Niemand weet het', own: 'uw antwoord' }]} /> },
];
