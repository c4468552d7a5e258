import type { PageView } from '../../../platform/screen.ts';
import { reading } from '../../../core/library/library.ts';
import { Breadcrumb } from '../../../ui/breadcrumb/component.tsx';
import { ButtonLink } from '../../../ui/button/component.tsx';
import { EmptyState } from '../../../ui/empty-state/component.tsx';
import { HeadingGroup } from '../../../ui/heading-group/component.tsx';
import { SearchBar } from '../../../ui/search-bar/component.tsx';
import { Select } from '../../../ui/select/component.tsx';
import { Tabs } from '../../../ui/tabs/component.tsx';
import { readingMeaning, readingWord } from '../../sovereignty/public.ts';
import { withQuery } from '../list.ts';
import { ranked, type RankingInput, type RankingShown } from '../shown.ts';
import { words } from '../words.ts';
import { Paging, sortHead } from './paging.tsx';
import { RankingTable } from './ranking-table.tsx';

type RankingView = PageView<RankingInput, RankingShown>;

const Narrow = ({ view }: { readonly view: RankingView }) => {
  const text = words(view.locale);
  const { q, of, sort } = view.input;
  const filters = <Select id="ranking-reading" name="reading" label={text.simulation.reading} value={view.input.reading} options={reading.map((value) => ({ value, text: readingWord(view.locale, value) }))} />;
  return (
    <SearchBar
      id="ranking-q" action="/simulation/ranking" label={text.ranking.search} submit={text.ranking.show} value={q} hidden={{ of, sort }} filters={filters}
      reset={q ? { href: withQuery(view.url, { q: undefined }), text: text.ranking.reset } : undefined}
    />
  );
};

export const RankingPage = ({ view }: { readonly view: RankingView }) => {
  const text = words(view.locale);
  const { output, input, url } = view;
  const tabs = ranked.map((of) => ({ href: withQuery(url, { of, q: undefined }), text: text.ranking.of[of], current: of === input.of }));
  return (
    <>
      <Breadcrumb label={text.service.path} items={[{ href: '/simulation', text: text.simulation.nav }]} current={text.ranking.title} />
      <HeadingGroup title={text.ranking.title} lead={<p>{text.ranking.lead}</p>} />
      <Tabs label={text.ranking.view} items={tabs} />
      <Narrow view={view} />
      <p class="regie-quiet">{text.services.reading(readingWord(view.locale, input.reading), readingMeaning(view.locale, input.reading))}</p>
      {output.items.length === 0 ? (
        <EmptyState title={text.ranking.empty} actions={<ButtonLink href={withQuery(url, { q: undefined })}>{text.ranking.reset}</ButtonLink>}><p>{text.ranking.emptyText}</p></EmptyState>
      ) : (
        <RankingTable speaker={view} of={input.of} blasts={output.items} names={output.names} unknown={output.unknown} reading={input.reading} linked sorts={(column) => sortHead(url, input.sort, column, column === 'name' ? 1 : -1)} />
      )}
      <Paging url={url} locale={view.locale} list={output} />
    </>
  );
};
