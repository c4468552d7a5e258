import type { Example } from '../testing/example.ts';
import { Select } from './component.tsx';

const delivery = [{ value: '', text: 'Weet ik niet' }, { value: 'on-premises', text: 'In eigen huis' }, { value: 'saas', text: 'Als dienst (SaaS)' }];
export const examples: readonly Example[] = [
  { name: 'select', node: <Select id="ex-delivery" name="delivery" label="Hoe wordt het geleverd?" hint="Kies ‘weet ik niet’ als u twijfelt: onbekend blijft zichtbaar." options={delivery} value="saas" width="medium" /> },
  { name: 'with groups', node: <Select id="ex-provider" name="provider" label="Leverancier" options={[{ value: 'self', text: 'Wij zelf' }, { label: 'Nederland', options: [{ value: 'a', text: 'Waterlijn Hosting' }] }, { label: 'Buiten de EER', options: [{ value: 'b', text: 'Skyline Inc.' }] }]} /> },
];
