/**
 * From files to rows. `<kind>/<id>.yaml` is one entry; `<kind>/<id>.<facet>.yaml` is one entry of the kind
 * `<kind>.<facet>` (cases beside the policy they test); `<kind>.yaml` holds a list under `entries`, and what
 * stands beside that list (status, sources …) holds for every row of it. `examples/` holds whole documents, each
 * with a reader of its own: they are no entries and stay out.
 */
import { parseDocument } from 'yaml';
import { languages, type KnowledgeFault, type Language } from './knowledge.ts';

export type Row = { readonly kind: string; readonly file: string; readonly at: string; readonly fileId: string | undefined; readonly value: unknown };
export type WordFile = { readonly kind: string; readonly file: string; readonly language: Language; readonly value: unknown };
export type Gathered = { readonly rows: readonly Row[]; readonly words: readonly WordFile[]; readonly schemas: ReadonlyMap<string, unknown>; readonly faults: readonly KnowledgeFault[] };

/** Aliases are allowed but few: a file of knowledge is written by hand. */
const maxAliasCount = 50;

export const isDocument = (file: string): boolean => file.startsWith('examples/');

const parse = (file: string, text: string, faults: KnowledgeFault[]): unknown => (file.endsWith('.json') ? parseJson : parseYaml)(file, text, faults);

const parseJson = (file: string, text: string, faults: KnowledgeFault[]): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    faults.push({ code: 'unreadable', file, at: '', details: { why: String(error) } });
    return undefined;
  }
};

const parseYaml = (file: string, text: string, faults: KnowledgeFault[]): unknown => {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, strict: true });
  faults.push(...document.errors.map((error) => ({ code: 'unreadable' as const, file, at: '', details: { why: error.message.split('\n')[0] ?? '' } })));
  return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount }) as unknown);
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const listRows = (kind: string, file: string, value: unknown): readonly Row[] => {
  if (!isObject(value) || !Array.isArray(value['entries'])) return [{ kind, file, at: '', fileId: undefined, value }];
  const { entries, ...shared } = value;
  return (entries as readonly unknown[]).map((row, at) => ({ kind, file, at: `/entries/${at}`, fileId: undefined, value: isObject(row) ? { ...shared, ...row } : row }));
};

const entryRow = (folder: string, file: string, value: unknown): Row => {
  const [id, ...facets] = file.slice(folder.length + 1, -'.yaml'.length).split('.');
  return { kind: [folder, ...facets].join('.'), file, at: '', fileId: id, value };
};

const rowsOf = (file: string, value: unknown): readonly Row[] => {
  const cut = file.indexOf('/');
  return cut < 0 ? listRows(file.slice(0, -'.yaml'.length), file, value) : [entryRow(file.slice(0, cut), file, value)];
};

const wordFile = (file: string, value: unknown): WordFile | undefined => {
  const [, language, kind] = /^words\/([^/]+)\/([^/]+)\.yaml$/u.exec(file) ?? [];
  const known = languages.find((one) => one === language);
  return known === undefined || kind === undefined ? undefined : { kind, file, language: known, value };
};

const schemaName = (file: string): string | undefined => /^schemas\/(.+)\.schema\.json$/u.exec(file)?.[1];

/** All files, sorted into rows, words and schemas; whatever cannot be read is a fault and left out. */
export const gather = (files: ReadonlyMap<string, string>): Gathered => {
  const faults: KnowledgeFault[] = [];
  const rows: Row[] = [];
  const words: WordFile[] = [];
  const schemas = new Map<string, unknown>();
  for (const [file, text] of files) {
    if (isDocument(file)) continue;
    const value = parse(file, text, faults);
    const schema = schemaName(file);
    const told = wordFile(file, value);
    if (schema !== undefined) schemas.set(schema, value);
    else if (told !== undefined) words.push(told);
    else if (!file.startsWith('schemas/')) rows.push(...(value === undefined ? [] : rowsOf(file, value)));
  }
  return { rows, words, schemas, faults };
};
