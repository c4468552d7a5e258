/**
 * What the readers must know of the library to tell a known id from a mistyped one. A `Library` is a
 * vocabulary; own entries of an organisation are added with `withEntries`.
 */
import type { CountryCode, Id, Layer } from '../landscape/document.ts';
import type { FactDefinition } from './library.ts';

export type Vocabulary = {
  readonly measures: ReadonlyMap<Id, { readonly layer: Layer }>;
  readonly clauses: ReadonlyMap<Id, unknown>;
  /** Every assigned ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlySet<CountryCode>;
};

/** What a policy may speak of. Laws are checked only where they are handed in. */
export type PolicyVocabulary = Pick<Vocabulary, 'measures' | 'clauses'> & {
  readonly facts: readonly FactDefinition[];
  readonly laws?: ReadonlySet<Id>;
};

/** The ids an organisation adds with entries of its own (engine.md §2). */
export type OwnEntries = {
  readonly measures?: ReadonlyMap<Id, { readonly layer: Layer }>;
  readonly clauses?: ReadonlyMap<Id, unknown>;
};

export const withEntries = <V extends Vocabulary>(vocabulary: V, own: OwnEntries): V => ({
  ...vocabulary,
  measures: new Map([...vocabulary.measures, ...(own.measures ?? [])]),
  clauses: new Map([...vocabulary.clauses, ...(own.clauses ?? [])]),
});
