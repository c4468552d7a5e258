import type { Example } from '../testing/example.ts';
import { CodeBlock } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'a command, to copy', node: <CodeBlock code={"curl 'https://regie.example.nl/v1/systems/zaaksysteem/layers/6/statements/with-a-rather-long-name' \\\n  -H 'Authorization: Bearer regie_…'"} copy={{ text: 'Kopieer', doneText: 'Gekopieerd' }} /> },
];
