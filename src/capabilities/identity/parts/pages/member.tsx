/** One member: roles in the whole and in parts, with why, and clearance. */
import { type Classification, classifications } from '../../../../platform/permission.ts';
import type { FormView, PageView } from '../../../../platform/screen.ts';
import { Breadcrumb } from '../../../../ui/breadcrumb/component.tsx';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../../ui/choice-group/component.tsx';
import { EmptyState } from '../../../../ui/empty-state/component.tsx';
import { Form } from '../../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../../ui/heading-group/component.tsx';
import { UserText } from '../../../../ui/link/component.tsx';
import { Section, Stack } from '../../../../ui/section/component.tsx';
import { Select } from '../../../../ui/select/component.tsx';
import { Table } from '../../../../ui/table/component.tsx';
import { TextInput } from '../../../../ui/text-input/component.tsx';
import { Faults } from '../../pages/account-forms.tsx';
import { roleName } from '../../pages/members.tsx';
import { words as identityWords } from '../../words.ts';
import { rolesInParts, type ShownMember } from '../member.ts';
import type { PartKind } from '../store.ts';
import { words } from '../words.ts';
import { partsHome } from './parts.tsx';

type View = PageView<unknown, ShownMember>;

function PartRoles({ locale, output: { id, name, partRoles } }: View) {
  const text = words(locale);
  const rows = partRoles.map(({ role, part, kind, partName, reason }) => {
    const called = roleName(role, locale);
    return {
      cells: [
        called, <><UserText text={partName ?? part} /> <span class="regie-quiet">({text.inPart[kind]})</span></>, reason === null ? <span class="regie-quiet">{text.member.noReason}</span> : <UserText text={reason} />,
        <Form action={`/members/${id}/part-roles/withdraw`} hidden={{ role, part }}><Button kind="danger" label={`${text.member.withdraw}: ${called}, ${partName ?? part}, ${name}`}>{text.member.withdraw}</Button></Form>,
      ],
    };
  });
  const columns = [{ text: text.member.role }, { text: text.member.part }, { text: text.member.reason, prose: true }, { text: text.member.withdraw, hiddenText: true }];
  return (
    <Section title={text.member.parts} lead={text.member.partsLead}>
      {rows.length === 0 ? <p>{text.member.none}</p> : <Table caption={text.member.parts} captionHidden columns={columns} rows={rows} />}
      <p><ButtonLink href={`/members/${id}/part-roles/give`}>{text.member.give}</ButtonLink></p>
    </Section>
  );
}

export function MemberPage(view: View) {
  const { locale, person, output: { id, name, roles, clearance, byRoles } } = view;
  const text = words(locale);
  return (
    <>
      <Stack>
        <Breadcrumb label={identityWords(locale).members.title} items={[{ href: '/members', text: identityWords(locale).members.title }]} current={name} />
        <HeadingGroup kicker={text.member.kicker} title={<UserText text={name} />} lead={text.member.lead} actions={<ButtonLink kind="link" href={`/members/${id}/remove`}>{text.member.remove}</ButtonLink>} />
      </Stack>
      <Section title={text.member.whole}>
        <p>{roles.length === 0 ? text.nobody : roles.map((role) => roleName(role, locale)).join(', ')}</p>
        <p><ButtonLink href={`/members/${id}/roles`}>{text.member.change}</ButtonLink></p>
      </Section>
      <PartRoles {...view} />
      <Section title={text.member.clearance}>
        <p>{text.member.cleared(text.levels[higher(clearance, byRoles)].toLowerCase())} {text.member.byRoles(text.levels[byRoles].toLowerCase())}</p>
        {person?.id !== id && <p><ButtonLink href={`/members/${id}/clearance`}>{text.member.changeClearance}</ButtonLink></p>}
      </Section>
    </>
  );
}

const higher = (one: Classification, other: Classification): Classification => (classifications.indexOf(one) > classifications.indexOf(other) ? one : other);

type Giving = { readonly name: string; readonly parts: readonly { readonly id: string; readonly kind: PartKind; readonly name: string }[] };

export function GiveRoleForm({ view }: { readonly view: FormView<Giving> }) {
  const text = words(view.locale);
  const { name, parts } = view.extra;
  const heading = <HeadingGroup title={<UserText text={text.giveTitle(name)} />} lead={text.giveLead} />;
  if (parts.length === 0) return <>{heading}<EmptyState title={text.noParts} actions={<ButtonLink href={`${partsHome}/add`} kind="primary">{text.add}</ButtonLink>} /></>;
  const choose = { value: '', text: text.choose };
  return (
    <>
      <Faults view={view} />
      {heading}
      <Form action={view.action}>
        <Select id="part" name="part" label={text.member.part} value={view.value('part')} error={view.faultsOf('part')[0]} required options={[choose, ...parts.map((part) => ({ value: part.id, text: `${part.name} (${text.inPart[part.kind]})` }))]} />
        <Select id="role" name="role" label={text.member.role} value={view.value('role')} error={view.faultsOf('role')[0]} required options={[choose, ...rolesInParts.map((role) => ({ value: role, text: roleName(role, view.locale) }))]} />
        <TextInput id="reason" name="reason" label={text.member.reason} hint={text.reasonHint} value={view.value('reason')} error={view.faultsOf('reason')[0]} required />
        <ButtonRow><Button>{text.giveButton}</Button><ButtonLink kind="link" href={`/members/${view.params['id']}`}>{name}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
}

export function ClearanceForm({ view }: { readonly view: FormView<{ readonly name: string }> }) {
  const text = words(view.locale);
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={<UserText text={text.clearanceTitle(view.extra.name)} />} lead={text.clearanceLead} />
      <Form action={view.action}>
        <ChoiceGroup id="clearance" name="clearance" kind="radio" label={text.member.clearance} choices={classifications.map((value) => ({ value, text: text.levels[value], hint: text.levelHints[value] }))} chosen={[view.value('clearance')]} error={view.faultsOf('clearance')[0]} />
        <ButtonRow><Button>{text.save}</Button><ButtonLink kind="link" href={`/members/${view.params['id']}`}>{view.extra.name}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
}
