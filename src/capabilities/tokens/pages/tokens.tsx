/** Which tokens there are, making one, seeing it once, and revoking it. */
import { showDay, showMoment } from '../../../platform/dates.ts';
import type { FormView, PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { ButtonLink, ButtonRow, CopyButton } from '../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../ui/choice-group/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { FormPage } from '../../../ui/form-page/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { TextInput } from '../../../ui/text-input/component.tsx';
import type { ShownToken } from '../list-tokens.ts';
import type { Scopes } from '../scopes.ts';
import { words } from '../words.ts';

/** Where the pages of this kind of token are. */
export type Kind = { readonly of: 'own' | 'organisation'; readonly home: string };
type Named = { readonly scopes: Scopes };

/** A scope that is none any more gives nothing, and is shown as it was written. */
const scopeName = (scopes: Scopes, scope: string, locale: Locale): string => scopes[scope]?.[locale] ?? scope;

const until = ({ expiresAt, over }: ShownToken, locale: Locale): string => {
  const day = showDay(expiresAt.slice(0, 10), locale);
  return over ? words(locale).over(day) : day;
};

type Shown = Named & { readonly kind: Kind; readonly locale: Locale };

function rowOf(token: ShownToken, { kind: { of, home }, scopes, locale }: Shown) {
  const text = words(locale);
  const by = of === 'organisation' ? [<UserText text={token.madeBy ?? text.gone} />] : [];
  const used = token.usedAt === null ? text.never : showMoment(new Date(token.usedAt), locale);
  const revoke = <Link href={`${home}/${token.id}/revoke`} label={`${text.revoke}: ${token.name}`}>{text.revoke}</Link>;
  return { cells: [<UserText text={token.name} />, <code>{token.beginning}…</code>, token.scopes.map((scope) => scopeName(scopes, scope, locale)).join(', '), ...by, until(token, locale), used, revoke] };
}

function TokenTable({ tokens, ...shown }: Shown & { readonly tokens: readonly ShownToken[] }) {
  const { kind, locale } = shown;
  const { columns, revoke } = words(locale);
  const by = kind.of === 'organisation' ? [{ text: columns.by }] : [];
  const heads = [{ text: columns.name }, { text: columns.beginning }, { text: columns.may }, ...by, { text: columns.until }, { text: columns.used }, { text: revoke, hiddenText: true }];
  return <Table caption={words(locale)[kind.of].title} captionHidden columns={heads} rows={tokens.map((token) => rowOf(token, shown))} />;
}

export function TokensPage({ locale, output, kind, scopes }: PageView<unknown, { readonly tokens: readonly ShownToken[] }> & Named & { readonly kind: Kind }) {
  const text = words(locale);
  const { title, kicker, lead, none, noneText } = text[kind.of];
  const make = <ButtonLink href={`${kind.home}/new`} kind="primary">{text.make}</ButtonLink>;
  return (
    <>
      <HeadingGroup kicker={kicker} title={title} lead={lead} actions={output.tokens.length > 0 && make} />
      {output.tokens.length === 0 ? <EmptyState title={none} actions={make}><p>{noneText}</p></EmptyState> : <TokenTable tokens={output.tokens} kind={kind} scopes={scopes} locale={locale} />}
      <p><Link href="/v1">{text.reference}</Link></p>
    </>
  );
}

const lastings = [30, 90, 180, 365] as const;

export function MakeForm({ view, scopes, home }: Named & { readonly view: FormView<{ readonly scopes: readonly string[] }>; readonly home: string }) {
  const text = words(view.locale);
  return (
    <FormPage view={view} title={text.make} lead={text.makeLead} button={text.make} back={{ href: home, text: text.backWithout }}>
      <TextInput {...view.field('name')} label={text.name} hint={text.nameHint} required />
      <ChoiceGroup
        id="scopes" name="scopes" kind="checkbox" label={text.scopesTitle} hint={text.scopesHint} error={view.faultsOf('scopes')[0]}
        choices={view.extra.scopes.map((scope) => ({ value: scope, text: scopeName(scopes, scope, view.locale) }))} chosen={view.all('scopes')}
      />
      <Select {...view.field('days')} label={text.days} width="short" value={view.value('days') || '90'} options={lastings.map((days) => ({ value: String(days), text: text.lasting[days] }))} />
    </FormPage>
  );
}

export function MadePage({ locale, token, home }: { readonly locale: Locale; readonly token: string; readonly home: string }) {
  const text = words(locale);
  return (
    <>
      <HeadingGroup title={text.made} />
      <Notice kind="warning" title={text.once}><p>{text.keep}</p></Notice>
      <p><code>{token}</code> <CopyButton text={token} doneText={text.copied}>{text.copy}</CopyButton></p>
      <p>{text.use}</p>
      <pre><code>{`Authorization: Bearer ${token.slice(0, 12)}…`}</code></pre>
      <ButtonRow><ButtonLink href={home}>{text.back}</ButtonLink></ButtonRow>
    </>
  );
}

export function RevokeForm({ view, home }: { readonly view: FormView<{ readonly name: string }>; readonly home: string }) {
  const text = words(view.locale);
  const lead = <><p><UserText text={view.extra.name} /></p><p>{text.revokeLead}</p></>;
  return <FormPage view={view} title={text.revokeTitle} lead={lead} kind="danger" button={text.revoke} back={{ href: home, text: text.keepIt }} />;
}
