/** Lists as people read them: searched, sorted, a page at a time. From memory, so that a page costs no query of its own. */
import { z } from 'zod';
import { pageNumber } from '../../platform/page-number.ts';

export const perPage = 50;

/** What every list takes from its address. */
export const listInput = { q: z.string().trim().max(200).optional(), page: pageNumber.optional() };

export type Listed<Row> = { readonly total: number; readonly found: number; readonly page: number; readonly pages: number; readonly rows: readonly Row[] };

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the search must occur, accents and capitals apart. */
export function matcher(search: string | undefined): (...texts: readonly string[]) => boolean {
  const wanted = folded(search ?? '').split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return () => true;
  return (...texts) => {
    const text = folded(texts.join(' '));
    return wanted.every((word) => text.includes(word));
  };
}

const collators = new Map<string, Intl.Collator>();
export function collatorFor(locale: string): Intl.Collator {
  const known = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, known);
  return known;
}

/** A page that is no longer there is the last one. @param total how many there are without search and filter. */
export function pageOf<Row>(rows: readonly Row[], total: number, page = 1): Listed<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const at = Math.min(page, pages);
  return { total, found: rows.length, page: at, pages, rows: rows.slice((at - 1) * perPage, at * perPage) };
}

/** The same address with other values; empty ones go. A change of anything but the page begins at the first page. */
export function hrefWith(url: URL, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('lang');
  query.delete('page');
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}
