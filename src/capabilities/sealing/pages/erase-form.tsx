import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { SingleCheckbox } from '../../../ui/choice-group/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { words } from '../words.ts';

/** Null: no longer a member, so that there is no name. */
export type Erasable = { readonly id: string; readonly name: string | null };

type Props = { readonly view: FormView<readonly Erasable[]> };

function Fields({ view }: Props) {
  const { erase } = words(view.locale);
  const error = (name: string): string | undefined => view.faultsOf(name).join(' ') || undefined;
  const options = [{ value: '', text: erase.choose }, ...view.extra.map(({ id, name }) => ({ value: id, text: name ?? `${erase.former} (${id.slice(-6)})` }))];
  return (
    <Form action={view.action}>
      <Select id="person" name="person" label={erase.person} options={options} value={view.value('person')} error={error('person')} />
      <TextArea id="reason" name="reason" label={erase.reason} hint={erase.reasonHint} value={view.value('reason')} rows={3} maxLength={500} error={error('reason')} />
      <SingleCheckbox id="confirmed" name="confirmed" text={erase.confirm} checked={view.value('confirmed') === 'yes'} error={error('confirmed')} />
      <ButtonRow><Button kind="danger">{erase.submit}</Button><ButtonLink kind="link" href="/keys">{erase.cancel}</ButtonLink></ButtonRow>
    </Form>
  );
}

export function EraseForm({ view }: Props) {
  const { erase } = words(view.locale);
  return (
    <>
      <ErrorSummary title={erase.faults} faults={view.faults.map(({ name, message }) => ({ fieldId: name, text: message }))} />
      <HeadingGroup title={erase.title} lead={erase.lead} />
      {view.extra.length === 0 ? <p>{erase.nobody}</p> : <Fields view={view} />}
    </>
  );
}
