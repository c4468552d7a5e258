import type { PageView } from '../../../platform/screen.ts';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Section } from '../../../ui/section/component.tsx';
import { Table } from '../../../ui/table/component.tsx';
import { isolated } from '../../../ui/url.ts';
import type { ShownProvider, WorkRow } from '../answers.ts';
import { words } from '../words.ts';
import { ClauseCount } from './clause-count.tsx';
import { layersText, type Reader } from './naming.ts';
import { EndDate, NextDate } from './next-date.tsx';
import { Paging } from './paging.tsx';

type View = PageView<object, ShownProvider>;

const Subprocessing = ({ reader, row }: { readonly reader: Reader; readonly row: WorkRow }) => {
  const text = words(reader.locale).provider.work;
  const byPrincipal = Map.groupBy(row.subprocessing, (each) => each.for.id);
  return <PlainList items={[...byPrincipal.values()].map((all) => text.for(layersText(reader, all.map(({ layer }) => layer)), isolated(all[0]?.for.name ?? '')))} />;
};

/** The systems of which the provider operates a layer, by itself or for another. */
export const ProviderWork = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).provider.work;
  const { items, page, pages, total } = view.output.work;
  if (items.length === 0) return <Section title={text.title}><EmptyState level={3} title={text.none}><p>{text.noneHint}</p></EmptyState></Section>;
  return (
    <Section title={text.title} lead={text.lead} id="work">
      <Table
        caption={text.title} captionHidden columns={[{ text: text.system }, { text: text.direct }, { text: text.subprocessing }]}
        rows={items.map((row) => ({
          cells: [<NamedLink href={`/systems/${row.system.id}`} text={row.system.name} />, row.direct.length === 0 ? '–' : layersText(view, row.direct), row.subprocessing.length === 0 ? '–' : <Subprocessing reader={view} row={row} />],
        }))}
      />
      <Paging url={view.url} locale={view.locale} page={page} pages={pages} total={total} />
    </Section>
  );
};

export const ProviderContracts = ({ view }: { readonly view: View }) => {
  const text = words(view.locale).provider.contracts;
  const { contracts } = view.output;
  return (
    <Section title={text.title} id="contracts">
      {contracts.length === 0 ? <p>{text.none}</p> : (
        <Table
          caption={text.title} captionHidden columns={[{ text: text.contract }, { text: text.next }, { text: text.end }, { text: text.gaps }]}
          rows={contracts.map(({ id, name, calendar, clauses }) => ({
            cells: [<><NamedLink href={`/contracts/${id}`} text={name} /><br /><small class="regie-quiet">{id}</small></>, <NextDate reader={view} calendar={calendar} />, <EndDate reader={view} calendar={calendar} />, <ClauseCount locale={view.locale} counts={clauses} />],
          }))}
        />
      )}
    </Section>
  );
};
