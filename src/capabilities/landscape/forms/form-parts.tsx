/** What every landscape form has: fields bound to the form's view, a summary of faults, the two buttons. */
import type { Child } from 'hono/jsx';
import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ErrorSummary } from '../../../ui/error-summary/component.tsx';
import type { FieldProps } from '../../../ui/field/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { words } from '../words.ts';

type Text = { readonly label: string; readonly hint: string };
type Bound = FieldProps & { readonly name: string; readonly value: string };

export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** Props for a control of `ui` out of a name, its texts, and what the view knows of it. */
export function bind(view: FormView<unknown>, name: string, text: Text): Bound {
  const error = view.faultsOf(name).join(' ');
  return { id: fieldId(name), name, label: text.label, hint: text.hint || undefined, error: error || undefined, value: view.value(name) };
}

export const bindOptional = (view: FormView<unknown>, name: string, text: Text): Bound => ({ ...bind(view, name, text), optional: words(view.locale).optional });

/** A choice for each word of a record. */
export const choicesOf = (texts: Readonly<Record<string, string>>): { value: string; text: string }[] => Object.entries(texts).map(([value, text]) => ({ value, text }));

/** The same, after one for "nothing chosen". */
export const optionsOf = (texts: Readonly<Record<string, string>>, none: string): { value: string; text: string }[] => [{ value: '', text: none }, ...choicesOf(texts)];

/** Rows for a list: those there are, and some empty ones to add in. */
export function rowsOf(view: FormView<unknown>, name: string, extra: number): number {
  let count = 0;
  while (view.value(`${name}.${count}.provider`) !== '') count += 1;
  return count + extra;
}

type ItemFormProps = {
  readonly view: FormView<unknown>;
  readonly title: string;
  readonly lead?: string | undefined;
  /** What the form showed, where saving must not overwrite somebody else's change. */
  readonly seen?: string | undefined;
  readonly back: string;
  readonly children?: Child;
};

/** Faults that belong to no field of this form still stand in the summary, and lead to its top. */
export const ItemForm = ({ view, title, lead, seen, back, children }: ItemFormProps) => {
  const text = words(view.locale);
  return (
    <div id="form-top" class="regie-stack">
      <ErrorSummary title={view.faultsTitle} faults={view.faults} idOf={(name) => (name === '' ? 'form-top' : fieldId(name))} />
      <HeadingGroup title={title} lead={lead} />
      <Form action={view.action} hidden={seen === undefined ? {} : { seen }} guard>
        {children}
        <ButtonRow>
          <Button>{text.save}</Button>
          <ButtonLink kind="link" href={back}>{text.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
};
