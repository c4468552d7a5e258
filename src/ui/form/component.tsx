import type { Child } from 'hono/jsx';
import { safeHref } from '../url.ts';

type FormProps = {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  /** Sends files along. */
  readonly upload?: boolean | undefined;
  /** Values the form carries unseen, such as the token against forged requests. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Warn before leaving with unsaved changes (with script only; browsers use their own words). */
  readonly guard?: boolean | undefined;
  readonly label?: string | undefined;
  readonly children?: Child;
};

export const HiddenValues = ({ values = {} }: { readonly values?: Readonly<Record<string, string>> | undefined }) => (
  <>{Object.entries(values).map(([name, value]) => <input type="hidden" name={name} value={value} />)}</>
);

/** Checked by the server, which answers with an error summary; the browser's own bubbles stay away (`novalidate`). */
export const Form = ({ action, method = 'post', upload, hidden, guard, label, children }: FormProps) => (
  <form class="regie-form" action={safeHref(action)} method={method} enctype={upload ? 'multipart/form-data' : undefined} data-guard={guard ? '' : undefined} aria-label={label} novalidate>
    <HiddenValues values={hidden} />
    {children}
  </form>
);

type FieldSetProps = {
  readonly legend: string;
  readonly hint?: string | undefined;
  /** `rows`: each question with its answer beside it, for many short questions. `row`: the heading with its fields beside it. */
  readonly layout?: 'rows' | 'row' | undefined;
  readonly children?: Child;
};

/** Fields that belong together, under one heading. */
export const FieldSet = ({ legend, hint, layout, children }: FieldSetProps) => (
  <fieldset class={`regie-fieldset${layout === undefined ? '' : ` regie-fieldset--${layout}`}`}>
    <legend class="regie-fieldset__legend">{legend}</legend>
    {hint && <p class="regie-field__hint">{hint}</p>}
    {children}
  </fieldset>
);

/** Short fields beside each other where there is room. */
export const FieldRow = ({ children }: { readonly children?: Child }) => <div class="regie-field-row">{children}</div>;
