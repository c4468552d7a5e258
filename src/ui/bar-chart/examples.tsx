import type { Example } from '../testing/example.ts';
import { BarChart } from './component.tsx';

export const ranking = <BarChart caption="Wat de meeste diensten meesleept" texts={{ name: 'Leverancier', value: 'Diensten die uitvallen' }} bars={[{ text: 'Skyline Inc.', href: '/l/1', value: 14, valueText: '14 diensten', note: 'met 2 dochters' }, { text: 'Zaakwerk B.V.', href: '/l/2', value: 9, valueText: '9 diensten' }, { text: 'Waterlijn Hosting', href: '/l/3', value: 5, valueText: '5 diensten' }, { text: 'Noorderlicht Telecom', href: '/l/4', value: 1, valueText: '1 dienst' }]} />;
export const examples: readonly Example[] = [{ name: 'ranking', node: ranking }];
