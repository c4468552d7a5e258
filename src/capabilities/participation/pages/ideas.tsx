/** What colleagues brought, and one of it as everybody may read it. */
import type { z } from 'zod';
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink, UserText } from '../../../ui/link/component.tsx';
import { Columns, Prose, Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { TextArea } from '../../../ui/text-area/component.tsx';
import { roleName } from '../../identity/public.ts';
import type { message, ShownIdea } from '../shown-idea.ts';
import { words } from '../words.ts';
import { byWhom, StateTag, titleOf } from './tags.tsx';

type Owed = { readonly role: string | null; readonly late: number };
type ListView = PageView<unknown, { readonly ideas: readonly ShownIdea[]; readonly owed: readonly Owed[] }>;

const roleOr = (role: string | null, locale: Locale): string => (role === null ? words(locale).owed.nobody : roleName(role, locale));

function Ideas({ view: { locale, output } }: { readonly view: ListView }) {
  const text = words(locale);
  const rows = output.ideas.map((idea) => ({
    cells: [
      <><span class="regie-quiet">{text.kinds[idea.kind]}</span><br /><NamedLink href={idea.mayHandle ? `/ideas/${idea.id}/handle` : `/ideas/${idea.id}`} text={titleOf(idea, locale)} /></>,
      <UserText text={byWhom(idea, locale)} />, showDay(idea.broughtOn, locale), <StateTag idea={idea} locale={locale} />,
    ],
  }));
  const { what, by, since, state } = text.columns;
  return <Table caption={text.title} captionHidden columns={[what, by, since, state].map((column) => ({ text: column }))} rows={rows} />;
}

function WhoseTurn({ view: { locale, output } }: { readonly view: ListView }) {
  const { owed } = words(locale);
  const rows = output.owed.map(({ role, late }) => ({ cells: [roleOr(role, locale), String(late)] }));
  return (
    <Section title={owed.title} lead={owed.lead}>
      {rows.length === 0 ? <p>{owed.none}</p> : <Table caption={owed.title} captionHidden columns={[{ text: owed.role }, { text: owed.count }]} rows={rows} />}
    </Section>
  );
}

export function IdeasPage({ view }: { readonly view: ListView }) {
  const text = words(view.locale);
  const share = <ButtonLink href="/ideas/share" kind="primary">{text.share}</ButtonLink>;
  const isEmpty = view.output.ideas.length === 0;
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={<>{!isEmpty && share} {view.may('participation:change') && <ButtonLink href="/ideas/entrance">{text.handle.entrance}</ButtonLink>}</>} />
      {isEmpty ? <EmptyState title={text.none} actions={share}><p>{text.noneText}</p></EmptyState> : <Ideas view={view} />}
      {!isEmpty && <WhoseTurn view={view} />}
      <Columns>
        <Section title={text.without}><p>{text.withoutText}</p></Section>
        <Section title={text.legalPage.title}><p><Link href="/ideas/wrongdoing">{text.legal}</Link></p></Section>
      </Columns>
    </>
  );
}

/** What is known of it, as who reads may see it. */
export function Facts({ idea, locale }: { readonly idea: ShownIdea; readonly locale: Locale }) {
  const { idea: text } = words(locale);
  const owner = idea.ownerRole === null ? text.nobody : `${roleName(idea.ownerRole, locale)}${idea.owner === null ? '' : ` (${idea.owner})`}`;
  const isOpen = idea.answer === null || idea.state === 'back';
  return (
    <DefinitionList
      items={[
        { term: text.by, value: <UserText text={byWhom(idea, locale)} /> },
        { term: text.since, value: showDay(idea.broughtOn, locale) },
        { term: text.state, value: <StateTag idea={idea} locale={locale} /> },
        { term: text.owner, value: <UserText text={owner} /> },
        ...(idea.state === 'new' ? [{ term: text.acknowledgeBy, value: showDay(idea.acknowledgeBy, locale) }] : []),
        ...(isOpen ? [{ term: text.answerBy, value: showDay(idea.owedBy !== null && idea.state === 'back' ? idea.owedBy : idea.answerBy, locale) }] : []),
        ...(idea.answeredOn === null ? [] : [{ term: text.answeredOn, value: showDay(idea.answeredOn, locale) }]),
        ...(idea.returnOn === null ? [] : [{ term: text.returnOn, value: showDay(idea.returnOn, locale) }]),
      ]}
    />
  );
}

/** What was answered, with the reason, and what came of it. */
export function Answer({ idea, locale }: { readonly idea: ShownIdea; readonly locale: Locale }) {
  const text = words(locale);
  return (
    <>
      {idea.answer !== null && idea.reason !== null && <Section title={text.handle.kinds[idea.answer]}><Prose><p><UserText text={idea.reason} /></p></Prose></Section>}
      {idea.outcome !== null && <Section title={text.idea.outcome}><Prose><p><UserText text={idea.outcome} /></p></Prose></Section>}
    </>
  );
}

export function Conversation({ messages, locale, replyTo }: { readonly messages: readonly z.output<typeof message>[]; readonly locale: Locale; /** Where to write back; left out where that is done elsewhere. */ readonly replyTo?: string | undefined }) {
  const { idea: text } = words(locale);
  if (messages.length === 0 && replyTo === undefined) return null;
  return (
    <Section title={text.conversation}>
      {messages.length > 0 && <DefinitionList shape="stacked" items={messages.map(({ fromAuthor, text: said, saidOn }) => ({ term: `${fromAuthor ? text.fromAuthor : text.fromHandler}, ${showDay(saidOn, locale)}`, value: <UserText text={said} /> }))} />}
      {replyTo !== undefined && <Form action={replyTo}><TextArea id="text" name="text" label={text.reply} hint={text.replyHint} rows={4} maxLength={5000} /><ButtonRow><Button kind="secondary">{text.replyButton}</Button></ButtonRow></Form>}
    </Section>
  );
}

export function IdeaPage({ view }: { readonly view: PageView<unknown, { readonly idea: ShownIdea; readonly messages: readonly z.output<typeof message>[] }> }) {
  const { locale, output: { idea, messages } } = view;
  const text = words(locale);
  return (
    <>
      <HeadingGroup kicker={text.kinds[idea.kind]} title={<UserText text={titleOf(idea, locale)} />} />
      {idea.text !== null && <Prose>{idea.isParaphrase && <p class="regie-quiet">{text.idea.ownWords}</p>}<p><UserText text={idea.text} /></p></Prose>}
      <Facts idea={idea} locale={locale} />
      <Answer idea={idea} locale={locale} />
      {!idea.isOwn && (
        <Form action={`/ideas/${idea.id}/support`} hidden={{ supports: idea.supported ? 'no' : 'yes' }}>
          {idea.supported && <p>{text.idea.supported}</p>}
          <ButtonRow><Button kind="secondary">{idea.supported ? text.idea.unsupport : text.idea.support}</Button></ButtonRow>
        </Form>
      )}
      {idea.isOwn && <Conversation messages={messages} locale={locale} replyTo={`/ideas/${idea.id}/reply`} />}
      <ButtonRow>{idea.mayHandle && <ButtonLink href={`/ideas/${idea.id}/handle`}>{text.idea.handle}</ButtonLink>}<ButtonLink kind="link" href="/ideas">{text.idea.back}</ButtonLink></ButtonRow>
    </>
  );
}
