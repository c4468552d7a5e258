import type { Example } from '../testing/example.ts';
import { Timeline } from './component.tsx';

export const examples: readonly Example[] = [{ name: 'timeline', node: <Timeline label="Contract Zaaksysteem" moments={[{ dateTime: '2024-01-01', when: '1 januari 2024', title: 'Contract ingegaan', tone: 'good' }, { dateTime: '2026-12-31', when: '31 december 2026', title: 'Laatste dag om op te zeggen', tone: 'caution', children: <p>Nog 38 dagen.</p> }, { dateTime: '2027-06-30', when: '30 juni 2027', title: 'Contract loopt af' }]} /> }];
