import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { kinds } from '../state.ts';
import { words } from '../words.ts';

/** By name; who rather has none finds on the page of ideas how. */
export function ShareForm({ view }: { readonly view: FormView<unknown> }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.form.title} lead={text.form.lead} button={text.form.button} back={{ href: '/ideas', text: text.form.back }} guard>
      <ChoiceGroup id="kind" name="kind" kind="radio" label={text.form.kind} choices={kinds.map((value) => ({ value, text: text.kinds[value], hint: text.kindHints[value] }))} chosen={[view.value('kind') || 'idea']} error={view.faultsOf('kind')[0]} />
      <TextInput {...view.field('title')} label={text.form.about} hint={text.form.aboutHint} required />
      <TextArea {...view.field('body')} label={text.form.body} hint={text.form.bodyHint} rows={6} maxLength={5000} required />
    </FormPage>
  );
}
