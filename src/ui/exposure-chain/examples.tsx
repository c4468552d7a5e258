import type { Example } from '../testing/example.ts';
import { type ChainStep, ExposureChain } from './component.tsx';

export const chain: readonly ChainStep[] = [
  { kind: 'systeem', name: 'Zaaksysteem', href: '/systemen/zaak', link: 'heeft' },
  { kind: 'laag 6', name: 'Presentatie', detail: 'sleutels bij de leverancier', link: 'wordt beheerd door' },
  { kind: 'leverancier', name: 'Zaakwerk B.V.', href: '/leveranciers/zaakwerk', detail: 'Nederland', link: 'besteedt uit aan' },
  { kind: 'onderaannemer', name: 'Skyline Ireland Ltd', href: '/leveranciers/skyline', detail: 'Ierland', link: 'is eigendom van' },
  { kind: 'eigenaar', name: 'Skyline Inc.', href: '/leveranciers/skyline-inc', detail: '100 %', link: 'is gevestigd in' },
  { kind: 'land', name: 'Verenigde Staten', link: 'heeft de wet' },
  { kind: 'wet', name: 'CLOUD Act', href: '/wetten/cloud-act', detail: 'kan inzage afdwingen', tone: 'bad' },
];
export const examples: readonly Example[] = [{ name: 'a chain', node: <ExposureChain label="Hoe de Verenigde Staten bij Zaaksysteem kunnen" steps={chain} /> }];
