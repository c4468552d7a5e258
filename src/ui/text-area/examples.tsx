import type { Example } from '../testing/example.ts';
import { TextArea } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'text area', node: <TextArea id="ex-why" name="why" label="Waarom wijkt u af van het beleid?" hint="Schrijf op welke waarden u tegen elkaar hebt afgewogen." value="De dienst moet ook bij storing bereikbaar zijn." /> },
];
