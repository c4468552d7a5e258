/**
 * Random VALID landscapes in canonical form (what `readLandscape` hands out), over `smallLibrary`.
 * Small sizes and few names on purpose: collisions are where the rules live.
 */
import * as fc from 'fast-check';
import type {
  Claim,
  Claims,
  Contract,
  CountryCode,
  Dataset,
  DateText,
  Evidence,
  EvidenceStatement,
  Landscape,
  Layer,
  LayerEntries,
  MeasuresByLayer,
  Need,
  Organisation,
  Owner,
  Provider,
  Recovery,
  Service,
  State,
  SubProcessor,
  System,
} from '../../src/core/landscape/document.ts';
import { layers, technicalLayers } from '../../src/core/landscape/document.ts';
import { smallLibrary } from './small-library.ts';

export type Knobs = {
  /** Largest number of each; the smallest is 1 provider, 1 system and none of the others. */
  readonly providers: number;
  readonly systems: number;
  readonly services: number;
  readonly datasets: number;
  readonly contracts: number;
  readonly evidence: number;
  /** 0…1: how often an optional value is left out, and a state is `unknown`. */
  readonly unknown: number;
  readonly ownershipCycles: boolean;
  readonly subprocessorCycles: boolean;
  /** Needs among systems; `runsOn` never has a cycle in a valid document. */
  readonly needCycles: boolean;
  /** Evidence whose state may differ from the claim it speaks of. */
  readonly contradictions: boolean;
  /** Evidence that is out of date, or not yet valid, at `asOf`. */
  readonly expired: boolean;
};

export const defaultKnobs: Knobs = {
  providers: 5,
  systems: 5,
  services: 3,
  datasets: 3,
  contracts: 3,
  evidence: 5,
  unknown: 0.3,
  ownershipCycles: true,
  subprocessorCycles: true,
  needCycles: true,
  contradictions: true,
  expired: true,
};

type Maybe<T> = fc.Arbitrary<T | undefined>;
type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

const compact = <T extends object>(value: T): Compact<T> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Compact<T>;
const record = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Compact<T>> =>
  fc.record<T>(model, { noNullPrototype: true }).map((value) => compact(value as T));
const count = (most: number, least = 0) => fc.integer({ min: least, max: Math.max(least, most) });
const nonEmpty = <T extends object>(value: T): T | undefined => (Object.keys(value).length === 0 ? undefined : value);

const asOf: DateText = '2026-11-01';
/** Around every edge that §2 and §5 name: the day itself, 24 months before it, ends and starts. */
const pastDays: readonly DateText[] = ['2020-02-29', '2024-10-31', '2024-11-01', '2024-11-02', '2026-10-01', '2026-11-01'];
const laterDays: readonly DateText[] = ['2026-11-01', '2026-11-02', '2027-01-31', '2028-02-29'];
const countries: readonly CountryCode[] = ['NL', 'NL', 'DE', 'IE', 'NO', 'US', 'GB', 'CN', 'CH', 'IN'];
const hours = fc.constantFrom(0, 1, 4, 8, 24, 72, 120.5);

const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
const measuresOf = (layer: Layer): string[] => [...smallLibrary.measures.values()].filter((measure) => measure.layer === layer).map(({ id }) => id);
const clauseIds = [...smallLibrary.clauses.keys()];

/** Every arbitrary that depends on the knobs but on no other item. */
function vocabularyOf(knobs: Knobs) {
  const present = Math.round((1 - knobs.unknown) * 100);
  const maybe = <T>(of: fc.Arbitrary<T>): Maybe<T> =>
    fc.oneof({ weight: 100 - present, arbitrary: fc.constant(undefined) }, { weight: present, arbitrary: of });
  const country = fc.constantFrom(...countries);
  const state: fc.Arbitrary<State> = fc.oneof(
    { weight: present + 1, arbitrary: fc.constantFrom<State>('yes', 'no') },
    { weight: Math.ceil((100 - present) / 4) + 1, arbitrary: fc.constant<State>('unknown') },
  );
  const claim: fc.Arbitrary<Claim> = fc.oneof(
    { weight: 8, arbitrary: state },
    { weight: 1, arbitrary: fc.constant<Claim>({ state: 'not-applicable', reason: 'out of scope' }) },
  );
  const claims = (ids: readonly string[]): Maybe<Claims> =>
    fc.record(Object.fromEntries(ids.map((id) => [id, maybe(claim)]))).map((value) => nonEmpty(compact(value)) as Claims | undefined);
  const measuresByLayer: Maybe<MeasuresByLayer> = fc
    .record(Object.fromEntries(layers.map((layer) => [layer, claims(measuresOf(layer)).map((measures) => measures && { measures })])))
    .map((value) => nonEmpty(compact(value)) as MeasuresByLayer | undefined);
  return { maybe, country, state, claim, claims, measuresByLayer };
}
type Words = ReturnType<typeof vocabularyOf>;

/** Drops the rows that would bring one entity's shares over 1. */
function withinOne(rows: readonly Owner[]): readonly Owner[] | undefined {
  let cents = 0;
  const kept = rows.filter(({ share }) => {
    const more = Math.round((share ?? 0) * 100);
    if (cents + more > 100) return false;
    cents += more;
    return true;
  });
  return kept.length === 0 ? undefined : kept;
}

function ownersOf(words: Words, candidates: readonly string[]): Maybe<readonly Owner[]> {
  if (candidates.length === 0) return fc.constant(undefined);
  const provider = fc.constantFrom(...candidates);
  const share = fc.constantFrom(0.1, 0.2, 0.25, 0.3, 0.39, 0.5, 0.51, 0.8, 1);
  const row = fc.oneof(
    { weight: 6, arbitrary: record<Owner>({ provider, share }) },
    { weight: 1, arbitrary: record({ provider, control: fc.constant(true) }) },
    { weight: 1, arbitrary: record({ provider, share, control: fc.constant(true) }) },
  );
  return words.maybe(fc.array(row as fc.Arbitrary<Owner>, { minLength: 1, maxLength: 4 })).map((rows) => rows && withinOne(rows));
}

function subprocessorsOf(words: Words, candidates: readonly string[]): Maybe<readonly SubProcessor[]> {
  if (candidates.length === 0) return fc.constant(undefined);
  const row = record({
    provider: fc.constantFrom(...candidates),
    layers: words.maybe(fc.uniqueArray(fc.constantFrom(...technicalLayers), { minLength: 1, maxLength: 3 }).map((list) => list.toSorted((a, b) => a - b))),
  });
  return words.maybe(fc.uniqueArray(row, { minLength: 1, maxLength: 2, selector: (sub) => sub.provider })) as Maybe<readonly SubProcessor[]>;
}

const providersOf = (knobs: Knobs, words: Words, ids: readonly string[]): fc.Arbitrary<Provider[]> =>
  fc.tuple(
    ...ids.map((id, at) => {
      const later = ids.slice(at + 1);
      const others = ids.filter((other) => other !== id);
      return record({
        id: fc.constant(id),
        name: fc.constant(`Provider ${at + 1}`),
        country: words.country,
        establishedIn: words.maybe(fc.uniqueArray(words.country, { minLength: 1, maxLength: 2 })),
        owners: ownersOf(words, knobs.ownershipCycles ? others : later),
        subprocessors: subprocessorsOf(words, knobs.subprocessorCycles ? others : later),
        layers: words.measuresByLayer,
      }) as fc.Arbitrary<Provider>;
    }),
  );

function layersOf(words: Words, providers: readonly string[]): Maybe<LayerEntries> {
  const operator = words.maybe(fc.constantFrom('self', 'self', ...providers));
  const responsible = words.maybe(fc.constantFrom('cio', 'ciso', 'fg'));
  const entry = (layer: Layer) =>
    record({ ...(layer === 8 ? {} : { operator, country: words.maybe(words.country) }), responsible, measures: words.claims(measuresOf(layer)) }).map(nonEmpty);
  return fc.record(Object.fromEntries(layers.map((layer) => [layer, words.maybe(entry(layer))]))).map((value) => nonEmpty(compact(value)) as LayerEntries | undefined);
}

function needsOf(words: Words, systems: readonly string[]): Maybe<readonly Need[]> {
  if (systems.length === 0) return fc.constant(undefined);
  const one: fc.Arbitrary<Need> = fc.constantFrom(...systems);
  const either = fc.uniqueArray(fc.constantFrom(...systems), { minLength: 2, maxLength: 3 }).map((anyOf): Need => ({ anyOf }));
  const need = systems.length < 2 ? one : fc.oneof({ weight: 3, arbitrary: one }, { weight: 2, arbitrary: either });
  return words.maybe(fc.uniqueArray(need, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) }));
}

const recoveryOf = (words: Words): Maybe<Recovery> =>
  words.maybe(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant<Recovery>('none') },
      {
        weight: 5,
        arbitrary: record({
          declaredHours: words.maybe(hours),
          testedHours: words.maybe(hours),
          testedOn: words.maybe(fc.constantFrom(...pastDays, ...laterDays)),
        }) as fc.Arbitrary<Recovery>,
      },
    ),
  ).map((recovery) => (typeof recovery === 'object' ? nonEmpty(recovery) : recovery));

type Ids = { readonly providers: readonly string[]; readonly systems: readonly string[]; readonly datasets: readonly string[]; readonly contracts: readonly string[] };

const systemsOf = (knobs: Knobs, words: Words, ids: Ids): fc.Arbitrary<System[]> =>
  fc.tuple(
    ...ids.systems.map((id, at) => {
      const earlier = ids.systems.slice(0, at);
      return record({
        id: fc.constant(id),
        name: fc.constant(`System ${at + 1}`),
        delivery: words.maybe(fc.constantFrom('on-premises', 'hosted', 'iaas', 'paas', 'saas')),
        deployment: words.maybe(fc.constantFrom('own', 'private', 'community', 'public')),
        runsOn: at === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...earlier), { nil: undefined, freq: 2 }),
        datasets: ids.datasets.length === 0 ? fc.constant(undefined) : words.maybe(fc.uniqueArray(fc.constantFrom(...ids.datasets), { minLength: 1, maxLength: 2 })),
        layers: layersOf(words, ids.providers),
        needs: needsOf(words, knobs.needCycles ? ids.systems : earlier),
        recovery: recoveryOf(words),
      }) as fc.Arbitrary<System>;
    }),
  );

const datasetsOf = (words: Words, ids: readonly string[]): fc.Arbitrary<Dataset[]> =>
  fc.tuple(
    ...ids.map(
      (id) =>
        record({
          id: fc.constant(id),
          name: fc.constant(`Dataset ${id}`),
          classification: fc.constantFrom('critical', 'sensitive', 'regular'),
          personalData: words.maybe(fc.constantFrom('none', 'ordinary', 'special', 'criminal')),
        }) as fc.Arbitrary<Dataset>,
    ),
  );

const servicesOf = (words: Words, systems: readonly string[], ids: readonly string[]): fc.Arbitrary<Service[]> =>
  fc.tuple(
    ...ids.map(
      (id) =>
        record({
          id: fc.constant(id),
          name: fc.constant(`Service ${id}`),
          criticality: fc.constantFrom('essential', 'important', 'normal'),
          maxDowntimeHours: words.maybe(hours),
          needs: needsOf(words, systems).map((needs) => needs ?? []),
        }) as fc.Arbitrary<Service>,
    ),
  );

const contractsOf = (words: Words, ids: Ids): fc.Arbitrary<Contract[]> =>
  fc.tuple(
    ...ids.contracts.map(
      (id) =>
        record({
          id: fc.constant(id),
          provider: fc.constantFrom(...ids.providers),
          systems: fc.uniqueArray(fc.constantFrom(...ids.systems), { minLength: 0, maxLength: 3 }),
          start: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pastDays) }, { weight: 1, arbitrary: fc.constant('2026-11-01') }),
          end: words.maybe(fc.constantFrom(...laterDays, '2026-11-01')),
          noticeDays: words.maybe(fc.constantFrom(0, 30, 90)),
          clauses: words.claims(clauseIds),
        }) as fc.Arbitrary<Contract>,
    ),
  );

const measureStatement = fc.constantFrom(...smallLibrary.measures.values()).map(({ id, layer }) => ({ layer, measure: id }));

function statementOf(words: Words, ids: Ids): fc.Arbitrary<EvidenceStatement> {
  const said = fc.oneof({ weight: 9, arbitrary: words.state }, { weight: 1, arbitrary: fc.constant<State>('not-applicable') });
  const about = (target: fc.Arbitrary<object>) =>
    fc.tuple(target, measureStatement, said).map(([place, measure, state]) => ({ ...place, ...measure, state }) as EvidenceStatement);
  const options = [
    { weight: 6, arbitrary: about(fc.constantFrom(...ids.systems).map((system) => ({ system }))) },
    { weight: 2, arbitrary: about(fc.constantFrom(...ids.providers).map((provider) => ({ provider }))) },
    { weight: 1, arbitrary: about(fc.constant({ organisation: true })) },
  ];
  if (ids.contracts.length === 0) return fc.oneof(...options);
  const clause = record({ contract: fc.constantFrom(...ids.contracts), clause: fc.constantFrom(...clauseIds), state: said });
  return fc.oneof(...options, { weight: 3, arbitrary: clause as fc.Arbitrary<EvidenceStatement> });
}

const evidenceOf = (knobs: Knobs, words: Words, ids: Ids, evidence: readonly string[]): fc.Arbitrary<Evidence[]> => {
  const current = record({ on: fc.constantFrom(...pastDays), validUntil: words.maybe(fc.constantFrom(...laterDays)) });
  const stale = fc.constantFrom({ on: '2020-01-01', validUntil: '2026-10-31' }, { on: '2024-02-29', validUntil: '2024-02-29' }, { on: '2026-11-02', validUntil: undefined });
  return fc.tuple(
    ...evidence.map(
      (id) =>
        record({
            id: fc.constant(id),
            kind: fc.constantFrom('scan', 'contract-clause', 'document', 'declaration'),
            source: fc.option(fc.constant('plan.json'), { nil: undefined }),
            dates: knobs.expired ? fc.oneof({ weight: 3, arbitrary: current }, { weight: 1, arbitrary: stale }) : current,
            says: statementOf(words, ids),
          })
          .map(({ dates, says, ...rest }) => compact({ ...rest, ...dates, says })) as fc.Arbitrary<Evidence>,
    ),
  );
};

const organisationOf = (words: Words): fc.Arbitrary<Organisation> => {
  const level = words.maybe(fc.constantFrom(0, 0.25, 0.5, 0.8, 1));
  const levels = record({ technical: level, legal: level, operational: level }).map(nonEmpty);
  const ambition = fc.record(Object.fromEntries(technicalLayers.map((layer) => [layer, words.maybe(levels)]))).map((value) => nonEmpty(compact(value)));
  return record({
    id: fc.constant('organisation'),
    name: fc.constant('Gemeente Test'),
    country: fc.constantFrom('NL', 'NL', 'NL', 'DE', 'US'),
    layers: words.measuresByLayer,
    ambition: words.maybe(ambition),
  }) as fc.Arbitrary<Organisation>;
};

const claimedState = (claims: Claims | undefined, id: string): State | undefined => {
  const claim = claims?.[id];
  return typeof claim === 'object' ? claim.state : claim;
};

function claimedAt(landscape: Landscape, says: EvidenceStatement): State | undefined {
  if ('contract' in says) return claimedState(landscape.contracts.find(({ id }) => id === says.contract)?.clauses, says.clause);
  const place =
    'system' in says
      ? landscape.systems.find(({ id }) => id === says.system)
      : 'provider' in says
        ? landscape.providers.find(({ id }) => id === says.provider)
        : landscape.organisation;
  return claimedState(place?.layers?.[says.layer]?.measures, says.measure);
}

/** Makes every piece of evidence say what is claimed where it speaks. */
const inAgreement = (landscape: Landscape): Landscape => ({
  ...landscape,
  evidence: landscape.evidence.map((item) => {
    const claimed = claimedAt(landscape, item.says);
    return claimed === undefined ? item : { ...item, says: { ...item.says, state: claimed } };
  }),
});

/** @example fc.assert(fc.property(landscapeArbitrary({ unknown: 0 }), (landscape) => …)) */
export function landscapeArbitrary(changes: Partial<Knobs> = {}): fc.Arbitrary<Landscape> {
  const knobs = { ...defaultKnobs, ...changes };
  const words = vocabularyOf(knobs);
  const sizes = record({
    providers: count(knobs.providers, 1),
    systems: count(knobs.systems, 1),
    services: count(knobs.services),
    datasets: count(knobs.datasets),
    contracts: count(knobs.contracts),
    evidence: count(knobs.evidence),
  });
  return sizes.chain((size) => {
    const ids: Ids = { providers: names('p', size.providers), systems: names('s', size.systems), datasets: names('d', size.datasets), contracts: names('c', size.contracts) };
    const landscape = record<Landscape>({
      organisation: organisationOf(words),
      asOf: fc.constant(asOf),
      providers: providersOf(knobs, words, ids.providers),
      datasets: datasetsOf(words, ids.datasets),
      systems: systemsOf(knobs, words, ids),
      services: servicesOf(words, ids.systems, names('svc', size.services)),
      contracts: contractsOf(words, ids),
      evidence: evidenceOf(knobs, words, ids, names('e', size.evidence)),
    });
    return knobs.contradictions ? (landscape as fc.Arbitrary<Landscape>) : (landscape as fc.Arbitrary<Landscape>).map(inAgreement);
  });
}
