/** The address for who speaks without a name: making it, and the one time it is shown. */
import { showDay } from '../../../platform/dates.ts';
import type { FormView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, ButtonRow, CopyButton } from '../../../ui/button/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { words } from '../words.ts';

export function EntranceForm({ view }: { readonly view: FormView<{ readonly since: string | null }> }) {
  const { entrance: text } = words(view.locale);
  const { since } = view.extra;
  return <FormPage view={view} title={text.title} lead={text.lead} button={since === null ? text.button : text.make} back={{ href: '/ideas', text: text.back }} before={<p>{since === null ? text.closed : text.since(showDay(since, view.locale))}</p>} />;
}

export function EntrancePage({ locale, address }: { readonly locale: Locale; readonly address: string }) {
  const { entrance: text } = words(locale);
  return (
    <>
      <HeadingGroup title={text.made} lead={text.lead} />
      <Notice kind="warning" title={text.once}><p><code>{address}</code> <CopyButton text={address} doneText="✓">{text.made}</CopyButton></p></Notice>
      <ButtonRow><ButtonLink href="/ideas">{text.back}</ButtonLink></ButtonRow>
    </>
  );
}
