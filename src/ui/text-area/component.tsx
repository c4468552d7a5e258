import { describedBy, Field, type FieldProps } from '../field/component.tsx';

type TextAreaProps = FieldProps & {
  readonly name: string;
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly required?: boolean | undefined;
  readonly maxLength?: number | undefined;
};

export const TextArea = ({ id, label, hint, error, optional, name, value, rows = 5, required, maxLength }: TextAreaProps) => (
  <Field id={id} label={label} hint={hint} error={error} optional={optional}>
    <textarea
      id={id} name={name} rows={rows} required={required} maxlength={maxLength} class="regie-input regie-input--area"
      aria-invalid={error === undefined ? undefined : 'true'} aria-describedby={describedBy({ id, hint, error })}
    >{value}</textarea>
  </Field>
);
