import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink, UserText } from '../../../ui/link/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tabs } from '../../../ui/tabs/component.tsx';
import { isolated } from '../../../ui/url.ts';
import type { ContractList, ContractListInput, ContractRow } from '../answers.ts';
import { calendarGroups } from '../contract-calendar.ts';
import { withQuery } from '../list.ts';
import { words } from '../words.ts';
import { ClauseCount } from './clause-count.tsx';
import { listText } from './naming.ts';
import { EndDate, NextDate } from './next-date.tsx';
import { Paging, sortable } from './paging.tsx';

type View = PageView<ContractListInput, ContractList>;
type Props = { readonly view: View };

/** Systems named in a row; the contract's own page has them all. */
const namedSystems = 3;

const systemsText = (view: View, { systems }: ContractRow): string => {
  const names = systems.slice(0, namedSystems).map(({ name }) => name);
  const more = systems.length - namedSystems;
  return more > 0 ? words(view.locale).contracts.andMore(names.map(isolated).join(', '), more) : listText(view, names);
};

const Name = ({ view, row }: Props & { readonly row: ContractRow }) => (
  <>
    <NamedLink href={`/contracts/${row.id}`} text={row.provider.name} /><br />
    <span class="regie-quiet"><UserText text={row.id} /> · {systemsText(view, row)}</span>
  </>
);

const ContractTable = ({ view, caption, rows }: Props & { readonly caption: string; readonly rows: readonly ContractRow[] }) => {
  const { column } = words(view.locale).contracts;
  const by = (name: string, first?: 'descending') => sortable(view.url, view.input.sort, name, first);
  return (
    <Table
      caption={caption} captionHidden
      columns={[{ text: column.contract, sort: by('provider') }, { text: column.next, sort: by('next') }, { text: column.end, sort: by('end') }, { text: column.gaps, sort: by('gaps', 'descending') }]}
      rows={rows.map((row) => ({
        cells: [
          <Name view={view} row={row} />,
          <NextDate reader={view} calendar={row.calendar} />, <EndDate reader={view} calendar={row.calendar} />, <ClauseCount locale={view.locale} counts={row.clauses} />,
        ],
      }))}
    />
  );
};

/** By the next date they stand in groups, each with what it asks of the reader; in any other order they are one list. */
const Contracts = ({ view }: Props) => {
  const text = words(view.locale).contracts;
  const { items } = view.output;
  if (view.input.sort !== 'next') return <ContractTable view={view} caption={text.title} rows={items} />;
  return (
    <>
      {calendarGroups.map((group) => {
        const rows = items.filter((row) => row.group === group);
        return rows.length > 0 && <Section title={text.group[group]} lead={text.groupLead[group]}><ContractTable view={view} caption={text.group[group]} rows={rows} /></Section>;
      })}
    </>
  );
};

const GroupTabs = ({ view }: Props) => {
  const text = words(view.locale);
  const { groups, all } = view.output;
  const tabs = groups.filter(({ contracts }) => contracts > 0).map(({ group, contracts }) => ({ href: withQuery(view.url, { group }), text: text.contracts.group[group], count: contracts, current: view.input.group === group }));
  return <Tabs label={text.contracts.tabs} items={[{ href: withQuery(view.url, { group: '' }), text: text.all, count: all, current: view.input.group === undefined }, ...tabs]} />;
};

const Search = ({ view }: Props) => {
  const { search, contracts } = words(view.locale);
  const { q, group, sort } = view.input;
  return (
    <SearchBar
      id="search" action="/contracts" label={contracts.search} submit={search.submit} value={q} hidden={{ sort, ...(group === undefined ? {} : { group }) }}
      reset={q === undefined ? undefined : { href: withQuery(view.url, { q: '' }), text: search.reset }}
    />
  );
};

const AddButtons = ({ view }: Props) => (view.may('contract:change') ? <ButtonLink href="/contracts/add">{words(view.locale).add.contract}</ButtonLink> : null);

export const ContractListPage = ({ view }: Props) => {
  const { contracts: text, search } = words(view.locale);
  const { items, groups, all, page, pages, total } = view.output;
  const countOf = (group: string) => groups.find((each) => each.group === group)?.contracts ?? 0;
  if (all === 0) return <><HeadingGroup title={text.title} /><EmptyState title={text.empty} actions={<AddButtons view={view} />}><p>{text.emptyHint}</p></EmptyState></>;
  const soon = countOf('quarter');
  return (
    <>
      <HeadingGroup title={text.title} lead={<>{soon === 0 ? text.lead.none : text.lead.some(soon)} {countOf('expired') > 0 && text.expired(countOf('expired'))}</>} actions={<AddButtons view={view} />} />
      <GroupTabs view={view} />
      <Search view={view} />
      {items.length === 0 ? <EmptyState title={search.none}><p>{search.noneHint}</p></EmptyState> : <Contracts view={view} />}
      <Paging url={view.url} locale={view.locale} page={page} pages={pages} total={total} />
    </>
  );
};
