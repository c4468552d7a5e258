/** Where wrongdoing is reported, and what the law promises who does. */
import type { FormView, PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { words } from '../words.ts';

export function LegalPage({ view }: { readonly view: PageView<unknown, { readonly contact: string | null }> }) {
  const { legalPage: text } = words(view.locale);
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} />
      <Section title={text.where}><Prose>{view.output.contact === null ? <p>{text.nowhere}</p> : <p><UserText text={view.output.contact} /></p>}</Prose></Section>
      <Section title={text.what}><Prose><p>{text.whatText}</p></Prose></Section>
      <Section title={text.rights}><Prose><ul>{text.rightsList.map((right) => <li>{right}</li>)}</ul><p class="regie-quiet">{text.law}</p></Prose></Section>
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
