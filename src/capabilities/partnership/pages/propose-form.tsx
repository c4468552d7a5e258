/** With whom, what, up to what and until when. */
import type { FormView } from '../../../platform/screen.ts';
import { FieldRow } from '../../../ui/form/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { sharable } from '../agreement.ts';
import { words } from '../words.ts';

export const ProposeForm = ({ view }: { readonly view: FormView<unknown> }) => {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.propose} lead={text.proposeLead} button={text.proposeButton} back={{ href: '/partners', text: text.back }} guard>
      <TextInput {...view.field('partnerName')} label={text.partnerName} required />
      <TextInput {...view.field('partner')} label={text.partner} hint={text.partnerHint} required />
      <TextInput {...view.field('programme')} label={text.programme} hint={text.programmeHint} required />
      <FieldRow>
        <Select {...view.field('upTo')} label={text.upTo} width="medium" value={view.value('upTo') || 'internal'} options={sharable.map((value) => ({ value, text: text.upToWords[value] }))} required />
        <TextInput {...view.field('until')} label={text.until} type="date" width="medium" required />
      </FieldRow>
    </FormPage>
  );
};
