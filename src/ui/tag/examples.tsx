import type { Example } from '../testing/example.ts';
import { Tag } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'verdicts', node: <p><Tag tone="good">Toegestaan</Tag> <Tag tone="caution">Onder voorwaarden</Tag> <Tag tone="bad">Niet toegestaan</Tag> <Tag tone="unknown">Nog niet te zeggen</Tag> <Tag tone="gap">Geen regel</Tag></p> },
  { name: 'exposure', node: <p><Tag tone="good">Geen blootstelling</Tag> <Tag tone="shielded">Afgeschermd</Tag> <Tag tone="unknown">Mogelijk</Tag> <Tag tone="bad">Blootgesteld</Tag></p> },
  { name: 'other', node: <p><Tag tone="neutral">Niet van toepassing</Tag> <Tag tone="info">Leidraad</Tag></p> },
];
