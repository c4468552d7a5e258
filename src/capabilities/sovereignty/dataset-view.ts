/** Where data is, what the policy says of it in each system, and who can be compelled to hand it over. */
import { z } from 'zod';
import type { Status } from '../../core/exposure/degree.ts';
import type { Classification, CountryCode, Dataset, Id, PersonalData } from '../../core/landscape/document.ts';
import { reading, type Reading } from '../../core/library/library.ts';
import type { Outcome } from '../../core/policy/policy.ts';
import type { Assessed } from './current-assessment.ts';
import { collatorFor, type Listed, listInput, matcher, pageOf } from './listing.ts';
import { verdictsWorstFirst } from './verdict-order.ts';

export const datasetSorts = ['name', '-name', 'classification', '-classification', 'verdict', '-verdict'] as const;
type DatasetSort = (typeof datasetSorts)[number];
export const classifications: readonly Classification[] = ['critical', 'sensitive', 'regular'];

export type PolicyRef = { readonly id: Id; readonly name: { readonly nl: string; readonly en: string }; readonly outcomes: readonly Outcome[] };
export type DatasetRow = {
  readonly id: Id;
  readonly name: string;
  readonly classification: Classification;
  readonly personalData?: PersonalData;
  readonly systems: number;
  /** The worst over the systems that hold it; absent where none does. */
  readonly verdict?: Outcome;
  /** Of layer 1 of those systems; null = unknown. */
  readonly countries: readonly (CountryCode | null)[];
};
export type DatasetList = Listed<DatasetRow> & { readonly policy: PolicyRef; readonly critical: number; readonly homeless: number };

export const datasetListInput = z.strictObject({ ...listInput, classification: z.enum(['critical', 'sensitive', 'regular']).optional(), sort: z.enum(datasetSorts).optional() });
export type DatasetListInput = z.output<typeof datasetListInput>;

const policyRef = ({ policy: { policy } }: Assessed): PolicyRef => ({ id: policy.id, name: policy.name, outcomes: policy.outcomes });

/** The systems that hold each dataset, in the order of the landscape. One walk over all systems. */
function holders({ landscape }: Assessed): ReadonlyMap<Id, readonly Id[]> {
  const found = new Map<Id, Id[]>();
  for (const { id, datasets = [] } of landscape.systems) {
    for (const dataset of new Set(datasets)) {
      const systems = found.get(dataset) ?? [];
      systems.push(id);
      found.set(dataset, systems);
    }
  }
  return found;
}

const countryOf = ({ survey }: Assessed, system: Id): CountryCode | null => survey.systems.get(system)?.places[0]?.country ?? null;

function rowOf(assessed: Assessed, { id, name, classification, personalData }: Dataset, systems: readonly Id[], verdicts: readonly Outcome[]): DatasetRow {
  const found = new Set(systems.map((system) => assessed.assessment.systems[system]!.datasets[id]!.verdict));
  const verdict = verdicts.find((each) => found.has(each));
  return { id, name, classification, ...(personalData && { personalData }), systems: systems.length, ...(verdict && { verdict }), countries: [...new Set(systems.map((system) => countryOf(assessed, system)))] };
}

type Compare = (a: DatasetRow, b: DatasetRow) => number;
function compareBy(sort: DatasetSort, verdicts: readonly Outcome[], locale: string): Compare {
  const collator = collatorFor(locale);
  const byName: Compare = (a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const rank = ({ verdict }: DatasetRow): number => (verdict === undefined ? verdicts.length : verdicts.indexOf(verdict));
  const keys: Readonly<Record<string, Compare>> = {
    name: byName,
    classification: (a, b) => classifications.indexOf(a.classification) - classifications.indexOf(b.classification),
    verdict: (a, b) => rank(a) - rank(b),
  };
  const direction = sort.startsWith('-') ? -1 : 1;
  return (a, b) => direction * keys[sort.replace('-', '')]!(a, b) || byName(a, b);
}

export function datasetList(assessed: Assessed, { q, classification, sort = 'classification', page }: DatasetListInput, locale: string): DatasetList {
  const { landscape, policy } = assessed;
  const held = holders(assessed);
  const verdicts = verdictsWorstFirst(policy);
  const isFound = matcher(q);
  const rows = landscape.datasets
    .filter((dataset) => (classification === undefined || dataset.classification === classification) && isFound(dataset.name, dataset.id))
    .map((dataset) => rowOf(assessed, dataset, held.get(dataset.id) ?? [], verdicts))
    .sort(compareBy(sort, verdicts, locale));
  const critical = landscape.datasets.filter((dataset) => dataset.classification === 'critical').length;
  return { ...pageOf(rows, landscape.datasets.length, page), policy: policyRef(assessed), critical, homeless: landscape.datasets.filter(({ id }) => !held.has(id)).length };
}

/** Of one system that holds the data. Operators of layers 1–7, each once; `unknownOperator`: some layer's is unknown. */
export type HeldIn = {
  readonly system: Id;
  readonly name: string;
  readonly verdict: Outcome;
  readonly country: CountryCode | null;
  readonly operators: readonly { readonly id: Id | 'self'; readonly name: string }[];
  readonly unknownOperator: boolean;
};
/** An entity that a country's law reaches on the way to this data; without one where the data itself lies there. */
export type Compelled = { readonly country: CountryCode; readonly entity?: { readonly id: Id; readonly name: string }; readonly disclosure: Status; /** The first few, by id; `through` is how many there are. */ readonly systems: readonly { readonly id: Id; readonly name: string }[]; readonly through: number };
export type DatasetView = {
  readonly dataset: Dataset;
  readonly reading: Reading;
  readonly policy: PolicyRef;
  /** Worst verdict first, a page at a time. */
  readonly heldIn: Listed<HeldIn>;
  readonly compelled: readonly Compelled[];
  /** Countries of which too little is known. */
  readonly perhaps: readonly CountryCode[];
};

export const datasetInput = z.strictObject({ id: z.string().max(200), page: listInput.page, reading: z.enum(reading).optional() });
const throughAtMost = 5;

export function datasetView(assessed: Assessed, dataset: Dataset, page?: number): DatasetView {
  const systems = holders(assessed).get(dataset.id) ?? [];
  const names = new Map([...assessed.landscape.providers, ...assessed.landscape.systems].map(({ id, name }) => [id, name]));
  const nameOf: NameOf = (id) => names.get(id) ?? id;
  const verdicts = verdictsWorstFirst(assessed.policy);
  const rank = (system: Id): number => verdicts.indexOf(assessed.assessment.systems[system]!.datasets[dataset.id]!.verdict);
  const listed = pageOf(systems.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)), systems.length, page);
  return { dataset, reading: assessed.reading, policy: policyRef(assessed), heldIn: { ...listed, rows: listed.rows.map((system) => heldIn(assessed, dataset.id, system, nameOf)) }, ...compelledOver(assessed, systems, nameOf) };
}

type NameOf = (id: Id) => string;

function heldIn(assessed: Assessed, dataset: Id, system: Id, nameOf: NameOf): HeldIn {
  const { survey, assessment } = assessed;
  const { places, system: found } = survey.systems.get(system)!;
  const ids = [...new Set(places.flatMap(({ operator }) => operator ?? []))];
  const operators = ids.map((id) => ({ id, name: nameOf(id) }));
  return { system, name: found.name, verdict: assessment.systems[system]!.datasets[dataset]!.verdict, country: countryOf(assessed, system), operators, unknownOperator: places.some(({ operator }) => operator === undefined) };
}

const gravest: readonly Status[] = ['exposed', 'possible', 'mitigated', 'none'];

function compelledOver({ assessment }: Assessed, systems: readonly Id[], nameOf: NameOf): { compelled: readonly Compelled[]; perhaps: readonly CountryCode[] } {
  const found = new Map<string, { country: CountryCode; entity: Id | undefined; disclosure: Status; systems: Set<Id> }>();
  const perhaps = new Set<CountryCode>();
  for (const system of systems) {
    for (const [country, { chains }] of Object.entries(assessment.systems[system]!.exposure)) {
      for (const { steps, disclosure } of chains) {
        const tie = steps.find((step) => step.kind === 'country');
        if (!tie) perhaps.add(country);
        else {
          const key = `${country}\n${tie.entity ?? ''}`;
          const before = found.get(key) ?? { country, entity: tie.entity, disclosure: 'none' as Status, systems: new Set<Id>() };
          found.set(key, { ...before, disclosure: gravest.find((each) => each === disclosure || each === before.disclosure)!, systems: before.systems.add(system) });
        }
      }
    }
  }
  const compelled = [...found.values()].map(({ entity, systems: through, ...rest }) => ({ ...rest, ...(entity !== undefined && { entity: { id: entity, name: nameOf(entity) } }), systems: [...through].slice(0, throughAtMost).map((id) => ({ id, name: nameOf(id) })), through: through.size }));
  const sure = new Set(compelled.map(({ country }) => country));
  return { compelled: compelled.sort((a, b) => gravest.indexOf(a.disclosure) - gravest.indexOf(b.disclosure) || (a.country < b.country ? -1 : 1)), perhaps: [...perhaps].filter((country) => !sure.has(country)) };
}
