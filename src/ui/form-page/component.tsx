import type { Child } from 'hono/jsx';
import { Button, ButtonLink, ButtonRow } from '../button/component.tsx';
import { ErrorSummary, type FieldFault } from '../error-summary/component.tsx';
import { Form } from '../form/component.tsx';
import { HeadingGroup } from '../heading-group/component.tsx';

export type FormPageProps = {
  /** Where it is sent, and what was wrong with what was sent before. */
  readonly view: { readonly action: string; readonly faults: readonly FieldFault[]; readonly faultsTitle: string };
  readonly title: string;
  readonly kicker?: string | undefined;
  readonly lead?: Child;
  /** What the button says: what happens, and never just “OK”. */
  readonly button: string;
  /** `danger`: it cannot be undone, or takes something away. */
  readonly kind?: 'primary' | 'danger' | undefined;
  readonly back: { readonly href: string; readonly text: string };
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly guard?: boolean | undefined;
  readonly upload?: boolean | undefined;
  /** What stands above the form. */
  readonly before?: Child;
  /** The fields. Without them the page only asks whether somebody is sure. */
  readonly children?: Child;
};

/** A page that is one form: what was wrong, what it is about, the fields, the button, and the way back. */
export const FormPage = ({ view, title, kicker, lead, button, kind = 'primary', back, hidden, guard, upload, before, children }: FormPageProps) => (
  <>
    <ErrorSummary title={view.faultsTitle} faults={view.faults} />
    <HeadingGroup kicker={kicker} title={title} lead={lead} />
    {before}
    <Form action={view.action} hidden={hidden} guard={guard} upload={upload}>
      {children}
      <ButtonRow><Button kind={kind}>{button}</Button><ButtonLink kind="link" href={back.href}>{back.text}</ButtonLink></ButtonRow>
    </Form>
  </>
);
