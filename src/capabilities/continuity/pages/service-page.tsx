import type { Id } from '../../../core/landscape/document.ts';
import { reading } from '../../../core/library/library.ts';
import { showDay } from '../../../platform/dates.ts';
import type { PageView } from '../../../platform/screen.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { Link, NamedLink } from '../../../ui/link/component.tsx';
import { NeedsTree } from '../../../ui/needs-tree/component.tsx';
import { Notice } from '../../../ui/notice/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Stat, StatRow } from '../../../ui/stat/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { withQuery } from '../list.ts';
import type { LossFigure, ServiceLoss, ShownService, ShownServiceInput } from '../shown.ts';
import { simulationHref } from '../simulation-href.ts';
import { countryOf, hoursWord, listed, recoveryWord } from '../spoken.ts';
import { words } from '../words.ts';
import { hrefTo } from './href-to.ts';
import { needsNodes } from './needs-nodes.ts';
import { Paging } from './paging.tsx';
import { promiseSentence, promiseTone } from './promise-words.ts';
import { removalOf } from './ranking-table.tsx';

type ServiceView = PageView<ShownServiceInput, ShownService>;
type Props = { readonly view: ServiceView };

/** The longest that a table without pages becomes. */
const rowsAtMost = 50;

export const serviceTitle = (view: ServiceView): string => view.output.row.name;

const systemName = ({ output }: ServiceView, id: Id): string => (Object.hasOwn(output.systems, id) ? (output.systems[id]?.name ?? id) : id);
const hoursOrNever = (view: ServiceView, { hours }: LossFigure): string => (hours === null ? words(view.locale).service.never : hoursWord(view.locale, hours));

const Times = ({ view }: Props) => {
  const { worst, row } = view.output;
  const { service: text, restore } = words(view.locale);
  const tone = ({ breaks }: LossFigure) => (row.maxDowntimeHours === null ? 'neutral' : breaks ? 'bad' : 'good');
  return (
    <StatRow>
      <Stat figure={row.maxDowntimeHours === null ? '–' : hoursWord(view.locale, row.maxDowntimeHours)} label={row.maxDowntimeHours === null ? restore.noPromise : text.worst.promise} />
      <Stat figure={hoursOrNever(view, worst.declared)} label={text.worst.declared} tone={tone(worst.declared)} />
      <Stat figure={hoursOrNever(view, worst.tested)} label={text.worst.tested} tone={tone(worst.tested)} />
    </StatRow>
  );
};

const Needs = ({ view }: Props) => {
  const text = words(view.locale);
  const { nodes, left } = needsNodes(view.output, view.locale);
  const systems = text.count.systems(String(Object.keys(view.output.systems).length));
  return (
    <Section title={text.service.needs} lead={<p>{text.service.needsLead(systems)}</p>}>
      <NeedsTree label={text.service.needsOf(view.output.row.name)} nodes={nodes} />
      {left > 0 && <p class="regie-quiet">{text.service.moreNeeds(left)}</p>}
    </Section>
  );
};

const lossName = (view: ServiceView, { of, id }: ServiceLoss): string => {
  if (of === 'countries') return countryOf(view, id);
  if (of === 'systems') return systemName(view, id);
  return Object.hasOwn(view.output.providers, id) ? (view.output.providers[id] ?? id) : id;
};

const PromiseTag = ({ view, loss }: Props & { readonly loss: ServiceLoss }) => {
  const text = words(view.locale).service;
  if (!loss.tested.breaks) return <Tag tone="good">{text.keeps}</Tag>;
  return loss.isProven ? <Tag tone="bad">{text.breaks}</Tag> : <Tag tone="caution">{text.onlyTest}</Tag>;
};

const OtherReading = ({ view }: Props) => {
  const other = reading.find((value) => value !== view.input.reading) ?? 'wide';
  const { services } = words(view.locale);
  return (
    <>
      {services.reading(readingWord(view.locale, view.input.reading), readingMeaning(view.locale, view.input.reading))}{' '}
      <Link href={withQuery(view.url, { reading: other })}>{readingWord(view.locale, other)}</Link>
    </>
  );
};

const Losses = ({ view }: Props) => {
  const { service: text } = words(view.locale);
  const { losses, row } = view.output;
  const hasPromise = row.maxDowntimeHours !== null;
  const { name, kind, declared, tested, promise } = text.columns;
  const rows = losses.items.map((loss) => ({
    cells: [
      <NamedLink href={simulationHref([removalOf(loss.of, loss.id)], view.input.reading)} text={lossName(view, loss)} />, text.kinds[loss.of],
      hoursOrNever(view, loss.declared), hoursOrNever(view, loss.tested), ...(hasPromise ? [<PromiseTag view={view} loss={loss} />] : []),
    ],
  }));
  const lead = <><p>{hasPromise ? text.breakersLead : text.stoppersLead}</p><p><OtherReading view={view} /></p></>;
  return (
    <Section title={hasPromise ? text.breakers : text.stoppers} lead={lead} id="alone">
      {rows.length === 0 ? <p>{text.noBreakers}</p> : <Table caption={text.breakers} captionHidden columns={[name, kind, declared, tested, ...(hasPromise ? [promise] : [])].map((column) => ({ text: column }))} rows={rows} />}
      <Paging url={view.url} locale={view.locale} list={losses} anchor="#alone" />
    </Section>
  );
};

const Unknown = ({ view }: Props) => {
  const text = words(view.locale);
  const { unknown } = view.output;
  if (unknown.length === 0) return null;
  return (
    <Notice kind="warning" title={text.service.unknownTitle}>
      <p>{text.service.unknown(text.count.systems(String(unknown.length)))}</p>
      <ul>{unknown.slice(0, rowsAtMost).map((id) => <li><NamedLink href={hrefTo('system', id)} text={systemName(view, id)} /></li>)}</ul>
    </Notice>
  );
};

const Restore = ({ view }: Props) => {
  const { service: text, simulation } = words(view.locale);
  const { restored } = view.output;
  const { name, declared, tested, on } = text.restoreColumns;
  const rows = restored.slice(0, rowsAtMost).map(({ id, recovery }) => ({
    cells: [
      <NamedLink href={hrefTo('system', id)} text={systemName(view, id)} />, recoveryWord(view.locale, recovery ?? undefined, 'declared'), recoveryWord(view.locale, recovery ?? undefined, 'tested'),
      recovery !== null && recovery !== 'none' && recovery.testedOn !== undefined ? showDay(recovery.testedOn, view.locale) : '–',
    ],
  }));
  return (
    <Section title={text.restore} lead={<p>{text.restoreLead}</p>}>
      <Table caption={text.restore} captionHidden columns={[name, declared, tested, on].map((column) => ({ text: column }))} rows={rows} />
      {restored.length > rowsAtMost && <p class="regie-quiet">{simulation.moreInList(restored.length - rowsAtMost)}</p>}
    </Section>
  );
};

const Datasets = ({ view }: Props) => {
  const { service: text, classification, personalData } = words(view.locale);
  const { datasets } = view.output;
  const { name, classification: sensitive, personal, in: inSystem } = text.datasetColumns;
  const rows = datasets.slice(0, rowsAtMost).map((dataset) => ({
    cells: [
      <NamedLink href={hrefTo('dataset', dataset.id)} text={dataset.name} />, classification[dataset.classification],
      dataset.personalData === null ? text.notSaid : personalData[dataset.personalData], listed(view.locale, dataset.systems.map((id) => systemName(view, id))),
    ],
  }));
  return (
    <Section title={text.datasets} lead={<p>{datasets.length === 0 ? text.noDatasets : text.datasetsLead}</p>}>
      {rows.length > 0 && <Table caption={text.datasets} captionHidden columns={[name, sensitive, personal, inSystem].map((column) => ({ text: column }))} rows={rows} />}
    </Section>
  );
};

const Actions = ({ view }: Props) => {
  const text = words(view.locale).service;
  const path = hrefTo('service', view.output.row.id);
  if (!view.may('landscape:change')) return null;
  return <><ButtonLink href={`${path}/edit`}>{text.edit}</ButtonLink><ButtonLink kind="link" href={`${path}/remove`}>{text.remove}</ButtonLink></>;
};

export const ServicePage = ({ view }: Props) => {
  const text = words(view.locale);
  const { row, needs } = view.output;
  const kicker = `${text.service.kicker} · ${text.criticality[row.criticality]}`;
  return (
    <>
      <Breadcrumb label={text.service.path} items={[{ href: '/services', text: text.service.list }]} current={row.name} />
      <HeadingGroup kicker={kicker} title={<bdi>{row.name}</bdi>} lead={<p>{promiseSentence(view.locale, row, needs.length > 0)}</p>} actions={<><Tag tone={promiseTone[row.verdict]}>{text.services.verdict[row.verdict]}</Tag><Actions view={view} /></>} />
      {needs.length === 0 ? (
        <EmptyState title={text.service.lead.nothing} actions={view.may('landscape:change') && <ButtonLink kind="primary" href={`${hrefTo('service', row.id)}/edit`}>{text.service.edit}</ButtonLink>} />
      ) : (
        <><Times view={view} /><Unknown view={view} /><Losses view={view} /><Needs view={view} /><Restore view={view} /><Datasets view={view} /></>
      )}
    </>
  );
};
