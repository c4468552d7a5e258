/** The units and programmes there are; to add, rename and end one. */
import { showDay } from '../../../../platform/dates.ts';
import type { FormView, PageView } from '../../../../platform/screen.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/button/component.tsx';
import { ChoiceGroup } from '../../../../ui/choice-group/component.tsx';
import { EmptyState } from '../../../../ui/empty-state/component.tsx';
import { Form } from '../../../../ui/form/component.tsx';
import { HeadingGroup } from '../../../../ui/heading-group/component.tsx';
import { Link, NamedLink, UserText } from '../../../../ui/link/component.tsx';
import { PlainList } from '../../../../ui/plain-list/component.tsx';
import { Table } from '../../../../ui/table/component.tsx';
import { Control, Faults } from '../../pages/account-forms.tsx';
import type { PartList } from '../parts.ts';
import { partKinds } from '../store.ts';
import { words } from '../words.ts';

export const partsHome = '/organisation/parts';
type View = PageView<unknown, PartList>;

function rowOf({ id, kind, name, people, begunAt, endedAt }: PartList['parts'][number], locale: View['locale']) {
  const text = words(locale);
  const acts = endedAt === null ? <><Link href={`${partsHome}/${id}/rename`} label={`${text.rename}: ${name}`}>{text.rename}</Link> <Link href={`${partsHome}/${id}/end`} label={`${text.end}: ${name}`}>{text.end}</Link></> : text.endedOn(showDay(endedAt.slice(0, 10), locale));
  return { cells: [<UserText text={name} />, text.kinds[kind], people.length === 0 ? text.nobody : <PlainList items={people.map((person) => <NamedLink href={`/members/${person.id}`} text={person.name} />)} />, showDay(begunAt.slice(0, 10), locale), acts] };
}

export function PartsPage({ locale, output }: View) {
  const text = words(locale);
  const add = <ButtonLink href={`${partsHome}/add`} kind="primary">{text.add}</ButtonLink>;
  const columns = [{ text: text.name }, { text: text.kind }, { text: text.people }, { text: text.since }, { text: text.rename, hiddenText: true }];
  return (
    <>
      <HeadingGroup title={text.title} lead={text.lead} actions={output.parts.length > 0 && add} />
      {output.parts.length === 0 ? <EmptyState title={text.empty} actions={add}><p>{text.emptyText}</p></EmptyState> : <Table caption={text.title} captionHidden columns={columns} rows={output.parts.map((part) => rowOf(part, locale))} />}
    </>
  );
}

export function AddPartForm({ view }: { readonly view: FormView<unknown> }) {
  const text = words(view.locale);
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.add} />
      <Form action={view.action}>
        <ChoiceGroup id="kind" name="kind" kind="radio" label={text.kind} hint={text.kindHint} choices={partKinds.map((value) => ({ value, text: text.kinds[value] }))} chosen={[view.value('kind') || 'unit']} error={view.faultsOf('kind')[0]} />
        <Control view={view} control={{ name: 'name', label: text.name }} />
        <ButtonRow><Button>{text.add}</Button><ButtonLink kind="link" href={partsHome}>{text.title}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
}

export function RenamePartForm({ view }: { readonly view: FormView<{ readonly name: string }> }) {
  const text = words(view.locale);
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={text.rename} lead={<UserText text={view.extra.name} />} />
      <Form action={view.action}>
        <Control view={view} control={{ name: 'name', label: text.name }} />
        <ButtonRow><Button>{text.save}</Button><ButtonLink kind="link" href={partsHome}>{text.title}</ButtonLink></ButtonRow>
      </Form>
    </>
  );
}

export function EndPartForm({ view }: { readonly view: FormView<{ readonly name: string; readonly people: number }> }) {
  const text = words(view.locale);
  return (
    <>
      <Faults view={view} />
      <HeadingGroup title={<UserText text={text.endTitle(view.extra.name)} />} />
      <p>{text.endLead(view.extra.people)}</p>
      <Form action={view.action}><ButtonRow><Button kind="danger">{text.end}</Button><ButtonLink href={partsHome}>{text.keep}</ButtonLink></ButtonRow></Form>
    </>
  );
}
