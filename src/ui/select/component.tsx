import { describedBy, Field, type FieldProps } from '../field/component.tsx';

export type Option = { readonly value: string; readonly text: string };
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

type SelectProps = FieldProps & {
  readonly name: string;
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | undefined;
  readonly required?: boolean | undefined;
  readonly width?: 'short' | 'medium' | 'full' | undefined;
};

const options = (list: readonly (Option | OptionGroup)[], chosen: string | undefined) =>
  list.map((item) =>
    'options' in item ? (
      <optgroup label={item.label}>{options(item.options, chosen)}</optgroup>
    ) : (
      <option value={item.value} selected={item.value === chosen}>{item.text}</option>
    ),
  );

export const Select = ({ id, label, hint, error, optional, name, value, required, width = 'full', options: list }: SelectProps) => (
  <Field id={id} label={label} hint={hint} error={error} optional={optional}>
    <select
      id={id} name={name} required={required} class={`regie-input regie-input--select regie-input--${width}`}
      aria-invalid={error === undefined ? undefined : 'true'} aria-describedby={describedBy({ id, hint, error })}
    >{options(list, value)}</select>
  </Field>
);
