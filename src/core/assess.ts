/** From a landscape to verdicts: the document `assessment/1` (engine.md §11, library/schemas/assessment-1.schema.json). */
import { aggregateAssurance, type AggregateAssurance } from './assurance/aggregate.ts';
import type { Assurance } from './assurance/assurance.ts';
import type { Reach } from './control/reach.ts';
import { unknownHolders, type UnknownStake } from './control/stakes.ts';
import { instrumentCountries } from './exposure/countries.ts';
import type { CountryExposure } from './exposure/country-exposure.ts';
import { derivationFor } from './facts/derive.ts';
import type { CountryCode, Criticality, DateText, Id, Landscape, TechnicalLayer } from './landscape/document.ts';
import { reportedClaims, type ReportedClaim } from './landscape/reported-claims.ts';
import { layerPictures, type LayerPicture } from './layer-picture.ts';
import type { Library, Reading } from './library/library.ts';
import { byCodePoint } from './order.ts';
import type { CompiledPolicy } from './policy/compile.ts';
import type { Count } from './policy/count.ts';
import { countFaults } from './policy/verify.ts';
import { survey, type Survey } from './survey.ts';
import { judgeBy, judgeSystem, type SystemVerdict } from './verdict.ts';

export type SystemAssessment = SystemVerdict & {
  readonly criticality: Criticality | 'none';
  /** Countries where both exposures are none are left out. */
  readonly exposure: Readonly<Record<CountryCode, CountryExposure>>;
  readonly assurance: Assurance;
};

/** Records are keyed by id, in code-point order as far as a JavaScript object keeps one (whole numbers come first). */
export type Assessment = {
  readonly regiekompas: 'assessment/1';
  readonly asOf: DateText;
  readonly reading: Reading;
  readonly instrumentCountries: readonly CountryCode[];
  /** The countries for which exposure was computed. */
  readonly exposureCountries: readonly CountryCode[];
  readonly unknownHolders: readonly Id[];
  /** How much of each provider no owner row covers, 0…1. */
  readonly unknownStakes: readonly UnknownStake[];
  readonly control: Readonly<Record<Id, readonly Id[]>>;
  /** Country and why, and nothing more: readers compare these lists whole. */
  readonly reach: Readonly<Record<Id, readonly Pick<Reach, 'country' | 'why'>[]>>;
  /** The same, with the entities that bring each country in. */
  readonly reachThrough: Readonly<Record<Id, readonly Reach[]>>;
  readonly systems: Readonly<Record<Id, SystemAssessment>>;
  readonly contradictions: readonly ReportedClaim[];
  readonly unproven: readonly ReportedClaim[];
  readonly policy: { readonly id: Id; readonly gaps: Count; readonly clashes: Count };
  /** Over all systems, weighed by criticality, beside the ambition. */
  readonly assurance: AggregateAssurance;
  readonly layers: Readonly<Record<TechnicalLayer, LayerPicture>>;
};

export type AssessOptions = { readonly reading?: Reading };

/** INVARIANT: the policy was compiled over the facts of this library. */
export const assess = (landscape: Landscape, library: Library, policy: CompiledPolicy, { reading = 'wide' }: AssessOptions = {}): Assessment =>
  assessSurvey(survey(landscape, library, reading), policy);

/** Several policies can be tried on one survey: what would change before a policy is adopted. */
export const assessSurvey = (surveyed: Survey, policy: CompiledPolicy): Assessment => {
  const { landscape, library, reading, control, countries } = surveyed;
  const holders = unknownHolders(control.ownership);
  return {
    regiekompas: 'assessment/1',
    asOf: landscape.asOf,
    reading,
    instrumentCountries: instrumentCountries(library),
    exposureCountries: countries.map(({ country }) => country),
    unknownHolders: holders.map(({ at }) => at),
    unknownStakes: holders,
    control: inOrder(control.controllers),
    reach: inOrder(new Map([...control.reaches].map(([id, all]) => [id, all.map(({ country, why }) => ({ country, why }))]))),
    reachThrough: inOrder(control.reaches),
    systems: assessSystems(surveyed, policy),
    ...reportedClaims(landscape, surveyed.measures, surveyed.clauses),
    policy: { id: policy.policy.id, ...countFaults(policy) },
    assurance: aggregateAssurance(weighted(surveyed), landscape.organisation.ambition),
    layers: layerPictures(surveyed),
  };
};

const inOrder = <T>(byId: ReadonlyMap<Id, T>): Readonly<Record<Id, T>> =>
  Object.fromEntries([...byId].sort(([a], [b]) => byCodePoint(a, b)));

const assessSystems = ({ landscape, library, systems }: Survey, policy: CompiledPolicy): Readonly<Record<Id, SystemAssessment>> => {
  const datasets = new Map(landscape.datasets.map((dataset) => [dataset.id, dataset]));
  const derivation = derivationFor(library, policy);
  const judge = judgeBy(policy);
  return Object.fromEntries(Iterator.from(systems).map(([id, each]) => {
    const held = (each.system.datasets ?? []).map((dataset) => datasets.get(dataset)!);
    const verdict = judgeSystem(judge, derivation, each, held, policy);
    return [id, { ...verdict, criticality: each.demand.criticality, exposure: each.exposure.countries, assurance: each.assurance }];
  }));
};

const weighted = ({ systems }: Survey) =>
  Array.from(systems.values(), ({ assurance, demand }) => ({ assurance, criticality: demand.criticality }));
