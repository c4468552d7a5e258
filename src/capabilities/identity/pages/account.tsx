/** One's own account in plain language: who, how one comes in, where one is in. */
import type { z } from 'zod';
import { showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { accountOutput } from '../account.ts';
import { LinkLink } from '../federation/pages/provider.tsx';
import { words as federationWords } from '../federation/words.ts';
import { words } from '../words.ts';
import { roleName } from './members.tsx';

type View = PageView<unknown, z.output<typeof accountOutput>>;

const Passkeys = ({ locale, output }: View) => {
  const { passkeys: text, members } = words(locale);
  const moment = (at: string | null): string => (at === null ? text.never : showMoment(new Date(at), locale));
  const rows = output.passkeys.map(({ id, name, createdAt, usedAt }) => ({
    cells: [<UserText text={name} />, moment(createdAt), moment(usedAt), <Link href={`/account/passkeys/${encodeURIComponent(id)}/remove`} label={`${members.remove}: ${name}`}>{members.remove}</Link>],
  }));
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      {rows.length > 0 && <Table caption={text.title} captionHidden columns={[{ text: text.name }, { text: text.made }, { text: text.used }, { text: members.remove, hiddenText: true }]} rows={rows} />}
      <ButtonRow><ButtonLink href="/account/passkeys/add" kind={rows.length === 0 ? 'primary' : 'secondary'}>{text.add}</ButtonLink></ButtonRow>
    </Section>
  );
};

const OtherWays = ({ locale, output }: View) => {
  const { account, recovery } = words(locale);
  const items = [
    { term: account.password, value: <>{output.hasPassword ? account.hasPassword : account.hasNoPassword} <Link href="/account/password">{output.hasPassword ? account.changePassword : account.choosePassword}</Link></> },
    { term: recovery.title, value: <>{recovery.left(output.recoveryCodes)} <Link href="/account/recovery-codes">{recovery.make}</Link></> },
  ];
  return <Section title={account.otherWays}><DefinitionList items={items} /></Section>;
};

const AtProvider = ({ locale, output: { organisation, provider } }: View) => {
  if (!provider || organisation === null) return null;
  const text = federationWords(locale);
  return (
    <Section title={text.linkTitle}>
      <p>{provider.connected ? text.linked(provider.label) : text.linkLead(provider.label)}</p>
      {!provider.connected && <LinkLink label={provider.label} locale={locale} />}
    </Section>
  );
};

const Sessions = ({ locale, output }: View) => {
  const { sessions: text } = words(locale);
  const rows = output.sessions.map(({ id, browser, method, startedAt, seenAt, own }) => ({
    cells: [
      browser || text.unknown, text.methods[method], showMoment(new Date(startedAt), locale), showMoment(new Date(seenAt), locale),
      own ? text.here : <Form action={`/account/sessions/${id}/end`}><Button kind="secondary" label={`${text.end}: ${browser || text.unknown}`}>{text.end}</Button></Form>,
    ],
  }));
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Table caption={text.title} captionHidden columns={[{ text: text.where }, { text: text.how }, { text: text.since }, { text: text.seen }, { text: text.end, hiddenText: true }]} rows={rows} />
      {rows.length > 1 && <Form action="/account/sessions/end-others"><ButtonRow><Button kind="secondary">{text.endOthers}</Button></ButtonRow></Form>}
    </Section>
  );
};

const Tokens = ({ locale }: View) => {
  const { account } = words(locale);
  return (
    <Section title={account.tokens}>
      <p>{account.tokensLead}</p>
      <ButtonRow><ButtonLink href="/account/tokens">{account.toTokens}</ButtonLink></ButtonRow>
    </Section>
  );
};

export function AccountPage(view: View) {
  const { locale, output } = view;
  const { account, members, organisations } = words(locale);
  const items = [
    { term: account.organisation, value: <UserText text={output.organisation ?? organisations.platform} /> },
    { term: members.roles, value: output.roles.map((role) => roleName(role, locale, output.parts)).join(', ') },
  ];
  return (
    <>
      <HeadingGroup kicker={account.title} title={<UserText text={output.name} />} lead={account.lead} />
      <DefinitionList items={items} />
      {output.elsewhere && <ButtonRow><ButtonLink href="/organisations">{organisations.title}</ButtonLink></ButtonRow>}
      <Passkeys {...view} />
      <OtherWays {...view} />
      <AtProvider {...view} />
      <Sessions {...view} />
      {view.organisation && <Tokens {...view} />}
    </>
  );
}
