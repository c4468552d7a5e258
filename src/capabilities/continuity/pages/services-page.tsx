import { reading } from '../../../core/library/library.ts';
import type { PageView } from '../../../platform/screen.ts';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { DefinitionList } from '../../../ui/definition-list/component.tsx';
import { Disclosure } from '../../../ui/disclosure/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { ShareBar } from '../../../ui/share-bar/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { withQuery } from '../list.ts';
import { promiseVerdicts } from '../service-rows.ts';
import type { ServiceList, ServiceListInput } from '../shown.ts';
import { hoursWord } from '../spoken.ts';
import { words } from '../words.ts';
import { hrefTo } from './href-to.ts';
import { Paging, sortHead } from './paging.tsx';
import { breakersWord, promiseTone } from './promise-words.ts';

type ServicesView = PageView<ServiceListInput, ServiceList>;
type Props = { readonly view: ServicesView };

const Verdicts = ({ view }: Props) => {
  const text = words(view.locale).services;
  const shares = promiseVerdicts.map((verdict) => ({ tone: promiseTone[verdict], text: text.verdict[verdict], count: view.output.verdicts[verdict], href: withQuery(view.url, { verdict }) }));
  return <ShareBar label={text.share} shares={shares.filter(({ count }) => count > 0)} />;
};

const Search = ({ view }: Props) => {
  const { services: text, criticality, search, reset, simulation } = words(view.locale);
  const { q, sort, verdict } = view.input;
  const any = { value: '', text: text.any };
  const filters = (
    <>
      <Select id="services-verdict" name="verdict" label={text.filterVerdict} value={verdict} options={[any, ...promiseVerdicts.map((value) => ({ value, text: text.verdict[value] }))]} />
      <Select id="services-criticality" name="criticality" label={text.filterCriticality} value={view.input.criticality} options={[any, ...Object.entries(criticality).map(([value, word]) => ({ value, text: word }))]} />
      <Select id="services-reading" name="reading" label={simulation.reading} value={view.input.reading} options={reading.map((value) => ({ value, text: readingWord(view.locale, value) }))} />
    </>
  );
  const isNarrowed = q !== undefined || verdict !== undefined || view.input.criticality !== undefined;
  return <SearchBar id="services-q" action="/services" label={text.search} submit={search} value={q} hidden={{ sort }} filters={filters} reset={isNarrowed ? { href: withQuery(view.url, { q: undefined, verdict: undefined, criticality: undefined }), text: reset } : undefined} />;
};

const List = ({ view }: Props) => {
  const { services: text, criticality } = words(view.locale);
  const { output, input, url } = view;
  const head = (column: 'name' | 'criticality' | 'promise' | 'verdict') => ({ text: text.columns[column], sort: sortHead(url, input.sort, column, 1) });
  const rows = output.items.map((row) => ({
    cells: [
      <NamedLink href={hrefTo('service', row.id)} text={row.name} />, criticality[row.criticality],
      row.maxDowntimeHours === null ? '–' : hoursWord(view.locale, row.maxDowntimeHours),
      <Tag tone={promiseTone[row.verdict]}>{text.verdict[row.verdict]}</Tag>, row.verdict === 'none' ? '–' : breakersWord(view.locale, row) || '–',
    ],
  }));
  return <Table caption={text.title} captionHidden columns={[head('name'), head('criticality'), head('promise'), head('verdict'), { text: text.columns.by }]} rows={rows} />;
};

const Legend = ({ view }: Props) => {
  const text = words(view.locale).services;
  return (
    <Disclosure summary={text.legend}>
      <DefinitionList items={promiseVerdicts.map((verdict) => ({ term: text.verdict[verdict], value: text.verdictMeans[verdict] }))} />
      <p>{text.reading(readingWord(view.locale, view.input.reading), readingMeaning(view.locale, view.input.reading))}</p>
    </Disclosure>
  );
};

const Found = ({ view }: Props) => {
  const text = words(view.locale);
  if (view.output.items.length > 0) return <><List view={view} /><Paging url={view.url} locale={view.locale} list={view.output} /></>;
  return <EmptyState title={text.services.notFound} actions={<ButtonLink href="/services">{text.reset}</ButtonLink>}><p>{text.services.notFoundText}</p></EmptyState>;
};

function lead({ output, locale }: ServicesView): string {
  const text = words(locale);
  const services = text.count.services(String(output.all));
  const promises = output.all - output.verdicts.none;
  return promises === 0 ? text.services.leadNone(services) : text.services.lead(services, output.verdicts.holds, promises);
}

export const ServicesPage = ({ view }: Props) => {
  const text = words(view.locale);
  const add = view.may('landscape:change') && <ButtonLink href="/services/add">{text.services.add}</ButtonLink>;
  if (view.output.all === 0) {
    const actions = view.may('landscape:change') && <><ButtonLink kind="primary" href="/services/add">{text.services.add}</ButtonLink><ButtonLink href="/landscape/import">{text.simulation.import}</ButtonLink></>;
    return <><HeadingGroup title={text.services.title} /><EmptyState title={text.services.emptyTitle} actions={actions}><p>{text.services.emptyText}</p></EmptyState></>;
  }
  return (
    <>
      <HeadingGroup title={text.services.title} lead={<p>{lead(view)}</p>} actions={add} />
      <Section title={text.services.share}><Verdicts view={view} /><Legend view={view} /></Section>
      <Search view={view} />
      <Found view={view} />
    </>
  );
};
