/** With whom, what, up to what and until when. */
import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { FieldRow, Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { sharable } from '../agreement.ts';
import { words } from '../words.ts';

export const ProposeForm = ({ view }: { readonly view: FormView<unknown> }) => {
  const text = words(view.locale);
  const field = (name: string) => ({ id: name, name, value: view.value(name), error: view.faultsOf(name)[0], required: true });
  return (
    <>
      <ErrorSummary title={text.faults} faults={view.faults.map(({ name, message }) => ({ fieldId: name, text: message }))} />
      <HeadingGroup title={text.propose} lead={text.proposeLead} />
      <Form action={view.action} guard>
        <TextInput {...field('partnerName')} label={text.partnerName} />
        <TextInput {...field('partner')} label={text.partner} hint={text.partnerHint} />
        <TextInput {...field('programme')} label={text.programme} hint={text.programmeHint} />
        <FieldRow>
          <Select {...field('upTo')} label={text.upTo} width="medium" value={view.value('upTo') || 'internal'} options={sharable.map((value) => ({ value, text: text.upToWords[value] }))} />
          <TextInput {...field('until')} label={text.until} type="date" width="medium" />
        </FieldRow>
        <ButtonRow><Button>{text.proposeButton}</Button><ButtonLink kind="link" href="/partners">{text.back}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
};
