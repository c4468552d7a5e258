import type { Child } from 'hono/jsx';
import { Link } from '../link/component.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'link';
const classOf = (kind: ButtonKind) => `regie-button regie-button--${kind}`;

type ButtonProps = {
  readonly kind?: ButtonKind | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formAction?: string | undefined;
  readonly describedBy?: string | undefined;
  /** Said in full to a screen reader where the text alone is ambiguous; must contain the visible text (WCAG 2.5.3). */
  readonly label?: string | undefined;
  readonly children?: Child;
};

export const Button = ({ kind = 'primary', type = 'submit', name, value, formAction, describedBy, label, children }: ButtonProps) => (
  <button class={classOf(kind)} type={type} name={name} value={value} formaction={formAction} aria-describedby={describedBy} aria-label={label}>
    {children}
  </button>
);

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export const ButtonLink = ({ kind = 'secondary', href, children }: { readonly kind?: ButtonKind | undefined; readonly href: string; readonly children?: Child }) => (
  <Link href={href} class={classOf(kind)}>{children}</Link>
);

/** Copies `text`; hidden until the script is there to do it. */
export const CopyButton = ({ text, doneText, children }: { readonly text: string; readonly doneText: string; readonly children?: Child }) => (
  <span class="regie-copy" data-copy hidden>
    <button class={classOf('secondary')} type="button" data-copy-text={text} data-copied={doneText}>{children}</button>
    <span role="status" class="regie-quiet"></span>
  </span>
);

/** Opens the print dialogue; hidden until the script is there to do it. */
export const PrintButton = ({ children }: { readonly children?: Child }) => (
  <span class="regie-copy" data-print hidden><button class={classOf('secondary')} type="button">{children}</button></span>
);

export const ButtonRow = ({ children }: { readonly children?: Child }) => <div class="regie-button-row">{children}</div>;
