/** The last look before a signature or an end. */
import type { FormView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import type { ShownAgreement } from '../shown-agreement.ts';
import { words } from '../words.ts';

type View = FormView<ShownAgreement>;
type Asked = { readonly view: View; readonly title: string; readonly lead: string; readonly kind: 'primary' | 'danger'; readonly button: string };

const Answer = ({ view, title, lead, kind, button }: Asked) => (
  <>
    <HeadingGroup title={title} lead={lead} />
    <Form action={view.action}>
      <ButtonRow><Button kind={kind}>{button}</Button><ButtonLink kind="link" href={`/partners/${view.extra.id}`}>{words(view.locale).back}</ButtonLink></ButtonRow>
    </Form>
  </>
);

export const AcceptForm = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  return <Answer view={view} title={text.accept} lead={text.acceptLead(view.extra.other, view.extra.programme)} kind="primary" button={text.acceptButton} />;
};

export const EndForm = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  return <Answer view={view} title={text.end} lead={text.endLead(view.extra.programme)} kind="danger" button={text.endButton} />;
};
