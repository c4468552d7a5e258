import type { Example } from '../testing/example.ts';
import { Link, NamedLink } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'link', node: <p>Lees <Link href="/uitleg">hoe het kompas rekent</Link>.</p> },
  { name: 'an address that could run something becomes plain text', node: <p><Link href="javascript:alert(1)">Geen koppeling</Link></p> },
  { name: 'a right-to-left name does not disturb the sentence', node: <p>Leverancier <NamedLink href="/leveranciers/1" text="שירותי ענן 24" /> (IL), 3 systemen</p> },
];
