import type { Example } from '../testing/example.ts';
import { Link } from '../link/component.tsx';
import { Tag } from '../tag/component.tsx';
import { DefinitionList } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'definitions', node: <DefinitionList items={[{ term: 'Leverancier', value: <Link href="/leveranciers/skyline">Skyline Ireland Ltd</Link> }, { term: 'Draait op', value: 'Gemeentelijke werkplek' }, { term: 'Sleutels', value: <Tag tone="unknown">Onbekend</Tag> }]} /> },
  { name: 'stacked, for sentences', node: <DefinitionList shape="stacked" items={[{ term: 'Een goed antwoord', value: 'Het exitplan is kort geleden geoefend, en wij weten wat het kost.' }, { term: 'Wat de wet ervan zegt', value: 'De leverancier moet een overstap ondersteunen.' }]} /> },
];
