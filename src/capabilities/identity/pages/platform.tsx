/** The platform's own pages: what is there, never what is in it. */
import type { z } from 'zod';
import { showDay } from '../../../platform/dates.ts';
import type { FormView, PageView } from '../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { UserText } from '../../../ui/link/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { accountList, organisationList } from '../platform.ts';
import { words } from '../words.ts';
import { AccountForm } from './account-forms.tsx';

export function PlatformPage({ locale, output }: PageView<unknown, z.output<typeof organisationList>>) {
  const text = words(locale).platform;
  const rows = output.organisations.map(({ name, since, members }) => ({ cells: [<UserText text={name} />, showDay(since.slice(0, 10), locale), String(members)] }));
  const actions = <ButtonRow><ButtonLink href="/platform/begin" kind="primary">{text.begin}</ButtonLink><ButtonLink href="/platform/accounts">{text.accounts}</ButtonLink></ButtonRow>;
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={actions} />
      <Table caption={text.organisations} columns={[{ text: text.name }, { text: text.since }, { text: text.members, numeric: true }]} rows={rows} />
    </>
  );
}

export function BeginForm({ view }: { readonly view: FormView<unknown> }) {
  const text = words(view.locale).platform;
  const controls = [{ name: 'organisation', label: text.organisation }, { name: 'name', label: text.firstName }, { name: 'email', label: text.firstEmail, type: 'email' }] as const;
  return <AccountForm view={view} title={text.begin} lead={text.beginLead} button={text.begin} controls={controls} />;
}

export function BegunPage({ view, path }: { readonly view: Pick<PageView<unknown, unknown>, 'locale' | 'url'>; readonly path: string }) {
  const text = words(view.locale).platform;
  return (
    <>
      <HeadingGroup title={text.begun} lead={text.begunLead} />
      <Notice kind="warning" title={text.once}><p><code>{`${view.url.origin}${path}`}</code></p></Notice>
      <ButtonRow><ButtonLink href="/platform">{text.back}</ButtonLink></ButtonRow>
    </>
  );
}

export function AccountsPage({ locale, output, person }: PageView<unknown, z.output<typeof accountList>>) {
  const text = words(locale).platform;
  const rows = output.accounts.map(({ id, name, organisations, closed }) => {
    const verb = closed ? text.reopen : text.close;
    const button = <Form action={`/platform/accounts/${id}`} hidden={{ closed: closed ? 'no' : 'yes' }}><Button kind={closed ? 'secondary' : 'danger'} label={`${verb}: ${name}`}>{verb}</Button></Form>;
    return { cells: [<UserText text={name} />, String(organisations), closed ? text.closed : text.open, id === person?.id ? text.yourself : button] };
  });
  return (
    <>
      <HeadingGroup title={text.accounts} lead={text.accountsLead} />
      <Table caption={text.accounts} captionHidden columns={[{ text: text.name }, { text: text.organisations, numeric: true }, { text: text.state }, { text: text.close, hiddenText: true }]} rows={rows} />
    </>
  );
}
