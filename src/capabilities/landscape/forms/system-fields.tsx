import type { System } from '../../../core/landscape/document.ts';
import type { FormView } from '../../../platform/screen.ts';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { FieldRow, FieldSet } from '../../../ui/form/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import { words } from '../words.ts';
import { bind, bindOptional, choicesOf, optionsOf } from './form-parts.tsx';
import { NeedFields, needValues } from './need-fields.tsx';
import { named, type Offer } from './offer.ts';

const Recovery = ({ view }: { readonly view: FormView<Offer> }) => {
  const { field, recovery } = words(view.locale);
  const { value, ...way } = bind(view, 'recovery', field.recovery);
  return (
    <FieldSet legend={field.recovery.label}>
      <ChoiceGroup {...way} kind="radio" direction="row" choices={choicesOf(recovery)} chosen={[value || 'unknown']} />
      <FieldRow>
        <TextInput {...bindOptional(view, 'restore.declaredHours', field.declaredHours)} inputMode="decimal" width="short" />
        <TextInput {...bindOptional(view, 'restore.testedHours', field.testedHours)} inputMode="decimal" width="short" />
        <TextInput {...bindOptional(view, 'restore.testedOn', field.testedOn)} type="date" width="medium" />
      </FieldRow>
    </FieldSet>
  );
};

export const SystemFields = ({ view }: { readonly view: FormView<Offer> }) => {
  const text = words(view.locale);
  const { landscape } = view.extra;
  const { value: _, ...datasets } = bindOptional(view, 'datasets', text.field.datasets);
  const others = landscape.systems.filter(({ id }) => id !== view.params['id']);
  return (
    <>
      <TextInput {...bind(view, 'name', text.field.name)} required />
      <FieldRow>
        <Select {...bindOptional(view, 'delivery', text.field.delivery)} options={optionsOf(text.delivery, text.notKnown)} />
        <Select {...bindOptional(view, 'deployment', text.field.deployment)} options={optionsOf(text.deployment, text.notKnown)} />
      </FieldRow>
      <Select {...bindOptional(view, 'runsOn', text.field.runsOn)} options={[{ value: '', text: '–' }, ...named(others)]} />
      {landscape.datasets.length > 0 && (
        <details class="regie-disclosure" open={view.all('datasets').length > 0}>
          <summary>{text.field.datasets.label} ({view.all('datasets').length})</summary>
          <ChoiceGroup {...datasets} kind="checkbox" direction="grid" choices={named(landscape.datasets)} chosen={view.all('datasets')} />
        </details>
      )}
      <NeedFields view={view} text={text.field.needs} systems={others} />
      <Recovery view={view} />
    </>
  );
};

export const systemValues = (system: System): Record<string, unknown> => ({
  ...system,
  layers: undefined,
  needs: needValues(system.needs ?? []),
  recovery: system.recovery === 'none' ? 'none' : system.recovery === undefined ? 'unknown' : 'known',
  restore: typeof system.recovery === 'object' ? system.recovery : undefined,
});
