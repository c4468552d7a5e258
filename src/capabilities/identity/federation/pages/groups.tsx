/** Which groups bring which roles; the forms to save and remove one. */
import type { z } from 'zod';
import type { FormView, PageView } from '../../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/button/component.tsx';
import { Form } from '../../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../../ui/heading-group/component.tsx';
import { Link, UserText } from '../../../../ui/link/component.tsx';
import { Notice } from '../../../../ui/notice/component.tsx';
import { Table } from '../../../../ui/table/component.tsx';
import { Control, Faults, withoutQuery } from '../../pages/account-forms.tsx';
import { RoleChoice, roleName } from '../../pages/members.tsx';
import type { groupList } from '../groups.ts';
import { words } from '../words.ts';

const addressOf = (doing: 'save' | 'remove', group: string, roles: readonly string[] = []): string =>
  `/members/groups/${doing}?${new URLSearchParams([['group', group], ...roles.map((role) => ['roles', role])])}`;

export function GroupsPage({ locale, output }: PageView<unknown, z.output<typeof groupList>>) {
  const text = words(locale).groups;
  const rows = output.groups.map(({ group, roles }) => ({
    cells: [
      <UserText text={group} />,
      roles.map((role) => roleName(role, locale)).join(', '),
      <>
        <Link href={addressOf('save', group, roles)} label={`${text.change}: ${group}`}>{text.change}</Link> <Link href={addressOf('remove', group)} label={`${text.remove}: ${group}`}>{text.remove}</Link>
      </>,
    ],
  }));
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={<ButtonLink href="/members/groups/save">{text.add}</ButtonLink>} />
      {output.provider === null && <Notice kind="info" title={text.noProvider} />}
      {rows.length === 0 ? <p>{text.empty}</p> : <Table caption={text.title} captionHidden columns={[{ text: text.group }, { text: text.roles }, { text: text.change, hiddenText: true }]} rows={rows} />}
      <p><Link href="/members">{text.back}</Link></p>
    </>
  );
}

export function GroupForm({ view: given }: { readonly view: FormView<unknown> }) {
  const view = withoutQuery(given);
  const text = words(view.locale).groups;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.add} lead={text.lead} />
      <Form action={view.action}>
        <Control view={view} control={{ name: 'group', label: text.group, hint: text.groupHint }} />
        <RoleChoice view={view} />
        <ButtonRow><Button>{text.save}</Button></ButtonRow>
      </Form>
    </>
  );
}

export function RemoveGroupForm({ view: given }: { readonly view: FormView<unknown> }) {
  const view = withoutQuery(given);
  const text = words(view.locale).groups;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.removeTitle} lead={<UserText text={view.value('group')} />} />
      <p>{text.removeLead}</p>
      <Form action={view.action} hidden={{ group: view.value('group') }}>
        <ButtonRow><Button kind="danger">{text.remove}</Button><ButtonLink href="/members/groups">{text.keep}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
}
