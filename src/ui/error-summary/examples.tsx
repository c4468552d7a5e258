import type { Example } from '../testing/example.ts';
import { ErrorSummary } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'error summary', node: <ErrorSummary title="Twee antwoorden kloppen nog niet" faults={[{ fieldId: 'ex-hours', text: 'Hersteltijd: vul een getal in, bijvoorbeeld 8.' }, { fieldId: 'ex-class', text: 'Gevoeligheid: kies één antwoord.' }]} /> },
];
