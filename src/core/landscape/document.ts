/**
 * The landscape document in its canonical form: what the reader hands out, what the engine computes on,
 * and what is written back. The shape is the file format of library/schemas/landscape-1.schema.json with
 * every list present (possibly empty) and every claim normalised (`true` → `yes`, a bare state stays bare).
 *
 * INVARIANT: a value of type `Landscape` has passed `readLandscape`: every reference resolves, ids are
 * unique, dates exist, shares lie in (0, 1], `runsOn` has no cycle.
 */

export const technicalLayers = [1, 2, 3, 4, 5, 6, 7] as const;
export const layers = [...technicalLayers, 8] as const;
export type TechnicalLayer = (typeof technicalLayers)[number];
export type Layer = (typeof layers)[number];

export const dimensions = ['technical', 'legal', 'operational'] as const;
export type Dimension = (typeof dimensions)[number];

/** ISO 8601 calendar date, `YYYY-MM-DD`, known to exist. Compares correctly as a string. */
export type DateText = string;
/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = string;
export type Id = string;

export type State = 'yes' | 'no' | 'not-applicable' | 'unknown';
/** `evidence` links evidence for readers only; it never decides (engine.md §2). */
export type Claim = State | { readonly state: State; readonly reason?: string; readonly evidence?: readonly Id[] };
export type Claims = Readonly<Record<Id, Claim>>;

export type LayerEntry = {
  readonly operator?: Id | 'self';
  readonly country?: CountryCode;
  readonly responsible?: string;
  readonly measures?: Claims;
};
export type LayerEntries = Readonly<Partial<Record<Layer, LayerEntry>>>;
export type MeasuresByLayer = Readonly<Partial<Record<Layer, { readonly measures?: Claims }>>>;

/** What the board strives for: 0…1 per technical layer and dimension. */
export type Ambition = Readonly<Partial<Record<TechnicalLayer, Readonly<Partial<Record<Dimension, number>>>>>>;

export type Organisation = {
  readonly id: Id;
  readonly name: string;
  readonly country: CountryCode;
  readonly layers?: MeasuresByLayer;
  readonly ambition?: Ambition;
};

export type Owner = { readonly provider: Id; readonly share?: number; readonly control?: boolean };
export type SubProcessor = { readonly provider: Id; readonly layers?: readonly TechnicalLayer[] };
export type Provider = {
  readonly id: Id;
  readonly name: string;
  readonly country: CountryCode;
  readonly establishedIn?: readonly CountryCode[];
  readonly owners?: readonly Owner[];
  readonly subprocessors?: readonly SubProcessor[];
  readonly layers?: MeasuresByLayer;
};

export type Classification = 'critical' | 'sensitive' | 'regular';
export type PersonalData = 'none' | 'ordinary' | 'special' | 'criminal';
export type Dataset = {
  readonly id: Id;
  readonly name: string;
  readonly classification: Classification;
  readonly personalData?: PersonalData;
};

export type Delivery = 'on-premises' | 'hosted' | 'iaas' | 'paas' | 'saas';
export type Deployment = 'own' | 'private' | 'community' | 'public';
export type Need = Id | { readonly anyOf: readonly Id[] };
/** Hours. `none` says that there is no way to restore; left out means unknown. */
export type Recovery = 'none' | { readonly declaredHours?: number; readonly testedHours?: number; readonly testedOn?: DateText };
export type System = {
  readonly id: Id;
  readonly name: string;
  readonly delivery?: Delivery;
  readonly deployment?: Deployment;
  readonly runsOn?: Id;
  readonly datasets?: readonly Id[];
  readonly layers?: LayerEntries;
  readonly needs?: readonly Need[];
  readonly recovery?: Recovery;
};

export type Criticality = 'essential' | 'important' | 'normal';
export type Service = {
  readonly id: Id;
  readonly name: string;
  readonly criticality: Criticality;
  readonly maxDowntimeHours?: number;
  readonly needs: readonly Need[];
};

export type Contract = {
  readonly id: Id;
  readonly provider: Id;
  readonly systems: readonly Id[];
  readonly start: DateText;
  readonly end?: DateText;
  readonly noticeDays?: number;
  readonly clauses?: Claims;
};

export type EvidenceKind = 'scan' | 'contract-clause' | 'document' | 'declaration';
export type EvidenceStatement =
  | { readonly system: Id; readonly layer: Layer; readonly measure: Id; readonly state: State }
  | { readonly provider: Id; readonly layer: Layer; readonly measure: Id; readonly state: State }
  | { readonly organisation: true; readonly layer: Layer; readonly measure: Id; readonly state: State }
  | { readonly contract: Id; readonly clause: Id; readonly state: State };
export type Evidence = {
  readonly id: Id;
  readonly kind: EvidenceKind;
  readonly source?: string;
  readonly on: DateText;
  readonly validUntil?: DateText;
  readonly says: EvidenceStatement;
};

export type Landscape = {
  readonly organisation: Organisation;
  readonly asOf: DateText;
  readonly providers: readonly Provider[];
  readonly datasets: readonly Dataset[];
  readonly systems: readonly System[];
  readonly services: readonly Service[];
  readonly contracts: readonly Contract[];
  readonly evidence: readonly Evidence[];
};

/** The lists of a landscape, in the order of the file. Each item is known by its `id`. */
export const itemKinds = ['providers', 'datasets', 'systems', 'services', 'contracts', 'evidence'] as const;
export type ItemKind = (typeof itemKinds)[number];
export type Item<Kind extends ItemKind = ItemKind> = Landscape[Kind][number];

export const stateOf = (claim: Claim): State => (typeof claim === 'string' ? claim : claim.state);
