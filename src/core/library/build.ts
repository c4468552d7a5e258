/** From the library's entries, validated by their schemas, to what the engine reads of them. */
import type { Id } from '../landscape/document.ts';
import type { Clause, FactDefinition, Instrument, Library, Measure } from './library.ts';

type FactEntry = {
  readonly id: Id;
  readonly values?: readonly string[];
  readonly thresholds?: 'hours' | 'days';
  readonly changeable: boolean;
  readonly costDays?: number;
};
type CountryEntry = { readonly id: string; readonly eea: boolean };

/** The kinds of entries that the engine reads; entries hold more than these types say (law, sources, dates). */
export type LibraryEntries = {
  readonly measures: readonly Measure[];
  readonly clauses: readonly Clause[];
  readonly instruments: readonly Instrument[];
  readonly facts: readonly FactEntry[];
  readonly countries: readonly CountryEntry[];
};

const domainOf = ({ values, thresholds }: FactEntry): FactDefinition['domain'] =>
  thresholds === undefined ? { kind: 'values', values: values ?? [] } : { kind: 'thresholds', unit: thresholds };

const factOf = (entry: FactEntry): FactDefinition => ({
  id: entry.id,
  domain: domainOf(entry),
  changeable: entry.changeable,
  ...(entry.costDays === undefined ? {} : { costDays: entry.costDays }),
});

const measureOf = ({ id, layer, dimensions, weight, scope, costDays, achieves }: Measure): Measure => ({ id, layer, dimensions, weight, scope, costDays, achieves });
const clauseOf = ({ id, costDays, achieves }: Clause): Clause => ({ id, costDays, achieves });
const instrumentOf = ({ id, country, extraterritorial }: Instrument): Instrument => ({ id, country, extraterritorial });
const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> => new Map(items.map((item) => [item.id, item]));

export const buildLibrary = (entries: LibraryEntries): Library => ({
  measures: byId(entries.measures.map(measureOf)),
  clauses: byId(entries.clauses.map(clauseOf)),
  instruments: entries.instruments.map(instrumentOf),
  facts: entries.facts.map(factOf),
  countries: new Set(entries.countries.map(({ id }) => id)),
  eea: new Set(entries.countries.filter(({ eea }) => eea).map(({ id }) => id)),
});

type Named = { readonly id: Id };

/** What a policy's `because` may name: laws, standards and foreign instruments (`PolicyVocabulary.laws`). */
export const groundIds = (entries: { readonly laws: readonly Named[]; readonly standards: readonly Named[]; readonly instruments: readonly Named[] }): ReadonlySet<Id> =>
  new Set([...entries.laws, ...entries.standards, ...entries.instruments].map(({ id }) => id));
