/**
 * A folder of knowledge as frozen values: entries by kind, and their words by language. This room knows no
 * kind by name; what a kind looks like stands in its schema.
 */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

export type Entry = { readonly id: string } & Readonly<Record<string, unknown>>;
/** A word is a text, or texts by name (of a value, a date, an answer …). */
export type Words = { readonly [name: string]: string | Words };
export type WordsByKind = Readonly<Record<string, Readonly<Record<string, Words>>>>;

export type Knowledge = {
  /** Kind → entries: of a folder by id in code-point order, of a file in the order of the file. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
  readonly words: Readonly<Record<Language, WordsByKind>>;
  /** Whole documents under `examples/`, as text by path (`examples/<name>/<file>`): each has a reader of its own. */
  readonly documents?: Readonly<Record<string, string>>;
};

export type KnowledgeFaultCode =
  | 'unreadable'
  | 'no-schema'
  | 'broken-schema'
  | 'does-not-fit'
  | 'id-is-not-file-name'
  | 'duplicate-id'
  | 'retired-id'
  | 'unknown-reference'
  | 'words-missing'
  | 'words-without-entry'
  | 'words-differ'
  | 'untranslated';

/** One thing that is wrong, in which file, and where in it (a JSON pointer; empty = the whole file). */
export type KnowledgeFault = {
  readonly code: KnowledgeFaultCode;
  readonly file: string;
  readonly at: string;
  readonly details: Readonly<Record<string, string>>;
};

export type Loaded =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly faults: readonly KnowledgeFault[] };

export const faultText = ({ code, file, at, details }: KnowledgeFault): string =>
  [`${file}${at === '' ? '' : `#${at}`}: ${code}`, ...Object.entries(details).map(([name, value]) => `${name}: ${value}`)].join(' · ');

export const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
};
