import type { Example } from '../testing/example.ts';
import { Select } from '../select/component.tsx';
import { SearchBar } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'search with filters', node: <SearchBar id="ex-search" action="/systemen" label="Zoek een systeem" submit="Zoeken" value="zaak" hidden={{ sort: 'name' }} filters={<Select id="ex-search-verdict" name="verdict" label="Oordeel" options={[{ value: '', text: 'Alle' }, { value: 'forbidden', text: 'Niet toegestaan' }]} />} reset={{ href: '/systemen', text: 'Wis alles' }} /> },
];
