import { type PageLink, Pagination } from '../../../ui/pagination/component.tsx';
import type { TableColumn } from '../../../ui/table/component.tsx';
import type { Locale } from '../../../platform/words.ts';
import { itemsPerPage, sortOf, withQuery } from '../list.ts';
import { words } from '../words.ts';

type PagingProps = { readonly url: URL; readonly locale: Locale; readonly page: number; readonly pages: number; readonly total: number };

/** Nothing where all fits on one page. */
export const Paging = ({ url, locale, page, pages, total }: PagingProps) => {
  if (pages <= 1) return null;
  const text = words(locale).paging;
  const linkTo = (to: number, label: string): PageLink | undefined => (to < 1 || to > pages ? undefined : { href: withQuery(url, { page: String(to) }), text: label });
  const first = (page - 1) * itemsPerPage + 1;
  return <Pagination label={text.label} summary={text.summary(first, Math.min(total, first + itemsPerPage - 1), total)} previous={linkTo(page - 1, text.previous)} next={linkTo(page + 1, text.next)} />;
};

/** A heading that sorts; a click on what sorts already turns it round. `first` is the way it sorts at the first click. */
export function sortable(url: URL, sort: string, column: string, first: 'ascending' | 'descending' = 'ascending'): NonNullable<TableColumn['sort']> {
  const now = sortOf<string>(sort);
  const state = now.column !== column ? 'none' : now.direction === 1 ? 'ascending' : 'descending';
  const next = state === 'none' ? first : state === 'ascending' ? 'descending' : 'ascending';
  return { href: withQuery(url, { sort: next === 'ascending' ? column : `-${column}` }), state };
}
