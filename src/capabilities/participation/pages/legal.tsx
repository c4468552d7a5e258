/** Where wrongdoing is reported, and what the law promises who does. */
import { showDay } from '../../../platform/dates.ts';
import type { Entry } from '../../../platform/knowledge/knowledge.ts';
import type { FormView, PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink, UserText } from '../../../ui/link/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { entryOf, groundOf } from '../../library/public.ts';
import { words } from '../words.ts';

type Law = Entry & { readonly lastVerified: string; readonly periods?: readonly { readonly id: string; readonly amount: number }[] };
const lawOfReports = 'whistleblower-act';

/** What the law promises, in its own periods, and where that stands with its sources: a link for who may follow it. */
export function Rights({ view, linked = false }: { readonly view: Pick<PageView<unknown, unknown>, 'locale' | 'knowledge'>; readonly linked?: boolean }) {
  const { legalPage: text } = words(view.locale);
  const law = entryOf<Law>(view.knowledge, 'laws', lawOfReports);
  const { name, href } = groundOf(view.knowledge, view.locale, lawOfReports);
  const within = (id: string, told: (amount: number) => string) => (law?.periods ?? []).filter((period) => period.id === id).map(({ amount }) => told(amount));
  return (
    <Prose>
      <ul>{[...within('report-acknowledged', text.acknowledged), ...within('report-answered', text.answered), ...text.rightsList].map((right) => <li>{right}</li>)}</ul>
      <p class="regie-quiet">{text.ground} <NamedLink {...(linked && href !== undefined ? { href } : {})} text={name} />{law && ` (${text.checked(showDay(law.lastVerified, view.locale))})`}</p>
    </Prose>
  );
}

export function LegalPage({ view }: { readonly view: PageView<unknown, { readonly contact: string | null }> }) {
  const { legalPage: text } = words(view.locale);
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      <Section title={text.where}><Prose>{view.output.contact === null ? <p>{text.nowhere}</p> : <p><UserText text={view.output.contact} /></p>}</Prose></Section>
      <Section title={text.what}><Prose><p>{text.whatText}</p></Prose></Section>
      <Section title={text.rights}><Rights view={view} linked /></Section>
      <ButtonRow>{view.may('participation:change') && <ButtonLink href="/ideas/wrongdoing/edit">{text.edit}</ButtonLink>}<ButtonLink kind="link" href="/ideas">{text.back}</ButtonLink></ButtonRow>
    </>
  );
}

export function ContactForm({ view }: { readonly view: FormView<unknown> }) {
  const { legalPage: text } = words(view.locale);
  return (
    <FormPage view={view} title={text.editTitle} button={text.save} back={{ href: '/ideas/wrongdoing', text: text.back }} guard>
      <TextArea {...view.field('contact')} label={text.contact} hint={text.contactHint} rows={5} maxLength={2000} required />
    </FormPage>
  );
}
