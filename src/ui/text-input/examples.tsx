import type { Example } from '../testing/example.ts';
import { TextInput } from './component.tsx';

export const examples: readonly Example[] = [
  { name: 'plain', node: <TextInput id="ex-name" name="name" label="Naam van het systeem" required /> },
  { name: 'hint, optional', node: <TextInput id="ex-owner" name="owner" label="Wie is verantwoordelijk?" hint="Een rol, geen persoon. Bijvoorbeeld: teamleider Burgerzaken." optional="niet verplicht" /> },
  { name: 'wrong', node: <TextInput id="ex-hours" name="hours" label="Hersteltijd in uren" value="drie" error="Vul een getal in, bijvoorbeeld 8." width="short" inputMode="decimal" /> },
  { name: 'suggestions', node: <TextInput id="ex-country" name="country" label="Land" value="NL" width="medium" suggestions={[{ value: 'NL', text: 'Nederland' }, { value: 'DE', text: 'Duitsland' }]} /> },
  { name: 'date', node: <TextInput id="ex-date" name="date" type="date" label="Einddatum" value="2027-03-31" width="medium" /> },
];
