import { showMoment } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink, ButtonRow } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import type { ShownKeys } from '../shown-keys.ts';
import { words } from '../words.ts';

type Props = { readonly view: PageView<unknown, ShownKeys> };

function InUse({ view: { locale, output } }: Props) {
  const { above } = words(locale);
  if (output.inUse === null) return <EmptyState title={above.none}><p>{above.noneText}</p></EmptyState>;
  const { key, keySince, ownSince, persons, records } = output.inUse;
  const moment = (at: string): string => showMoment(new Date(at), locale);
  return (
    <Section title={above.title}>
      <DefinitionList items={[
        { term: above.key, value: <code>{key}</code> }, { term: above.keySince, value: moment(keySince) }, { term: above.own, value: moment(ownSince) },
        { term: above.persons, value: String(persons) }, { term: above.records, value: String(records) },
      ]} />
      <p>{above.rotate}</p>
    </Section>
  );
}

function Columns({ view: { locale, output } }: Props) {
  const { columns } = words(locale);
  const rows = output.columns.map(({ what, since }) => ({ cells: [what[locale], since === null ? columns.notYet : showMoment(new Date(since), locale)] }));
  return (
    <Section title={columns.title}>
      <Table caption={columns.title} captionHidden columns={[{ text: columns.what }, { text: columns.since }]} rows={[...rows, { cells: [columns.log, columns.always] }]} />
    </Section>
  );
}

function Erased({ view: { locale, output, may } }: Props) {
  const { erased, erase } = words(locale);
  const rows = output.erased.map(({ at, of, keys }) => ({ cells: [showMoment(new Date(at), locale), erased[of], String(keys)] }));
  return (
    <Section title={erased.title} lead={erased.lead}>
      {rows.length === 0 ? <p>{erased.none}</p> : <Table caption={erased.title} captionHidden columns={[{ text: erased.when }, { text: erased.whose }, { text: erased.keys, numeric: true }]} rows={rows} />}
      {may('person:erase') && <ButtonRow><ButtonLink kind="secondary" href="/keys/erase">{erase.title}</ButtonLink></ButtonRow>}
    </Section>
  );
}

export const KeysPage = ({ view }: Props) => (
  <>
    <HeadingGroup title={words(view.locale).title} lead={words(view.locale).lead} />
    <InUse view={view} />
    <Columns view={view} />
    <Erased view={view} />
  </>
);
