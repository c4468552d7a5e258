/** Which countries can have a system's data read or its service stopped, and why (engine.md §4). */
import type { ControlView } from '../control/control-view.ts';
import type { CountryCode } from '../landscape/document.ts';
import { technicalLayers } from '../landscape/document.ts';
import type { LayerPlace } from '../landscape/plates.ts';
import { routesFor, type Routes, type RoutesOf } from './chains.ts';
import type { ForeignCountry } from './countries.ts';
import { countryJudge, type CountryExposure, type Judgement } from './country-exposure.ts';
import { safe, worseOf, type Range } from './degree.ts';
import type { Prevention } from './prevention.ts';

export type Exposure = {
  /** Countries by code point; those where both exposures are none are left out. */
  readonly countries: Readonly<Record<CountryCode, CountryExposure>>;
  /** Over all countries, each case the worst. */
  readonly disclosure: Range;
  readonly cutOff: Range;
};

/** `places`: the seven of a system, lowest layer first. */
export type ExposureOf = (places: readonly LayerPlace[], prevention: Prevention) => Exposure;

/** Systems that run on one platform, state no layer themselves and are protected alike share one answer. */
export const exposuresFor = (view: ControlView, countries: readonly ForeignCountry[]): ExposureOf => {
  const routesOf = routesFor(view, countries);
  const judges = countries.map(countryJudge);
  const known = new Map<readonly LayerPlace[], { readonly prevention: Prevention; readonly exposure: Exposure }>();
  return (places, prevention) => {
    const last = known.get(places);
    if (last && preventAlike(last.prevention, prevention)) return last.exposure;
    const routes = routesThrough(places, routesOf);
    const exposure = together(countries, judges.map((judge) => judge(routes, places[0]!.country, prevention)));
    known.set(places, { prevention, exposure });
    return exposure;
  };
};

const preventAlike = (a: Prevention, b: Prevention): boolean => a.prevented === b.prevented && a.open === b.open;

/** Per layer; undefined where the operator is unknown. */
const routesThrough = (places: readonly LayerPlace[], routesOf: RoutesOf): readonly (Routes | undefined)[] =>
  technicalLayers.map((layer) => {
    const { operator } = places[layer - 1]!;
    return operator === undefined ? undefined : routesOf(operator, layer);
  });

const together = (foreign: readonly ForeignCountry[], judged: readonly Judgement[]): Exposure => {
  const countries: Record<CountryCode, CountryExposure> = {};
  for (const [at, { exposure }] of judged.entries()) if (exposure) countries[foreign[at]!.country] = exposure;
  return {
    countries,
    disclosure: judged.reduce((worst, { disclosure }) => worseOf(worst, disclosure), safe),
    cutOff: judged.reduce((worst, { cutOff }) => worseOf(worst, cutOff), safe),
  };
};
