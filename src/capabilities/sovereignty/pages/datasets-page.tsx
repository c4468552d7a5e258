import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Stack } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { classifications, type DatasetList, type DatasetListInput, type DatasetRow } from '../dataset-view.ts';
import { hrefWith } from '../listing.ts';
import { countryName, toneOfVerdict, verdictWord } from '../spoken.ts';
import { words } from '../words.ts';
import { Pages, sortLink } from './list-parts.tsx';

type View = PageView<DatasetListInput, DatasetList>;

const Search = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).datasets;
  const { q, classification, sort } = view.input;
  return (
    <SearchBar
      id="search" action="/datasets" label={text.search} submit={words(view.locale).list.search} value={q} hidden={sort ? { sort } : {}}
      filters={<Select id="classification" name="classification" label={text.columns.classification} value={classification} width="medium" options={[{ value: '', text: text.anyClassification }, ...classifications.map((one) => ({ value: one, text: text.classification[one] }))]} />}
      reset={q || classification ? { href: hrefWith(view.url, { q: undefined, classification: undefined }), text: words(view.locale).list.all } : undefined}
    />
  );
};

const rowOf = (row: DatasetRow, view: View) => {
  const { datasets: text, unknown } = words(view.locale);
  const countries = row.countries.map((country) => (country === null ? unknown : countryName(view.knowledge, view.locale, country))).join(', ');
  return {
    cells: [
      <NamedLink href={`/datasets/${row.id}`} text={row.name} />,
      text.classification[row.classification],
      row.personalData === undefined ? <span class="regie-quiet">{unknown}</span> : text.personalData[row.personalData],
      row.verdict === undefined ? <span class="regie-quiet">{text.inNoSystem}</span> : <Tag tone={toneOfVerdict(row.verdict, view.output.policy.outcomes)}>{verdictWord(view.locale, row.verdict)}</Tag>,
      String(row.systems),
      countries || <span class="regie-quiet">{text.nowhere}</span>,
    ],
  };
};

const Datasets = ({ view }: { readonly view: View }) => {
  const { columns, title } = words(view.locale).datasets;
  const sort = view.input.sort ?? 'classification';
  const heads = [
    { text: columns.name, sort: sortLink(view.url, 'name', sort) },
    { text: columns.classification, sort: sortLink(view.url, 'classification', sort) },
    { text: columns.personalData },
    { text: columns.verdict, sort: sortLink(view.url, 'verdict', sort) },
    { text: columns.systems, numeric: true },
    { text: columns.where },
  ];
  return <Table caption={title} captionHidden columns={heads} rows={view.output.rows.map((row) => rowOf(row, view))} />;
};

export const DatasetsPage = ({ view }: { readonly view: View }) => {
  const { datasets: text, list } = words(view.locale);
  const { total, found, critical, homeless } = view.output;
  const add = view.may('landscape:change') ? <ButtonLink kind={total === 0 ? 'primary' : 'secondary'} href="/datasets/add">{text.add}</ButtonLink> : undefined;
  if (total === 0) return <EmptyState title={text.none} actions={add}><p>{text.noneText}</p></EmptyState>;
  return (
    <Stack>
      <HeadingGroup title={text.title} lead={text.lead(total, critical, homeless)} actions={add} />
      <Search view={view} />
      {found === 0 ? <EmptyState title={list.nothing}><p>{list.nothingText}</p></EmptyState> : <Datasets view={view} />}
      <Pages listed={view.output} url={view.url} locale={view.locale} />
    </Stack>
  );
};
