import type { Example } from '../testing/example.ts';
import { RuleTable } from './component.tsx';

export const policy = (
  <RuleTable
    caption="Cloudbeleid" texts={{ rule: 'Regel', outcome: 'Dan', because: 'Waarom', any: 'maakt niet uit', conditions: 'mits' }}
    facts={['Gevoeligheid', 'Plaats', 'Inzage van buiten', 'Sleutels', 'Plan om weg te gaan']}
    rules={[
      { id: 'r1', cells: ['kritiek', null, 'blootgesteld', null, null], outcome: { tone: 'bad', text: 'Niet toegestaan' }, because: [{ text: 'AVG, artikel 48', href: '/wetten/avg#48' }], remark: { tone: 'info', text: 'Deze regel gaf de doorslag' } },
      { id: 'r2', cells: ['gevoelig of kritiek', null, null, 'bij leverancier', null], outcome: { tone: 'caution', text: 'Onder voorwaarden' }, conditions: ['eigen sleutels'], because: [{ text: 'BIO, 10.1' }] },
      { id: 'r3', cells: ['kritiek', 'binnen de EER', 'geen of afgeschermd', 'bij ons', 'getest'], outcome: { tone: 'good', text: 'Toegestaan' } },
      { id: 'everyday-data', name: '4', href: '#in-woorden-4', cells: ['gewoon', null, null, null, null], outcome: { tone: 'good', text: 'Toegestaan' } },
    ]}
  />
);
export const examples: readonly Example[] = [{ name: 'a policy', node: policy }];
