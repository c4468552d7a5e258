/** The links under a list that is shown in pages, and the heads by which it is sorted. */
import type { Locale } from '../../../platform/words.ts';
import { Pagination } from '../../../ui/pagination/component.tsx';
import type { TableColumn } from '../../../ui/table/component.tsx';
import { columnOf, itemsPerPage, type Paged, withQuery } from '../list.ts';
import { words } from '../words.ts';

type PagingProps = { readonly url: URL; readonly locale: Locale; readonly list: Paged<unknown>; /** Where the list begins, as `#why`. */ readonly anchor?: string };

export const Paging = ({ url, locale, list: { page, pages, total, items }, anchor = '' }: PagingProps) => {
  const text = words(locale).paging;
  const from = (page - 1) * itemsPerPage + 1;
  const link = (number: number, said: string) => ({ href: `${withQuery(url, { page: number === 1 ? undefined : String(number) })}${anchor}`, text: said });
  if (pages <= 1) return null;
  return (
    <Pagination
      label={text.label} summary={text.summary(from, from + items.length - 1, total)}
      previous={page > 1 ? link(page - 1, text.previous) : undefined} next={page < pages ? link(page + 1, text.next) : undefined}
    />
  );
};

/** A click sorts by the column, from its usual end; a second click from the other. */
export function sortHead(url: URL, sort: string, column: string, usual: 1 | -1): NonNullable<TableColumn['sort']> {
  const now = columnOf(sort);
  const isNow = now.column === column;
  const sign = isNow ? -now.sign : usual;
  return { href: withQuery(url, { sort: sign === -1 ? `-${column}` : column }), state: !isNow ? 'none' : now.sign === 1 ? 'ascending' : 'descending' };
}
