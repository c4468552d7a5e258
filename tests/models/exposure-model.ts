/** Engine.md §4 by enumeration: every unknown is filled in with yes and with no, and the best and the worst are kept. */
import { technicalLayers, type Landscape, type Layer, type System, type TechnicalLayer } from '../../src/core/landscape/document.ts';
import type { Library, Reading } from '../../src/core/library/library.ts';
import { modelOperators, modelReach } from './control-model.ts';
import { modelMeasure } from './measure-model.ts';
import { modelPlace } from './place-model.ts';

type Possible = readonly boolean[];
const either: Possible = [true, false];

export const modelCountries = (landscape: Landscape, library: Library): string[] => {
  const instruments = library.instruments.filter(({ extraterritorial }) => extraterritorial).map(({ country }) => country);
  const located = landscape.systems.flatMap(({ id }) => modelPlace(landscape)(id, 1).country ?? []);
  return [...new Set([...instruments, ...located])].filter((country) => !library.eea.has(country) && country !== landscape.organisation.country).sort();
};

const hasInstrument = (library: Library, country: string): boolean => library.instruments.some((each) => each.extraterritorial && each.country === country);

const throughOperator = (landscape: Landscape, library: Library, reading: Reading, system: System, layer: TechnicalLayer, country: string): Possible => {
  const { operator } = modelPlace(landscape)(system.id, layer);
  if (operator === undefined) return hasInstrument(library, country) ? either : [false];
  if (operator === 'self') return [false];
  return [modelOperators(landscape.providers, operator, layer).some((each) =>
    modelReach(landscape.providers, each, reading).some((tie) => tie.startsWith(`${country} `)))];
};

const throughLocation = (landscape: Landscape, library: Library, system: System, layer: TechnicalLayer, country: string): Possible => {
  if (layer !== 1) return [false];
  const located = modelPlace(landscape)(system.id, 1).country;
  return located === undefined ? (hasInstrument(library, country) ? either : [false]) : [located === country];
};

const taken = (landscape: Landscape, system: System, layer: Layer, measure: string): Possible => {
  const state = modelMeasure(landscape, system, layer, measure)?.state;
  return state === 'yes' ? [true] : state === 'no' || state === 'not-applicable' ? [false] : either;
};

const prevented = (landscape: Landscape, system: System, layer: TechnicalLayer): Possible => {
  const of = (at: Layer, measure: string) => taken(landscape, system, at, measure);
  const endToEnd = of(6, 'end-to-end-encryption');
  const keys = of(6, 'customer-held-keys');
  if (layer === 5) return of(5, 'own-identity-control');
  if (layer === 6) return keys;
  if (layer === 7) return endToEnd.flatMap((e) => of(7, 'confidential-computing').map((c) => e || c));
  return endToEnd.flatMap((e) => of(6, 'encryption-at-rest').flatMap((r) => keys.map((k) => e || (r && k))));
};

export type Case = { readonly best: number; readonly worst: number };
const over = (cases: readonly Case[]): Case => ({ best: Math.max(0, ...cases.map(({ best }) => best)), worst: Math.max(0, ...cases.map(({ worst }) => worst)) });

const extremes = (values: readonly number[]): Case => ({ best: Math.min(...values), worst: Math.max(...values) });

/** 0 none, 1 mitigated, 2 exposed. */
export const modelExposure = (landscape: Landscape, library: Library, reading: Reading, system: System, country: string): { disclosure: Case; cutOff: Case } => {
  const perLayer = technicalLayers.map((layer) => {
    const reached = throughOperator(landscape, library, reading, system, layer, country)
      .flatMap((operator) => throughLocation(landscape, library, system, layer, country).map((location) => operator || location));
    const cutOff = reached.map((is) => (is ? 2 : 0));
    const disclosure = reached.flatMap((is) => prevented(landscape, system, layer).map((not) => (is ? (not ? 1 : 2) : 0)));
    return { disclosure, cutOff };
  });
  return { disclosure: over(perLayer.map(({ disclosure }) => extremes(disclosure))), cutOff: over(perLayer.map(({ cutOff }) => extremes(cutOff))) };
};

export const modelStatus = ({ best, worst }: Case): string => {
  if (best === 2) return 'exposed';
  if (worst === 0) return 'none';
  if (worst === 1) return 'mitigated';
  return 'possible';
};
