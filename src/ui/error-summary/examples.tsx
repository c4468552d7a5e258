import type { Example } from '../testing/example.ts';
import { ErrorSummary } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'error summary', node: <ErrorSummary title="Twee antwoorden kloppen nog niet" faults={[{ name: 'ex-hours', message: 'Hersteltijd: vul een getal in, bijvoorbeeld 8.' }, { name: 'ex-class', message: 'Gevoeligheid: kies één antwoord.' }]} /> },
];
