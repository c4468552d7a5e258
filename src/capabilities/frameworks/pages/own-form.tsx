/** Adding and removing a demand of our own. */
import type { FormView } from '../../../platform/screen.ts';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';

export type OwnExtra = { readonly framework: { readonly id: string; readonly name: string }; readonly measures: readonly { readonly value: string; readonly text: string }[] };

export const OwnForm = ({ view }: { readonly view: FormView<OwnExtra> }) => {
  const { own, form } = words(view.locale);
  const { framework, measures } = view.extra;
  return (
    <FormPage view={view} title={own.add} lead={own.lead(framework.name)} button={own.save} back={{ href: `/frameworks/${framework.id}`, text: own.back }} guard>
      <TextInput {...view.field('name')} label={own.name} hint={own.nameHint} required maxLength={200} />
      <TextInput {...view.field('question')} label={own.question} hint={own.questionHint} optional={form.optional} maxLength={500} />
      <Select {...view.field('measure')} label={own.measure} options={[{ value: '', text: own.measureNone }, ...measures]} />
    </FormPage>
  );
};

export const RemoveOwnForm = ({ view }: { readonly view: FormView<OwnExtra & { readonly name: string }> }) => {
  const { own } = words(view.locale);
  const { framework, name } = view.extra;
  return <FormPage view={view} title={own.removeTitle(name)} lead={own.removeLead} button={own.remove} kind="danger" back={{ href: `/frameworks/${framework.id}`, text: own.back }} />;
};
