import type { Example } from '../testing/example.ts';
import { ChoiceGroup, SingleCheckbox } from './component.tsx';

const states = [{ value: 'yes', text: 'Ja' }, { value: 'no', text: 'Nee' }, { value: 'unknown', text: 'Weet ik niet' }];
export const examples: readonly Example[] = [
  { name: 'radio buttons in a row', node: <ChoiceGroup id="ex-keys" kind="radio" name="keys" label="Beheert u zelf de sleutels?" hint="Ook een sleutelkluis bij een andere leverancier telt." choices={states} chosen={['unknown']} direction="row" required /> },
  { name: 'checkboxes with hints', node: <ChoiceGroup id="ex-glass" kind="checkbox" name="glass" label="Welke brillen zet u op?" optional="niet verplicht" choices={[{ value: 'a', text: 'Zorgvuldig', hint: 'Eerst zeker weten, dan doen.' }, { value: 'b', text: 'Vernieuwend', hint: 'Klein beginnen en snel leren.' }]} chosen={['a']} /> },
  { name: 'wrong', node: <ChoiceGroup id="ex-class" kind="radio" name="class" label="Hoe gevoelig zijn de gegevens?" error="Kies één antwoord." choices={[{ value: 'critical', text: 'Kritiek' }, { value: 'regular', text: 'Gewoon' }]} /> },
  { name: 'one checkbox', node: <SingleCheckbox id="ex-consent" name="consent" text="Ik stem in met een open ronde, op naam" hint="U kunt dit intrekken tot de ronde begint." /> },
];
