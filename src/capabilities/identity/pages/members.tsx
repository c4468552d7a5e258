/** Who belongs to the organisation; the forms to invite, change and remove. */
import { Button, ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { ChoiceGroup, SingleCheckbox } from '../../../ui/choice-group/component.tsx';
import { Form } from '../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink, UserText } from '../../../ui/link/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { z } from 'zod';
import type { FormView, PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import type { memberList } from '../members.ts';
import { type Role, roles } from '../roles.ts';
import { words as federationWords } from '../federation/words.ts';
import { words } from '../words.ts';
import { Control, Faults } from './account-forms.tsx';

/** As it is held: with the part of the organisation, where it is held in a part. */
export function roleName(held: string, locale: Locale, parts: Readonly<Record<string, string>> = {}): string {
  const [role = '', part] = held.split('@');
  const name = role in words(locale).roles ? words(locale).roles[role as Role | 'platform-administrator'] : role;
  return part === undefined ? name : `${name} (${parts[part.split('/')[1] ?? ''] ?? part})`;
}

export function MembersPage({ locale, output }: PageView<unknown, z.output<typeof memberList>>) {
  const text = words(locale).members;
  const rows = output.members.map(({ id, name, roles: held }) => ({
    cells: [
      <NamedLink href={`/members/${id}`} text={name} />,
      held.map((role) => roleName(role, locale, output.parts)).join(', '),
      <>
        <Link href={`/members/${id}/roles`} label={`${text.change}: ${name}`}>{text.change}</Link> <Link href={`/members/${id}/remove`} label={`${text.remove}: ${name}`}>{text.remove}</Link>
      </>,
    ],
  }));
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={<><ButtonLink href="/members/invite">{text.invite}</ButtonLink> <ButtonLink href="/members/groups">{federationWords(locale).groups.title}</ButtonLink></>} />
      <Table caption={text.title} captionHidden columns={[{ text: text.name }, { text: text.roles }, { text: text.change, hiddenText: true }]} rows={rows} />
      {output.awaited.length > 0 && <Section title={text.awaited}><p>{text.awaitedLead}</p><ul>{output.awaited.map(({ name }) => <li><UserText text={name} /></li>)}</ul></Section>}
    </>
  );
}

export const RoleChoice = ({ view }: { readonly view: FormView<unknown> }) => (
  <ChoiceGroup
    id="roles" name="roles" kind="checkbox" label={words(view.locale).members.roles} error={view.faultsOf('roles')[0]}
    choices={roles.map((role) => ({ value: role, text: roleName(role, view.locale) }))} chosen={view.all('roles')}
  />
);

export function InviteForm({ view }: { readonly view: FormView<{ readonly sendsMail: boolean }> }) {
  const text = words(view.locale).members;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.invite} lead={text.inviteLead} />
      <Form action={view.action}>
        <Control view={view} control={{ name: 'name', label: text.name }} />
        <Control view={view} control={{ name: 'email', label: text.email, type: 'email' }} />
        <RoleChoice view={view} />
        {view.extra.sendsMail && <SingleCheckbox id="letter" name="letter" value="true" text={text.letter} hint={text.letterHint} checked={view.value('letter') === 'true'} />}
        <ButtonRow><Button>{text.inviteButton}</Button></ButtonRow>
      </Form>
    </>
  );
}

export function RolesForm({ view }: { readonly view: FormView<{ readonly name: string }> }) {
  const text = words(view.locale).members;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.changeTitle(view.extra.name)} />
      <Form action={view.action}>
        {view.all('roles').filter((held) => held.includes('@')).map((held) => <input type="hidden" name="roles" value={held} />)}
        <RoleChoice view={view} />
        <ButtonRow><Button>{text.save}</Button></ButtonRow>
      </Form>
    </>
  );
}

export function RemoveForm({ view }: { readonly view: FormView<{ readonly name: string }> }) {
  const text = words(view.locale).members;
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.removeTitle} lead={<UserText text={view.extra.name} />} />
      <Form action={view.action}><ButtonRow><Button kind="danger">{text.remove}</Button></ButtonRow></Form>
    </>
  );
}
