import type { Example } from '../testing/example.ts';
import { Difference } from './component.tsx';

const texts = { added: 'Nieuw', removed: 'Weg', changed: 'Anders', before: 'Was', after: 'Wordt', nothing: '(leeg)' };
export const examples: readonly Example[] = [
  { name: 'difference', node: <Difference label="Wat er verandert" texts={texts} items={[{ kind: 'added', title: 'Chatvenster', about: 'systeem' }, { kind: 'changed', title: 'Zaaksysteem', about: 'systeem', changes: [{ field: 'Laag 6, leverancier', before: 'onbekend', after: 'Skyline Ireland Ltd' }, { field: 'Hersteltijd, getest', after: '30 uur' }] }, { kind: 'removed', title: 'Faxserver', about: 'systeem' }]} /> },
];
