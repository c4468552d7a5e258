/**
 * The one door to `library/` (house.md, rule 2): files in, frozen values out, or every fault at once.
 * INVARIANT: blind to the domain. What a measure or a law looks like stands in its schema, never here.
 */
import { gather, isDocument, type Gathered, type Row, type WordFile } from './gather.ts';
import { deepFreeze, languages, type Entry, type KnowledgeFault, type Loaded, type WordsByKind } from './knowledge.ts';
import { compileSchemas, type KindSchema, type Reference } from './schemas.ts';
import { weighWords, type NeedsWords } from './weigh-words.ts';

type Seen = Row & { readonly entry: Entry };
type Found = Reference & { readonly file: string };
type Findings = { readonly references: readonly Found[]; readonly needs: readonly NeedsWords[]; readonly faults: readonly KnowledgeFault[] };

/** Ids that were given back are listed in the file of this name, and never come back under their kind. */
const retiredKind = 'retired';

const byKind = <T extends { readonly kind: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> => Map.groupBy(items, ({ kind }) => kind);
const isEntry = (value: unknown): value is Entry => typeof (value as Entry | null)?.id === 'string';

/** A file list's shared members may be wrong on every row; the first row that says so is enough. */
const checkRow = (row: Row, schema: KindSchema): Findings => {
  const { problems, notes } = schema.entry(row.value);
  const faults = problems.map(({ at, what }) => ({ code: 'does-not-fit' as const, file: row.file, at: row.at + at, details: { what } }));
  if (!isEntry(row.value)) return { references: [], needs: [], faults };
  const { id } = row.value;
  const named = row.fileId === undefined || row.fileId === id ? [] : [{ code: 'id-is-not-file-name' as const, file: row.file, at: '/id', details: { id } }];
  return {
    references: notes.references.map((reference) => ({ ...reference, at: row.at + reference.at, file: row.file })),
    needs: [{ kind: row.kind, id, worded: notes.worded }],
    faults: [...faults, ...named],
  };
};

const duplicates = (rows: readonly Seen[]): readonly KnowledgeFault[] => {
  const seen = new Set<string>();
  return rows.flatMap(({ kind, file, at, entry: { id } }) => {
    const key = `${kind}/${id}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [{ code: 'duplicate-id' as const, file, at: `${at}/id`, details: { id } }] : [];
  });
};

const retired = (rows: readonly Seen[]): readonly KnowledgeFault[] => {
  const gone = new Set(rows.filter(({ kind }) => kind === retiredKind).map(({ entry: { id } }) => id));
  return rows.filter(({ kind, entry: { id } }) => gone.has(`${kind}/${id}`)).map(({ file, at, entry: { id } }) => ({ code: 'retired-id', file, at: `${at}/id`, details: { id } }));
};

/** An id that ends in `*` stands for all ids that begin so. */
const resolves = (ids: ReadonlySet<string>, id: string): boolean => ids.has(id) || [...ids].some((one) => one.endsWith('*') && id.startsWith(one.slice(0, -1)));

const dangling = (rows: readonly Seen[], references: readonly Found[]): readonly KnowledgeFault[] => {
  const idsByKind = new Map([...byKind(rows)].map(([kind, ofKind]) => [kind, new Set(ofKind.map(({ entry: { id } }) => id))]));
  const known = ({ to, id }: Found): boolean => to.some((kind) => resolves(idsByKind.get(kind) ?? new Set(), id));
  return references.filter((one) => !known(one)).map(({ file, at, id, to }) => ({ code: 'unknown-reference', file, at, details: { id, in: to.join(' | ') } }));
};

const wordFaults = (kinds: ReadonlyMap<string, KindSchema>, needs: readonly NeedsWords[], words: readonly WordFile[]): readonly KnowledgeFault[] => {
  const orphans = words.filter(({ kind }) => kinds.get(kind)?.words === undefined).map(({ file }) => ({ code: 'words-without-entry' as const, file, at: '', details: {} }));
  const told = [...kinds].flatMap(([kind, schema]) => (schema.words === undefined ? [] : weighWords(kind, needs.filter((need) => need.kind === kind), words, schema.words)));
  return [...orphans, ...told];
};

const entriesOf = (rows: readonly Seen[]): Readonly<Record<string, readonly Entry[]>> => Object.fromEntries([...byKind(rows)].map(([kind, ofKind]) => [kind, ofKind.map(({ entry }) => entry)]));

const wordsOf = (words: readonly WordFile[]) =>
  Object.fromEntries(
    languages.map((language) => [language, Object.fromEntries(words.filter((file) => file.language === language).map(({ kind, value }) => [kind, value])) as WordsByKind]),
  ) as Record<(typeof languages)[number], WordsByKind>;

const inspect = ({ rows, words, schemas, faults: unread }: Gathered): readonly KnowledgeFault[] => {
  const faults = [...unread];
  const kinds = new Set(rows.map(({ kind }) => kind));
  const compiled = compileSchemas(schemas, kinds, faults);
  const schemaless = [...kinds].filter((kind) => !schemas.has(kind)).map((kind) => ({ code: 'no-schema' as const, file: kind, at: '', details: { wanted: `schemas/${kind}.schema.json` } }));
  const findings = rows.flatMap((row) => {
    const schema = compiled.get(row.kind);
    return schema === undefined ? [] : [checkRow(row, schema)];
  });
  const seen = seenRows(rows);
  return [
    ...faults,
    ...schemaless,
    ...findings.flatMap((found) => found.faults),
    ...duplicates(seen),
    ...retired(seen),
    ...dangling(seen, findings.flatMap(({ references }) => references)),
    ...wordFaults(compiled, findings.flatMap(({ needs }) => needs), words),
  ];
};

const seenRows = (rows: readonly Row[]): readonly Seen[] => rows.flatMap((row) => (isEntry(row.value) ? [{ ...row, entry: row.value }] : []));

/** @param files text by path inside the library folder, as `readFolder` hands them out. */
export const loadKnowledge = (files: ReadonlyMap<string, string>): Loaded => {
  const gathered = gather(files);
  const faults = inspect(gathered);
  if (faults.length > 0) return { ok: false, faults };
  const documents = Object.fromEntries([...files].filter(([file]) => isDocument(file)));
  return { ok: true, knowledge: deepFreeze({ entries: entriesOf(seenRows(gathered.rows)), words: wordsOf(gathered.words), documents }) };
};
