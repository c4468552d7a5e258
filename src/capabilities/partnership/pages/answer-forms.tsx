/** The last look before a signature or an end. */
import type { FormView } from '../../../platform/screen.ts';
import { FormPage } from '../../../ui/form-page/component.tsx';
import type { ShownAgreement } from '../shown-agreement.ts';
import { words } from '../words.ts';

type Props = { readonly view: FormView<ShownAgreement> };

const backTo = ({ locale, extra }: Props['view']) => ({ href: `/partners/${extra.id}`, text: words(locale).back });

export const AcceptForm = ({ view }: Props) => {
  const text = words(view.locale);
  return <FormPage view={view} title={text.accept} lead={text.acceptLead(view.extra.other, view.extra.programme)} button={text.acceptButton} back={backTo(view)} />;
};

export const EndForm = ({ view }: Props) => {
  const text = words(view.locale);
  return <FormPage view={view} title={text.end} lead={text.endLead(view.extra.programme)} kind="danger" button={text.endButton} back={backTo(view)} />;
};
