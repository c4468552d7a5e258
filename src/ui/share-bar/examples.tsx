import type { Example } from '../testing/example.ts';
import { ShareBar } from './component.tsx';

export const verdicts = <ShareBar label="Oordeel over 63 systemen" shares={[{ tone: 'bad', text: 'niet toegestaan', count: 7, href: '/systemen?o=1' }, { tone: 'unknown', text: 'nog niet te zeggen', count: 19, href: '/systemen?o=2' }, { tone: 'gap', text: 'geen regel', count: 0 }, { tone: 'caution', text: 'onder voorwaarden', count: 12, href: '/systemen?o=3' }, { tone: 'good', text: 'toegestaan', count: 25, href: '/systemen?o=4' }]} />;
export const examples: readonly Example[] = [{ name: 'verdicts', node: verdicts }];
