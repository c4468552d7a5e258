import type { Child } from 'hono/jsx';
import { ToneMark } from '../icon/component.tsx';

/** What every field shares. `id` is also where an error summary links to. */
export type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The word for "optional", shown behind the label; left out where an answer is required. */
  readonly optional?: string | undefined;
};

export function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

export const FieldHint = ({ id, hint }: Pick<FieldProps, 'id' | 'hint'>) =>
  hint === undefined ? null : <p class="regie-field__hint" id={`${id}-hint`}>{hint}</p>;

export const FieldError = ({ id, error }: Pick<FieldProps, 'id' | 'error'>) =>
  error === undefined ? null : <p class="regie-field__error" id={`${id}-error`}><ToneMark tone="bad" /> <span>{error}</span></p>;

export const OptionalWord = ({ optional }: Pick<FieldProps, 'optional'>) =>
  optional === undefined ? null : <span class="regie-field__optional"> ({optional})</span>;

export const fieldClass = (error: string | undefined): string => (error === undefined ? 'regie-field' : 'regie-field regie-field--wrong');

/** Label, hint and error around one control; the control itself takes `id` and `describedBy(props)`. */
export const Field = ({ id, label, hint, error, optional, children }: FieldProps & { readonly children?: Child }) => (
  <div class={fieldClass(error)}>
    <label class="regie-field__label" for={id}>{label}<OptionalWord optional={optional} /></label>
    <FieldHint id={id} hint={hint} />
    <FieldError id={id} error={error} />
    {children}
  </div>
);
