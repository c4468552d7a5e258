/**
 * The knowledge the engine reads, as plain values. `library/` holds it as files with words, sources and
 * articles; the loader in platform validates those once and hands out what stands here (and more).
 *
 * INVARIANT: the engine knows no country, law, measure or clause by name except the measures and clauses
 * that engine.md §2 fixes; everything else arrives through these types.
 */
import type { CountryCode, Dimension, Id, Layer } from '../landscape/document.ts';

export type Scope = 'system' | 'provider' | 'contract' | 'organisation';

export type Measure = {
  readonly id: Id;
  readonly layer: Layer;
  /** Empty for layer 8: conduct has no dimension and no score. */
  readonly dimensions: readonly Dimension[];
  /** Relative weight in assurance, > 0. */
  readonly weight: number;
  readonly scope: Scope;
  /** Relative cost of taking the measure once, in person-days, > 0. Feeds the counterfactual and the roadmap. */
  readonly costDays: number;
  /** Facts that taking this measure moves to a value, e.g. `{ fact: 'keyControl', value: 'own' }`. */
  readonly achieves: readonly { readonly fact: Id; readonly value: string }[];
};

export type Clause = {
  readonly id: Id;
  readonly costDays: number;
  readonly achieves: readonly { readonly fact: Id; readonly value: string }[];
};

/** A legal instrument with which a country reaches beyond its borders. */
export type Instrument = {
  readonly id: Id;
  readonly country: CountryCode;
  readonly extraterritorial: boolean;
};

/**
 * A fact's finite, ordered domain. `threshold` facts (hours, days) have no fixed values: the policy's
 * thresholds cut [0, +∞] into intervals, written `"[a,b)"`.
 */
export type FactDefinition = {
  readonly id: Id;
  readonly domain: { readonly kind: 'values'; readonly values: readonly string[] } | { readonly kind: 'thresholds'; readonly unit: 'hours' | 'days' };
  /** False for what no measure can change (the classification): infinite cost in a counterfactual. */
  readonly changeable: boolean;
  /** Person-days to move the fact where no measure or clause achieves the value; absent = only through them. */
  readonly costDays?: number;
};

export type Library = {
  readonly measures: ReadonlyMap<Id, Measure>;
  readonly clauses: ReadonlyMap<Id, Clause>;
  readonly instruments: readonly Instrument[];
  /** One definition per fact; `clause.<id>` facts follow the definition with id `clause.*`. */
  readonly facts: readonly FactDefinition[];
  /** Every assigned ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlySet<CountryCode>;
  /** Members of the European Economic Area. */
  readonly eea: ReadonlySet<CountryCode>;
};

export const reading = ['wide', 'narrow'] as const;
/** How far instruments reach (engine.md §3): `narrow` leaves mere establishment out. */
export type Reading = (typeof reading)[number];
