import { describedBy, Field, type FieldProps } from '../field/component.tsx';

export type Suggestion = { readonly value: string; readonly text?: string | undefined };

type TextInputProps = FieldProps & {
  readonly name: string;
  readonly value?: string | number | undefined;
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'number' | 'date' | 'search' | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | undefined;
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly step?: string | number | undefined;
  readonly maxLength?: number | undefined;
  /** What the field may be filled with; a free answer stays possible. `text` is what the value stands for. */
  readonly suggestions?: readonly Suggestion[] | undefined;
  /** The id of a field whose suggestions this one shares. */
  readonly suggestionsOf?: string | undefined;
  readonly readOnly?: boolean | undefined;
};

const Suggestions = ({ id, suggestions }: { readonly id: string; readonly suggestions: readonly Suggestion[] }) => (
  <datalist id={`${id}-suggestions`}>{suggestions.map(({ value, text }) => <option value={value}>{text}</option>)}</datalist>
);

export const TextInput = ({ id, label, hint, error, optional, name, type = 'text', width = 'full', inputMode, maxLength, readOnly, suggestions, suggestionsOf, ...rest }: TextInputProps) => (
  <Field id={id} label={label} hint={hint} error={error} optional={optional}>
    <input
      {...rest} id={id} name={name} type={type} class={`regie-input regie-input--${width}`} inputmode={inputMode} maxlength={maxLength} readonly={readOnly}
      list={suggestions || suggestionsOf ? `${suggestionsOf ?? id}-suggestions` : undefined} aria-invalid={error === undefined ? undefined : 'true'} aria-describedby={describedBy({ id, hint, error })}
    />
    {suggestions && <Suggestions id={id} suggestions={suggestions} />}
  </Field>
);
