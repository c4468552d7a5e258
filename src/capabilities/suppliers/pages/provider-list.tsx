import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { readingWord } from '../../sovereignty/public.ts';
import type { ProviderList, ProviderListInput } from '../answers.ts';
import { withQuery } from '../list.ts';
import type { ProviderRow } from '../provider-rows.ts';
import type { ForeignReach } from '../shapes.ts';
import { words } from '../words.ts';
import { countryName, instrumentName, type Reader } from './naming.ts';
import { Paging, sortable } from './paging.tsx';
import { ReadingSwitch } from './reading-switch.tsx';

type View = PageView<ProviderListInput, ProviderList>;
type Props = { readonly view: View };
type RowProps = { readonly reader: Reader; readonly row: ProviderRow };

const Control = ({ reader, row: { controllers, ownerUnknown } }: RowProps) => {
  const text = words(reader.locale).providers;
  if (controllers.length === 0) return <span class="regie-quiet">{ownerUnknown ? text.ownerUnknown : text.nobody}</span>;
  return <>{controllers.map(({ id, name }, at) => <>{at > 0 && ', '}<NamedLink href={`/providers/${id}`} text={name} /></>)}</>;
};

const Foreign = ({ reader, foreign: { country, instruments } }: { readonly reader: Reader; readonly foreign: ForeignReach }) => (
  <>
    <Tag tone={instruments.length > 0 ? 'caution' : 'neutral'}>{countryName(reader, country)}</Tag>{' '}
    <span class="regie-quiet">{instruments.length === 0 ? words(reader.locale).providers.noInstrument : instruments.map((id) => instrumentName(reader, id)).join(', ')}</span>
  </>
);

const Reached = ({ reader, row: { foreign } }: RowProps) =>
  foreign.length === 0 ? <span class="regie-quiet">{words(reader.locale).providers.noForeign}</span> : <PlainList items={foreign.map((each) => <Foreign reader={reader} foreign={each} />)} />;

const ProviderTable = ({ view }: Props) => {
  const { column, title } = words(view.locale).providers;
  const figure = (count: number) => (view.output.unknownOperator === 0 ? count : words(view.locale).atLeast(count));
  const by = (name: string, first?: 'descending') => sortable(view.url, view.input.sort, name, first);
  return (
    <Table
      caption={title} captionHidden
      columns={[
        { text: column.name, sort: by('name') },
        { text: column.country, sort: by('country') },
        { text: column.control },
        { text: column.reach },
        { text: column.systems, numeric: true, sort: by('systems', 'descending') },
        { text: column.breaches, numeric: true, sort: by('breaches', 'descending') },
      ]}
      rows={view.output.items.map((row) => ({
        cells: [<NamedLink href={`/providers/${row.id}`} text={row.name} />, countryName(view, row.country), <Control reader={view} row={row} />, <Reached reader={view} row={row} />, figure(row.systems), figure(row.breaches)],
      }))}
    />
  );
};

const Search = ({ view }: Props) => {
  const text = words(view.locale);
  const { q, country, reading, sort } = view.input;
  const options = view.output.countries.map((each) => ({ value: each.country, text: text.providers.countryOption(countryName(view, each.country), each.providers) }));
  return (
    <SearchBar
      id="search" action="/providers" label={text.providers.search} submit={text.search.submit} value={q} hidden={{ reading, sort }}
      filters={<Select id="country" name="country" label={text.providers.country} value={country} options={[{ value: '', text: text.all }, ...options]} />}
      reset={q === undefined && country === undefined ? undefined : { href: withQuery(view.url, { q: '', country: '' }), text: text.search.reset }}
    />
  );
};

const AddButtons = ({ view }: Props) => {
  const text = words(view.locale).add;
  if (!view.may('landscape:change')) return null;
  return <><ButtonLink kind="primary" href="/providers/add">{text.provider}</ButtonLink><ButtonLink href="/landscape/import">{text.import}</ButtonLink></>;
};

const Listed = ({ view }: Props) => {
  const { search, providers: text } = words(view.locale);
  const { items, ownersUnknown, page, pages, total, unknownOperator } = view.output;
  return (
    <>
      <ReadingSwitch url={view.url} locale={view.locale} chosen={view.input.reading} />
      <Search view={view} />
      {items.length === 0 ? <EmptyState title={search.none}><p>{search.noneHint}</p></EmptyState> : <ProviderTable view={view} />}
      <Paging url={view.url} locale={view.locale} page={page} pages={pages} total={total} />
      <div class="regie-prose regie-quiet"><p>{text.explainReach}</p><p>{text.explainBreaches}</p>{unknownOperator > 0 && <p>{text.atLeast(unknownOperator)}</p>}{ownersUnknown > 0 && <p>{text.ownersUnknown(ownersUnknown)}</p>}</div>
    </>
  );
};

export const ProviderListPage = ({ view }: Props) => {
  const text = words(view.locale).providers;
  const { all, reached } = view.output;
  const reading = readingWord(view.locale, view.input.reading).toLowerCase();
  if (all === 0) return <><HeadingGroup title={text.title} /><EmptyState title={text.empty} actions={<AddButtons view={view} />}><p>{text.emptyHint}</p></EmptyState></>;
  return (
    <>
      <HeadingGroup title={text.title} lead={<>{text.lead(reached, all, reading)} {view.input.sort === '-breaches' && text.order}</>} actions={view.may('landscape:change') && <ButtonLink href="/providers/add">{words(view.locale).add.provider}</ButtonLink>} />
      <Listed view={view} />
    </>
  );
};
