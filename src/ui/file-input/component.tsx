import { describedBy, Field, type FieldProps } from '../field/component.tsx';

type FileInputProps = FieldProps & { readonly name: string; readonly accept?: string | undefined; readonly multiple?: boolean | undefined; readonly required?: boolean | undefined };

/** The form around it needs `upload`. */
export const FileInput = ({ id, label, hint, error, optional, name, accept, multiple, required }: FileInputProps) => (
  <Field id={id} label={label} hint={hint} error={error} optional={optional}>
    <input
      id={id} name={name} type="file" class="regie-file" accept={accept} multiple={multiple} required={required}
      aria-invalid={error === undefined ? undefined : 'true'} aria-describedby={describedBy({ id, hint, error })}
    />
  </Field>
);
