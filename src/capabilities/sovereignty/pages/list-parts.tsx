/** What every list here has: where the reader is, and the way to the other pages. */
import type { Locale } from '../../../platform/words.ts';
import { Pagination } from '../../../ui/pagination/component.tsx';
import type { SortState } from '../../../ui/table/component.tsx';
import { hrefWith, type Listed, perPage } from '../listing.ts';
import { words } from '../words.ts';

/** Sorts ascending, then descending. */
export function sortLink(url: URL, name: string, current: string): { readonly href: string; readonly state: SortState } {
  const state = current === name ? 'ascending' : current === `-${name}` ? 'descending' : 'none';
  return { href: hrefWith(url, { sort: state === 'ascending' ? `-${name}` : name }), state };
}

export const Pages = ({ listed, url, locale }: { readonly listed: Listed<unknown>; readonly url: URL; readonly locale: Locale }) => {
  const { page, pages, found } = listed;
  if (pages === 1) return null;
  const text = words(locale).list;
  const to = (number: number) => hrefWith(url, { page: String(number) });
  return (
    <Pagination
      label={text.pages} summary={text.shown((page - 1) * perPage + 1, Math.min(found, page * perPage), found)}
      previous={page > 1 ? { href: to(page - 1), text: text.previous } : undefined}
      next={page < pages ? { href: to(page + 1), text: text.next } : undefined}
    />
  );
};
