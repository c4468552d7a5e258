/** A long list: in pages, searched by words, sorted by a column. */
export const itemsPerPage = 50;

export type Paged<Item> = { readonly items: readonly Item[]; readonly page: number; readonly pages: number; readonly total: number };

/** A page past the end is the last one: a list may have become shorter since the link was made. */
export function pageOf<Item>(all: readonly Item[], asked: number): Paged<Item> {
  const pages = Math.max(1, Math.ceil(all.length / itemsPerPage));
  const page = Math.min(asked, pages);
  return { items: all.slice((page - 1) * itemsPerPage, page * itemsPerPage), page, pages, total: all.length };
}

/** Without accents and capitals: `Überlingen` is found by `uber`. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether every word that is asked stands somewhere in the texts. */
export function isFound(asked: string, ...texts: readonly string[]): boolean {
  const text = folded(texts.join(' '));
  return folded(asked).split(/\s+/).every((word) => text.includes(word));
}

const collator = new Intl.Collator('nl');
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** The address of this list with some of its query changed; what becomes empty is left out. A changed list starts at its first page. */
export function withQuery(url: URL, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(url.searchParams);
  for (const name of ['page', 'lang']) query.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

/** `-name` sorts from high to low. */
export const columnOf = <Column extends string>(sort: Column | `-${Column}`): { readonly column: Column; readonly sign: 1 | -1 } =>
  sort.startsWith('-') ? { column: sort.slice(1) as Column, sign: -1 } : { column: sort as Column, sign: 1 };
