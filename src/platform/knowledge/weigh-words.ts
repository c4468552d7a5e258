import type { WordFile } from './gather.ts';
import { languages, type KnowledgeFault, type Language, type Words } from './knowledge.ts';
import type { Check, Worded } from './schemas.ts';

/** What one entry must have in words; `worded` are the lists whose every item needs a word of its own. */
export type NeedsWords = { readonly kind: string; readonly id: string; readonly worded: readonly Worded[] };
type Fault = KnowledgeFault;
type Texts = ReadonlyMap<Language, Readonly<Record<string, Words>>>;

const fault = (code: Fault['code'], file: string, at: string, details: Fault['details'] = {}): Fault => ({ code, file, at, details });
const fileOf = (kind: string, language: Language): string => `words/${language}/${kind}.yaml`;
const isGroup = (word: unknown): word is Words => typeof word === 'object' && word !== null;

/** `name`, `values/own` …: every text of these words, by its path. */
const leaves = (words: Words, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([name, word]) => (isGroup(word) ? leaves(word, `${path}/${name}`) : [[`${path}/${name}`, word] as const]));

const missingPaths = (here: Words, there: Words): readonly string[] => {
  const paths = new Set(leaves(here).map(([path]) => path));
  return leaves(there).map(([path]) => path).filter((path) => !paths.has(path));
};

const differences = (kind: string, id: string, texts: Texts): readonly Fault[] =>
  languages.flatMap((here) =>
    languages.flatMap((there) => {
      const [own, other] = [texts.get(here)?.[id], texts.get(there)?.[id]];
      if (here === there || own === undefined || other === undefined) return [];
      return missingPaths(own, other).map((path) => fault('words-differ', fileOf(kind, here), `/${id}${path}`, { present: there }));
    }),
  );

/** A sentence that reads the same in two languages was not translated; a name (DigiD, Rusland …) may. */
const fewestWordsOfASentence = 5;
const untranslated = (kind: string, id: string, texts: Texts): readonly Fault[] => {
  const [first, ...rest] = languages;
  const own = new Map(leaves(texts.get(first)?.[id] ?? {}));
  return rest.flatMap((language) =>
    leaves(texts.get(language)?.[id] ?? {})
      .filter(([path, text]) => own.get(path) === text && text.split(/\s+/u).length >= fewestWordsOfASentence)
      .map(([path]) => fault('untranslated', fileOf(kind, language), `/${id}${path}`)),
  );
};

const itemFaults = (file: string, id: string, words: Words, { name, ids }: Worded): readonly Fault[] => {
  const group = words[name];
  const told = isGroup(group) ? Object.keys(group) : [];
  return [
    ...ids.filter((item) => !told.includes(item)).map((item) => fault('words-missing', file, `/${id}/${name}/${item}`)),
    ...told.filter((item) => !ids.includes(item)).map((item) => fault('words-without-entry', file, `/${id}/${name}/${item}`)),
  ];
};

const entryFaults = ({ kind, id, worded }: NeedsWords, language: Language, texts: Texts, check: Check): readonly Fault[] => {
  const file = fileOf(kind, language);
  const words = texts.get(language)?.[id];
  if (words === undefined) return [fault('words-missing', file, `/${id}`)];
  const problems = check(words).problems.map(({ at, what }) => fault('does-not-fit', file, `/${id}${at}`, { what }));
  return [...problems, ...worded.flatMap((list) => itemFaults(file, id, words, list))];
};

const strays = (kind: string, ids: ReadonlySet<string>, texts: Texts): readonly Fault[] =>
  [...texts].flatMap(([language, byId]) => Object.keys(byId).filter((id) => !ids.has(id)).map((id) => fault('words-without-entry', fileOf(kind, language), `/${id}`)));

/** Everything wrong with the words of one kind: missing, left over, not of one shape, not translated. */
export const weighWords = (kind: string, needs: readonly NeedsWords[], files: readonly WordFile[], check: Check): readonly Fault[] => {
  const texts: Texts = new Map(files.filter((file) => file.kind === kind).map(({ language, value }) => [language, (value ?? {}) as Record<string, Words>]));
  return [
    ...needs.flatMap((need) => languages.flatMap((language) => entryFaults(need, language, texts, check))),
    ...needs.flatMap(({ id }) => [...differences(kind, id, texts), ...untranslated(kind, id, texts)]),
    ...strays(kind, new Set(needs.map(({ id }) => id)), texts),
  ];
};

