import type { Example } from '../testing/example.ts';
import { TextInput } from '../text-input/component.tsx';
import { FormPage } from './component.tsx';

const back = { href: '/ideeen', text: 'Terug zonder opslaan' };

export const examples: readonly Example[] = [
  {
    name: 'form page',
    node: (
      <FormPage view={{ action: '/ideeen', faults: [{ name: 'ex-idea', message: 'Idee: schrijf in een zin wat er beter kan.' }], faultsTitle: 'Dit klopt nog niet' }} title="Vertel wat beter kan" lead="Eén zin is genoeg." button="Deel uw idee" back={back}>
        <TextInput id="ex-idea" name="idea" label="Idee" value="" error="Schrijf in een zin wat er beter kan." required />
      </FormPage>
    ),
  },
  { name: 'are you sure', node: <FormPage view={{ action: '/ideeen', faults: [], faultsTitle: '' }} title="Neem het idee terug" lead="Wat anderen erbij schreven, verdwijnt ook." button="Neem terug" kind="danger" back={back} /> },
];
