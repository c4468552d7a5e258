/** A long list in pages, and the words by which it is searched. */
export const itemsPerPage = 50;

export type Paged<T> = { items: T[]; page: number; pages: number; total: number };

/** A page after the last is the last: a list may have become shorter since the link was made. */
export function pageOf<T>(all: readonly T[], asked: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / itemsPerPage));
  const page = Math.min(asked, pages);
  return { items: all.slice((page - 1) * itemsPerPage, page * itemsPerPage), page, pages, total: all.length };
}

/** Without accents and capitals: `Überlingen` is found by `uber`. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** True when every word that is asked stands somewhere in the texts. */
export function isFound(asked: string | undefined, ...texts: readonly string[]): boolean {
  const text = folded(texts.join(' '));
  return folded(asked ?? '').split(/\s+/).every((word) => text.includes(word));
}

/** `-name` sorts from high to low. */
export type Direction = 1 | -1;
export const sortOf = <Column extends string>(sort: Column | `-${Column}`): { readonly column: Column; readonly direction: Direction } =>
  sort.startsWith('-') ? { column: sort.slice(1) as Column, direction: -1 } : { column: sort as Column, direction: 1 };

/** This page with some of its query changed; what becomes empty is left out, and a changed list starts at its first page. */
export function withQuery(url: URL, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('page');
  query.delete('lang');
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}
