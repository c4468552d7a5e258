import type { Example } from '../testing/example.ts';
import { Stat, StatRow } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'figures with words', node: <StatRow><Stat figure="7" tone="bad" label="systemen zijn niet toegestaan" href="/systemen?oordeel=niet" note="2 minder dan in september" /><Stat figure="19" tone="unknown" label="systemen: nog niet te zeggen" note="Met 6 antwoorden weet u er 14 zeker" /><Stat figure="34" tone="good" label="systemen zijn toegestaan" /></StatRow> }];
