/** For who speaks without a name, mostly on a phone: telling, the receipt that is shown once, and coming back with it. */
import type { z } from 'zod';
import type { FormView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, ButtonRow, CopyButton } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { message, ShownIdea } from '../shown-idea.ts';
import { kinds } from '../state.ts';
import { words } from '../words.ts';
import { Answer, Conversation, Facts } from './ideas.tsx';
import { Rights } from './legal.tsx';

type View = FormView<{ readonly entrance: string }>;

const Before = ({ view }: { readonly view: View }) => {
  const { speak: text, legalPage } = words(view.locale);
  return (
    <>
      <Notice kind="info" title={text.careful} />
      <Disclosure summary={text.who}><p>{text.whoText}</p></Disclosure>
      <Disclosure summary={text.legal}><p>{legalPage.lead}</p><p>{legalPage.whatText}</p><Rights view={view} /></Disclosure>
    </>
  );
};

export function SpeakForm({ view }: { readonly view: View }) {
  const { speak: text, kinds: names } = words(view.locale);
  return (
    <FormPage view={view} title={text.title} lead={text.lead} button={text.button} back={{ href: `/speak/${view.extra.entrance}/receipt`, text: text.back }} before={<Before view={view} />}>
      <ChoiceGroup id="kind" name="kind" kind="radio" label={text.kind} choices={kinds.map((value) => ({ value, text: names[value] }))} chosen={[view.value('kind') || 'concern']} error={view.faultsOf('kind')[0]} />
      <TextInput {...view.field('title')} label={text.about} hint={text.aboutHint} autocomplete="off" required />
      <TextArea {...view.field('body')} label={text.body} rows={7} maxLength={5000} required />
    </FormPage>
  );
}

export function SentPage({ locale, receipt, entrance }: { readonly locale: Locale; readonly receipt: string; readonly entrance: string }) {
  const { speak: text } = words(locale);
  return (
    <>
      <HeadingGroup title={text.sent} lead={text.then} />
      <Section title={text.receipt}>
        <Notice kind="warning" title={text.once}><p><strong><code>{receipt}</code></strong> <CopyButton text={receipt} doneText="✓">{text.receipt}</CopyButton></p></Notice>
      </Section>
      <ButtonRow><ButtonLink href={`/speak/${entrance}/receipt`}>{text.toFollow}</ButtonLink></ButtonRow>
    </>
  );
}

export function FollowForm({ view }: { readonly view: View }) {
  const { speak: text } = words(view.locale);
  return (
    <FormPage view={view} title={text.follow} lead={text.followLead} button={text.followButton} back={{ href: `/speak/${view.extra.entrance}`, text: text.again }}>
      <TextInput {...view.field('receipt')} label={text.receiptLabel} autocomplete="off" required />
      <TextArea {...view.field('message')} label={text.message} optional={text.optional} rows={4} maxLength={5000} />
    </FormPage>
  );
}

export function FollowedPage({ locale, output: { idea, messages }, entrance }: { readonly locale: Locale; readonly output: { readonly idea: ShownIdea; readonly messages: readonly z.output<typeof message>[] }; readonly entrance: string }) {
  const { speak: text } = words(locale);
  return (
    <>
      <HeadingGroup kicker={text.follow} title={<UserText text={idea.title ?? ''} />} />
      <Facts idea={idea} locale={locale} />
      <Answer idea={idea} locale={locale} />
      <Conversation messages={messages} locale={locale} />
      {idea.text !== null && <Section title={text.yours}><Prose><p><UserText text={idea.text} /></p></Prose></Section>}
      <ButtonRow><ButtonLink href={`/speak/${entrance}/receipt`}>{text.toFollow}</ButtonLink></ButtonRow>
    </>
  );
}
