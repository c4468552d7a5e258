import type { Example } from '../testing/example.ts';
import { Legend } from '../picture/component.tsx';
import { type GraphEdge, type GraphNode, OwnershipGraph } from './component.tsx';

const nodes: readonly GraphNode[] = [
  { id: 'inc', name: 'Skyline Inc.', country: 'Verenigde Staten', reached: 'CLOUD Act', href: '/leveranciers/inc' },
  { id: 'fund', name: 'Noordzee Pensioenfonds', country: 'Nederland', href: '/leveranciers/fund' },
  { id: 'hold', name: 'Zaakwerk Groep Holding Nederland', country: 'Nederland', href: '/leveranciers/hold' },
  { id: 'zw', name: 'Zaakwerk B.V.', country: 'Nederland', subject: true },
  { id: 'ie', name: 'Skyline Ireland Ltd', country: 'Ierland', href: '/leveranciers/ie' },
  { id: 'wl', name: 'Waterlijn Hosting', country: 'Nederland', href: '/leveranciers/wl' },
  { id: 'gap', name: 'Onbekende houder', unknown: true },
  { id: 'he', name: 'שירותי ענן <b>', country: 'Israël' },
];
const edges: readonly GraphEdge[] = [
  { from: 'inc', to: 'ie', kind: 'owns', label: '100 %', sentence: 'bezit 100 % van' },
  { from: 'fund', to: 'hold', kind: 'owns', label: '30 %', sentence: 'bezit 30 % van' },
  { from: 'hold', to: 'zw', kind: 'owns', label: '80 %', sentence: 'bezit 80 % van' },
  { from: 'gap', to: 'zw', kind: 'owns', label: '20 %', sentence: 'bezit 20 % van' },
  { from: 'zw', to: 'ie', kind: 'processes', label: 'laag 1, 3, 4', sentence: 'besteedt laag 1, 3 en 4 uit aan' },
  { from: 'zw', to: 'wl', kind: 'processes', label: 'laag 2', sentence: 'besteedt laag 2 uit aan' },
  { from: 'wl', to: 'he', kind: 'processes', label: 'laag 2', sentence: 'besteedt laag 2 uit aan' },
];
const texts = { table: 'Toon als tabel', from: 'Wie', relation: 'Wat', to: 'Van wie of aan wie', country: 'Land' };
const legend = <Legend items={[{ sample: 'solid', text: 'is eigenaar van' }, { sample: 'dashed', text: 'besteedt uit aan' }]} />;

export const graph = <OwnershipGraph title="Van wie is Zaakwerk, en met wie werkt het?" reading="Eigenaren staan erboven, onderaannemers eronder. 20 % van Zaakwerk is van een onbekende houder." description="Zaakwerk met zijn eigenaren en onderaannemers" nodes={nodes} edges={edges} texts={texts} legend={legend} />;
export const examples: readonly Example[] = [{ name: 'a provider', node: graph }];
