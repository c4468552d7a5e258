import { Button, ButtonLink, ButtonRow } from '../button/component.tsx';
import { ChoiceGroup } from '../choice-group/component.tsx';
import type { Example } from '../testing/example.ts';
import { Select } from '../select/component.tsx';
import { TextInput } from '../text-input/component.tsx';
import { FieldRow, FieldSet, Form } from './component.tsx';

export const examples: readonly Example[] = [
  {
    name: 'a form',
    node: (
      <Form action="/systemen" guard hidden={{ token: 'abc' }} label="Systeem">
        <TextInput id="ex-form-name" name="name" label="Naam" value="Zaaksysteem" required />
        <FieldSet legend="Herstel na uitval" hint="Een getest herstel telt zwaarder dan een beloofd herstel.">
          <FieldRow>
            <TextInput id="ex-form-declared" name="declaredHours" label="Beloofd (uren)" value={24} width="short" inputMode="decimal" />
            <TextInput id="ex-form-tested" name="testedHours" label="Getest (uren)" width="short" inputMode="decimal" optional="niet verplicht" />
            <Select id="ex-form-on" name="delivery" label="Levering" options={[{ value: 'saas', text: 'Als dienst' }]} />
          </FieldRow>
        </FieldSet>
        <FieldSet legend="Ambitie per laag" hint="Van 0 tot 100." layout="rows">
          <FieldSet legend="Laag 1" layout="row"><FieldRow><TextInput id="ex-form-technical" name="technical" label="Technisch" width="short" /><TextInput id="ex-form-legal" name="legal" label="Juridisch" width="short" /></FieldRow></FieldSet>
          <ChoiceGroup id="ex-form-keys" kind="radio" direction="row" name="keys" label="Sleutels in eigen hand" hint="Wie kan bij de gegevens?" choices={[{ value: 'yes', text: 'Ja' }, { value: 'no', text: 'Nee' }]} chosen={['no']} />
        </FieldSet>
        <ButtonRow><Button>Opslaan</Button><ButtonLink kind="link" href="/systemen">Annuleren</ButtonLink></ButtonRow>
      </Form>
    ),
  },
];
