/** One question per measure or clause, answered with a choice; the reason is asked only where it is needed. */
import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FieldSet } from '../../../ui/form/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { bind } from './form-parts.tsx';

type Asked = { readonly id: string; readonly name: string; readonly question?: string };
type Props = { readonly view: FormView<unknown>; readonly name: string; readonly legend: string; readonly hint: string; readonly asked: readonly Asked[] };

const Claim = ({ view, name, asked }: { readonly view: FormView<unknown>; readonly name: string; readonly asked: Asked }) => {
  const text = words(view.locale);
  const chosen = view.value(`${name}.state`) || 'absent';
  const choices = (['absent', 'yes', 'no', 'unknown', 'not-applicable'] as const).map((value) => ({ value, text: text.state[value] }));
  const { value: _, ...field } = bind(view, `${name}.state`, { label: asked.name, hint: asked.question ?? '' });
  return (
    <>
      <ChoiceGroup {...field} kind="radio" direction="row" choices={choices} chosen={[chosen]} />
      {chosen === 'not-applicable' && <TextInput {...bind(view, `${name}.reason`, { label: text.reason, hint: '' })} />}
    </>
  );
};

export const ClaimFields = ({ view, name, legend, hint, asked }: Props) => (
  <FieldSet legend={legend} hint={hint} layout="rows">{asked.map((one) => <Claim view={view} name={`${name}.${one.id}`} asked={one} />)}</FieldSet>
);
