import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Stack } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { hrefWith } from '../listing.ts';
import { countryName, readingWord, toneOfVerdict, verdictWord } from '../spoken.ts';
import type { SystemList, SystemListInput, SystemRow } from '../system-list.ts';
import { words } from '../words.ts';
import { Pages, sortLink } from './list-parts.tsx';

type View = PageView<SystemListInput, SystemList>;

const Verdicts = ({ view }: { readonly view: View }) => {
  const { counts, policy } = view.output;
  const shares = counts.map(({ verdict, systems }) => ({ tone: toneOfVerdict(verdict, policy.outcomes), text: verdictWord(view.locale, verdict), count: systems, href: hrefWith(view.url, { verdict, q: undefined }) }));
  return <ShareBar label={words(view.locale).systems.shares} shares={shares} />;
};

const Search = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).systems;
  const { counts } = view.output;
  const { q, verdict, sort, reading } = view.input;
  const options = [{ value: '', text: text.anyVerdict }, ...counts.map((one) => ({ value: one.verdict, text: `${verdictWord(view.locale, one.verdict)} (${one.systems})` }))];
  return (
    <SearchBar
      id="search" action="/systems" label={text.search} submit={words(view.locale).list.search} value={q}
      hidden={{ ...(sort && { sort }), ...(reading && { reading }) }}
      filters={<Select id="verdict" name="verdict" label={text.columns.verdict} options={options} value={verdict} width="medium" />}
      reset={q || verdict ? { href: hrefWith(view.url, { q: undefined, verdict: undefined }), text: words(view.locale).list.all } : undefined}
    />
  );
};

const Countries = ({ row, view }: { readonly row: SystemRow; readonly view: View }) => {
  const names = (codes: readonly string[]): string => codes.map((code) => countryName(view.knowledge, view.locale, code)).join(', ');
  const { perhaps, nobody } = words(view.locale).systems;
  if (row.canRead.length + row.mayRead.length === 0) return <span class="regie-quiet">{nobody}</span>;
  return <>{names(row.canRead)}{row.canRead.length > 0 && row.mayRead.length > 0 && <br />}{row.mayRead.length > 0 && <span class="regie-quiet">{perhaps(names(row.mayRead))}</span>}</>;
};

const rowOf = (row: SystemRow, view: View) => ({
  cells: [
    <NamedLink href={`/systems/${row.id}${view.output.reading === 'narrow' ? '?reading=narrow' : ''}`} text={row.name} />,
    <Tag tone={toneOfVerdict(row.verdict, view.output.policy.outcomes)}>{verdictWord(view.locale, row.verdict)}</Tag>,
    words(view.locale).criticality[row.criticality],
    <Countries row={row} view={view} />,
    row.questions === 0 ? <span class="regie-quiet">{words(view.locale).systems.noQuestions}</span> : String(row.questions),
  ],
});

const Systems = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).systems;
  const sort = view.input.sort ?? 'verdict';
  const columns = [
    { text: text.columns.name, sort: sortLink(view.url, 'name', sort) },
    { text: text.columns.verdict, sort: sortLink(view.url, 'verdict', sort) },
    { text: text.columns.criticality, sort: sortLink(view.url, 'criticality', sort) },
    { text: text.columns.canRead(readingWord(view.locale, view.output.reading)) },
    { text: text.columns.questions, numeric: true },
  ];
  return <Table caption={text.title} captionHidden columns={columns} rows={view.output.rows.map((row) => rowOf(row, view))} />;
};

const Nothing = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  const actions = view.may('landscape:change') && <><ButtonLink kind="primary" href="/systems/add">{text.systems.add}</ButtonLink><ButtonLink href="/landscape/import">{text.systems.import}</ButtonLink></>;
  return <EmptyState title={text.systems.none} actions={actions}><p>{text.systems.noneText}</p></EmptyState>;
};

export const SystemsPage = ({ view }: { readonly view: View }) => {
  const text = words(view.locale);
  const { total, found, counts, policy } = view.output;
  const lead = text.systems.lead(total, policy.name[view.locale], counts.filter(({ verdict }) => verdict === policy.outcomes[0]).reduce((sum, { systems }) => sum + systems, 0), counts.find(({ verdict }) => verdict === 'undetermined')?.systems ?? 0);
  return (
    <Stack>
      <HeadingGroup title={text.systems.title} lead={total > 0 ? lead : undefined} actions={total > 0 && view.may('landscape:change') ? <ButtonLink href="/systems/add">{text.systems.add}</ButtonLink> : undefined} />
      {total === 0 ? <Nothing view={view} /> : (
        <>
          <Verdicts view={view} />
          <Search view={view} />
          {found === 0 ? <EmptyState title={text.list.nothing}><p>{text.list.nothingText}</p></EmptyState> : <Systems view={view} />}
          <Pages listed={view.output} url={view.url} locale={view.locale} />
        </>
      )}
    </Stack>
  );
};
