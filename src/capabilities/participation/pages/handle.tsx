/** One idea or concern for who handles it: its own words, the conversation, and what is to be done. */
import type { z } from 'zod';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Prose, Section } from '../../../ui/section/component.tsx';
import type { message, ShownIdea } from '../shown-idea.ts';
import { words } from '../words.ts';
import { Answer, Conversation, Facts } from './ideas.tsx';
import { titleOf } from './tags.tsx';

export function HandlePage({ view }: { readonly view: PageView<unknown, { readonly idea: ShownIdea; readonly messages: readonly z.output<typeof message>[] }> }) {
  const { locale, output: { idea, messages } } = view;
  const text = words(locale);
  const to = (step: string): string => `/ideas/${idea.id}/${step}`;
  const isNew = idea.state === 'new';
  return (
    <>
      <HeadingGroup kicker={`${text.handle.title}: ${text.kinds[idea.kind].toLowerCase()}`} title={<UserText text={titleOf(idea, locale)} />} lead={text.handle.lead} />
      {idea.text !== null && <Prose><p><UserText text={idea.text} /></p></Prose>}
      <Facts idea={idea} locale={locale} />
      <ButtonRow>
        <ButtonLink href={to('take-up')} kind={isNew ? 'primary' : 'secondary'}>{text.handle.take}</ButtonLink>
        <ButtonLink href={to('answer')} kind={!isNew && idea.answer === null ? 'primary' : 'secondary'}>{text.handle.answer}</ButtonLink>
        {idea.answer !== null && <ButtonLink href={to('outcome')}>{text.handle.outcome}</ButtonLink>}
        {idea.isAnonymous && <ButtonLink href={to('paraphrase')}>{text.handle.paraphrase}</ButtonLink>}
      </ButtonRow>
      <Answer idea={idea} locale={locale} />
      <Conversation messages={messages} locale={locale} replyTo={`/ideas/${idea.id}/reply`} />
      <Section title={text.legalPage.title}><p>{text.legalPage.lead}</p></Section>
      <ButtonRow><ButtonLink kind="link" href="/ideas">{text.idea.back}</ButtonLink></ButtonRow>
    </>
  );
}
