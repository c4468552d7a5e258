/** What other slices read of the library: the engine's values, and the words of an entry in the reader's language. */
import { buildLibrary, type LibraryEntries } from '../../core/library/build.ts';
import type { Library } from '../../core/library/library.ts';
import type { Entry, Knowledge, Words } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';

const built = new WeakMap<object, Library>();

/** The library as the engine reads it. Built once per loaded folder. */
export function libraryOf(knowledge: Knowledge): Library {
  const before = built.get(knowledge);
  if (before) return before;
  const library = buildLibrary(knowledge.entries as unknown as LibraryEntries);
  built.set(knowledge, library);
  return library;
}

export const entriesOf = <T extends Entry>(knowledge: Knowledge, kind: string): readonly T[] => (knowledge.entries[kind] ?? []) as readonly T[];
export const entryOf = <T extends Entry>(knowledge: Knowledge, kind: string, id: string): T | undefined => entriesOf<T>(knowledge, kind).find((entry) => entry.id === id);

/** A text of an entry by its name, nested with dots: `wordOf(knowledge, 'nl', 'facts', 'keyControl', 'values.own')`. Undefined where the library is silent. */
export function wordOf(knowledge: Knowledge, locale: Locale, kind: string, id: string, name: string): string | undefined {
  let found: string | Words | undefined = knowledge.words[locale][kind]?.[id];
  for (const step of name.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The entry's name, or its id: a landscape may speak of an entry the library has retired. */
export const nameOf = (knowledge: Knowledge, locale: Locale, kind: string, id: string): string => wordOf(knowledge, locale, kind, id, 'name') ?? id;

/** What a layer is called and what it is about. */
export function layerText(knowledge: Knowledge, locale: Locale, layer: number): { readonly name: string; readonly what?: string } {
  const id = entriesOf(knowledge, 'layers').find((entry) => entry['layer'] === layer)?.id ?? String(layer);
  const what = wordOf(knowledge, locale, 'layers', id, 'about');
  return { name: nameOf(knowledge, locale, 'layers', id), ...(what === undefined ? {} : { what }) };
}

const groundKinds = ['laws', 'standards', 'instruments'] as const;

/** What a ground in law leads to: its name, and its page where the library has it. */
export function groundOf(knowledge: Knowledge, locale: Locale, id: string): { readonly name: string; readonly href?: string } {
  const kind = groundKinds.find((one) => entryOf(knowledge, one, id) !== undefined);
  return kind === undefined ? { name: id } : { name: nameOf(knowledge, locale, kind, id), href: `/library/${kind}/${id}` };
}

/** A group of texts of an entry, by their own names: its dates, readings or articles. */
export function textsOf(knowledge: Knowledge, locale: Locale, kind: string, id: string, group: string): Readonly<Record<string, string>> {
  const found = knowledge.words[locale][kind]?.[id]?.[group];
  return typeof found === 'object' ? (found as Readonly<Record<string, string>>) : {};
}
