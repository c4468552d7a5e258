/** Somebody's words are erased for good: who, why, and one box that says it was understood. */
import type { FormView } from '../../../platform/screen.ts';
import { SingleCheckbox } from '../../../ui/choice-group/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { words } from '../words.ts';

/** Null: no longer a member, so that there is no name. */
export type Erasable = { readonly id: string; readonly name: string | null };

export function EraseForm({ view }: { readonly view: FormView<readonly Erasable[]> }) {
  const { erase } = words(view.locale);
  const options = [{ value: '', text: erase.choose }, ...view.extra.map(({ id, name }) => ({ value: id, text: name ?? `${erase.former} (${id.slice(-6)})` }))];
  return (
    <FormPage view={view} title={erase.title} lead={erase.lead} kind="danger" button={erase.submit} back={{ href: '/keys', text: erase.cancel }}>
      <Select {...view.field('person')} label={erase.person} options={options} />
      <TextArea {...view.field('reason')} label={erase.reason} hint={erase.reasonHint} rows={3} maxLength={500} />
      <SingleCheckbox id="confirmed" name="confirmed" text={erase.confirm} checked={view.value('confirmed') === 'yes'} error={view.faultsOf('confirmed')[0]} />
    </FormPage>
  );
}
