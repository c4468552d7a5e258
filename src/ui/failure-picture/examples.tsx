import type { Example } from '../testing/example.ts';
import { type FailureColumn, FailurePicture } from './component.tsx';

export const failure: readonly FailureColumn[] = [
  { title: 'Wat geraakt wordt', summary: '3 systemen draaien bij Skyline', items: [{ name: 'Gemeentelijk platform', href: '/systemen/platform', because: 'Laag 1, 3 en 4 bij Skyline Ireland Ltd' }, { name: 'E-mail', href: '/systemen/mail', because: 'Laag 1 tot en met 7 bij Skyline Ireland Ltd' }, { name: 'Chatvenster', href: '/systemen/chat', unknown: 'Leverancier van laag 2 onbekend: telt mee' }] },
  { title: 'Wat het meesleept', summary: '5 systemen vallen uit', items: [{ name: 'Zaaksysteem', href: '/systemen/zaak', because: 'omdat Gemeentelijk platform uitvalt', figures: [{ term: 'beloofd', value: '24 uur' }, { term: 'getest', value: '72 uur' }] }, { name: 'Uitkeringen', href: '/systemen/uitk', because: 'omdat Zaaksysteem uitvalt', figures: [{ term: 'beloofd', value: '24 uur' }, { term: 'getest', value: 'nooit' }] }] },
  { title: 'Wat inwoners merken', summary: '4 diensten, 2 beloften breken', items: [{ name: 'Uitkering aanvragen', href: '/diensten/uitkering', because: 'omdat Uitkeringen uitvalt', figures: [{ term: 'beloofd', value: '24 uur' }, { term: 'getest', value: 'komt niet terug' }], broken: 'Mag ten hoogste 24 uur uitvallen' }, { name: 'Verhuizing doorgeven', href: '/diensten/verhuizing', because: 'omdat Zaaksysteem uitvalt', figures: [{ term: 'getest', value: '72 uur' }] }] },
];
export const examples: readonly Example[] = [{ name: 'what fails', node: <FailurePicture label="Als Skyline wegvalt" columns={failure} /> }];
