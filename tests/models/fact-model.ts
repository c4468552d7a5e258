/** The facts of engine.md §5, one line of its table each, and the assurance of §6. */
import { dimensions, technicalLayers, type Contract, type Dataset, type Landscape, type Service, type System } from '../../src/core/landscape/document.ts';
import type { Library, Reading } from '../../src/core/library/library.ts';
import { modelCountries, modelExposure, type Case } from './exposure-model.ts';
import { modelClause, modelMeasure } from './measure-model.ts';
import { modelPlace } from './place-model.ts';

export type ModelFacts = Readonly<Record<string, readonly string[] | number>>;
/** A threshold fact about which nothing is known. */
export const anything = NaN;

type Known = 'yes' | 'no' | 'unknown';
const known = (state: string | undefined): Known => (state === 'yes' ? 'yes' : state === undefined || state === 'unknown' ? 'unknown' : 'no');
const control = { yes: ['own'], no: ['provider'], unknown: ['own', 'provider'] };
const yesNo = { yes: ['yes'], no: ['no'], unknown: ['yes', 'no'] };

const runningContracts = ({ contracts, asOf }: Landscape, system: System): Contract[] =>
  contracts.filter(({ systems, start, end }) => systems.includes(system.id) && start <= asOf && (end === undefined || asOf <= end));

const clause = (landscape: Landscape, system: System, id: string): readonly string[] => {
  const states = runningContracts(landscape, system).map((contract) => known(modelClause(landscape, contract, id)?.state));
  if (states.length === 0) return ['no-contract'];
  return states.includes('no') ? ['no'] : states.includes('unknown') ? ['yes', 'no'] : ['yes'];
};

/** Of asOf 2026-11-01, the only day that the random landscapes know. */
const twoYearsBefore = '2024-11-01';

const exitPlan = (landscape: Landscape, system: System): readonly string[] => {
  const { recovery } = system;
  const promise = clause(landscape, system, 'exit-strategy');
  const sure = promise.length === 1 && promise[0] === 'yes';
  if (recovery === 'none') return sure ? ['declared'] : promise.length === 2 ? ['declared', 'none'] : ['none'];
  const { declaredHours, testedHours, testedOn } = recovery ?? {};
  if (testedHours !== undefined && testedOn !== undefined && twoYearsBefore <= testedOn && testedOn <= landscape.asOf) return ['tested'];
  if (declaredHours !== undefined || testedHours !== undefined) return ['declared'];
  return sure ? ['tested', 'declared'] : ['tested', 'declared', 'none'];
};

const alternatives = (item: System | Service): string[][] => [
  ...('runsOn' in item && item.runsOn !== undefined ? [[item.runsOn]] : []),
  ...(item.needs ?? []).map((need) => (typeof need === 'string' ? [need] : [...need.anyOf])),
];

const needing = (landscape: Landscape, system: System): Service[] =>
  landscape.services.filter((service) => {
    const reached = new Set(alternatives(service).flat());
    for (const id of reached) for (const next of alternatives(landscape.systems.find((each) => each.id === id)!).flat()) reached.add(next);
    return reached.has(system.id);
  });

const criticalities = ['none', 'normal', 'important', 'essential'];
export const modelCriticality = (landscape: Landscape, system: System): string =>
  criticalities[Math.max(0, ...needing(landscape, system).map(({ criticality }) => criticalities.indexOf(criticality)))]!;

const redundant = (landscape: Landscape, system: System): boolean => {
  const uses = [...landscape.systems, ...landscape.services].flatMap(alternatives).filter((need) => need.includes(system.id));
  return uses.length > 0 && uses.every((need) => need.length > 1);
};

const worst = (cases: readonly Case[]): Case => ({ best: Math.max(0, ...cases.map(({ best }) => best)), worst: Math.max(0, ...cases.map((each) => each.worst)) });

const location = (landscape: Landscape, library: Library, system: System): readonly string[] => {
  const { country } = modelPlace(landscape)(system.id, 1);
  if (country === undefined) return ['home', 'eea', 'outside'];
  return country === landscape.organisation.country ? ['home'] : library.eea.has(country) ? ['eea'] : ['outside'];
};

const smallest = (figures: readonly (number | undefined)[]): number => (figures.includes(undefined) ? anything : Math.min(...(figures as number[])));
const hours = (system: System, figure: 'testedHours' | 'declaredHours'): number =>
  system.recovery === 'none' ? Infinity : system.recovery?.[figure] ?? anything;
const days = (landscape: Landscape, { end }: Contract): number => (end === undefined ? Infinity : (Date.parse(end) - Date.parse(landscape.asOf)) / 86_400_000);

export const modelFacts = (landscape: Landscape, library: Library, reading: Reading, system: System, dataset: Dataset | undefined): ModelFacts => {
  const exposures = modelCountries(landscape, library).map((country) => modelExposure(landscape, library, reading, system, country));
  const disclosure = worst(exposures.map((each) => each.disclosure));
  const cutOff = worst(exposures.map((each) => each.cutOff));
  const measured = (layer: 5 | 6 | 7, id: string): Known => known(modelMeasure(landscape, system, layer, id)?.state);
  const operated = (layer: 5 | 6, id: string): Known => {
    const { operator } = modelPlace(landscape)(system.id, layer);
    if (operator === 'self' || measured(layer, id) === 'yes') return 'yes';
    return operator === undefined || measured(layer, id) === 'unknown' ? 'unknown' : 'no';
  };
  return {
    classification: [dataset?.classification ?? 'none'],
    personalData: dataset ? (dataset.personalData ? [dataset.personalData] : ['none', 'ordinary', 'special', 'criminal']) : ['none'],
    delivery: system.delivery ? [system.delivery] : ['on-premises', 'hosted', 'iaas', 'paas', 'saas'],
    deployment: system.deployment ? [system.deployment] : ['own', 'private', 'community', 'public'],
    dataLocation: location(landscape, library, system),
    disclosure: ['none', 'mitigated', 'exposed'].slice(disclosure.best, disclosure.worst + 1),
    cutOff: [...(cutOff.best === 0 ? ['none'] : []), ...(cutOff.worst === 2 ? ['exposed'] : [])],
    keyControl: control[operated(6, 'customer-held-keys')],
    identityControl: control[operated(5, 'own-identity-control')],
    openStandards: yesNo[measured(7, 'open-standards')],
    accessLogging: yesNo[measured(7, 'access-logging')],
    exitPlan: exitPlan(landscape, system),
    ...Object.fromEntries([...library.clauses.keys()].map((id) => [`clause.${id}`, clause(landscape, system, id)])),
    redundant: redundant(landscape, system) ? ['yes'] : ['no'],
    criticality: [modelCriticality(landscape, system)],
    maxDowntimeHours: smallest(needing(landscape, system).map(({ maxDowntimeHours }) => maxDowntimeHours)),
    recoveryTestedHours: hours(system, 'testedHours'),
    recoveryDeclaredHours: hours(system, 'declaredHours'),
    daysToContractEnd: Math.min(...runningContracts(landscape, system).map((contract) => days(landscape, contract))),
  };
};

/** `layer dimension` (and `whole`) → [lower, upper], by filling in every unknown with no and then with yes. */
export const modelAssurance = (landscape: Landscape, library: Library, system: System): Record<string, readonly [number, number]> => {
  const all = [...library.measures.values()].filter(({ layer }) => layer !== 8)
    .map((measure) => ({ ...measure, state: modelMeasure(landscape, system, measure.layer, measure.id)?.state ?? 'unknown' }))
    .filter(({ state }) => state !== 'not-applicable');
  const share = (of: typeof all, unknownIs: 'yes' | 'no'): number =>
    of.reduce((sum, { state, weight }) => sum + ((state === 'unknown' ? unknownIs : state) === 'yes' ? weight : 0), 0) / of.reduce((sum, { weight }) => sum + weight, 0);
  const groups = [
    ['whole', all] as const,
    ...technicalLayers.flatMap((layer) => dimensions.map((dimension) =>
      [`${layer} ${dimension}`, all.filter((each) => each.layer === layer && each.dimensions.includes(dimension))] as const)),
  ];
  return Object.fromEntries(groups.filter(([, of]) => of.length > 0).map(([name, of]) => [name, [share(of, 'no'), share(of, 'yes')]]));
};
