import { describedBy, fieldClass, FieldError, FieldHint, type FieldProps, OptionalWord } from '../field/component.tsx';

export type Choice = { readonly value: string; readonly text: string; readonly hint?: string | undefined };

type ChoiceGroupProps = FieldProps & {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly choices: readonly Choice[];
  /** The chosen values; a radio group reads the first. */
  readonly chosen?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  /** `row` for a scale or two short answers, `grid` for many; on a phone they stand below each other all the same. */
  readonly direction?: 'column' | 'row' | 'grid' | undefined;
};

type ChoiceItemProps = Pick<ChoiceGroupProps, 'kind' | 'name' | 'required'> & { readonly id: string; readonly choice: Choice; readonly checked: boolean };
const ChoiceItem = ({ id, kind, name, required, choice, checked }: ChoiceItemProps) => (
  <div class="regie-choice">
    <input class="regie-choice__control" id={id} type={kind} name={name} value={choice.value} checked={checked} required={kind === 'radio' && required} aria-describedby={choice.hint && `${id}-hint`} />
    <label class="regie-choice__label" for={id}>{choice.text}</label>
    {choice.hint && <p class="regie-choice__hint" id={`${id}-hint`}>{choice.hint}</p>}
  </div>
);

/** Radio buttons or checkboxes under one question. The first control carries `id`, so an error summary lands on it. */
export const ChoiceGroup = ({ id, label, hint, error, optional, kind, name, choices, chosen = [], required, direction = 'column' }: ChoiceGroupProps) => (
  <fieldset class={fieldClass(error)} aria-describedby={describedBy({ id, hint, error })}>
    <legend class="regie-field__label">{label}<OptionalWord optional={optional} /></legend>
    <FieldHint id={id} hint={hint} />
    <FieldError id={id} error={error} />
    <div class={`regie-choices regie-choices--${direction}`}>
      {choices.map((choice, at) => (
        <ChoiceItem id={at === 0 ? id : `${id}-${at + 1}`} kind={kind} name={name} required={required} choice={choice} checked={chosen.includes(choice.value)} />
      ))}
    </div>
  </fieldset>
);

/** One checkbox with its own label, such as a consent. */
export const SingleCheckbox = ({ id, name, text, value = 'yes', checked = false, hint, error }: { readonly id: string; readonly name: string; readonly text: string; readonly value?: string | undefined; readonly checked?: boolean | undefined; readonly hint?: string | undefined; readonly error?: string | undefined }) => (
  <div class={fieldClass(error)}>
    <FieldError id={id} error={error} />
    <ChoiceItem id={id} kind="checkbox" name={name} choice={{ value, text, hint }} checked={checked} />
  </div>
);
