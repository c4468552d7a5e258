/** One country and one system: which layers it reaches, how far it can go, and along which chains (engine.md §4). */
import type { CountryCode } from '../landscape/document.ts';
import { technicalLayers } from '../landscape/document.ts';
import { remember } from '../remember.ts';
import { instrumentSteps, routeAlong, type ExposureChain, type Route, type Routes } from './chains.ts';
import type { ForeignCountry } from './countries.ts';
import { cutOffRange, disclosureRange, safe, statusOf, type Range, type Status } from './degree.ts';
import { layersIn, noLayers, onlyLayer, type LayerSet } from './layer-set.ts';
import type { Prevention } from './prevention.ts';

export type CountryExposure = { readonly disclosure: Status; readonly cutOff: Status; readonly chains: readonly ExposureChain[] };

/** `exposure` is undefined where both exposures are none. */
export type Judgement = { readonly exposure: CountryExposure | undefined; readonly disclosure: Range; readonly cutOff: Range };

/**
 * `routes`: per layer, those from its operator to all countries; undefined = the operator is unknown.
 * `location`: of layer 1; undefined = unknown.
 */
export type CountryJudge = (routes: readonly (Routes | undefined)[], location: CountryCode | undefined, prevention: Prevention) => Judgement;

const untouched: Judgement = { exposure: undefined, disclosure: safe, cutOff: safe };

/** `at`: the position of the country in the routes. */
export const countryJudge = (foreign: ForeignCountry, at: number): CountryJudge => {
  const constant = constantRoutes(foreign);
  const alone: JudgedAlone = new Map();
  return (routes, location, prevention) => {
    const ways: Way[] = [];
    for (const layer of technicalLayers) {
      const ofLayer = routes[layer - 1];
      addWay(ways, onlyLayer(layer), ofLayer ? ofLayer[at] : constant.operatorUnknown, ofLayer !== undefined);
      if (layer === 1) addWay(ways, onlyLayer(layer), throughLocation(foreign, location, constant), location !== undefined);
    }
    return ways.length === 0 ? untouched : judge(ways, prevention, alone);
  };
};

/** How a country reaches layers, or may: all that it reaches along the same route. */
type Way = { layers: LayerSet; readonly sure: boolean; readonly route: Route };

const addWay = (ways: Way[], layer: LayerSet, route: Route | undefined, sure: boolean): void => {
  if (!route) return;
  // INVARIANT: equal routes are one object (routesFor), so identity tells them apart.
  for (const way of ways) {
    if (way.route !== route) continue;
    way.layers |= layer;
    return;
  }
  ways.push({ layers: layer, sure, route });
};

type ConstantRoutes = Readonly<Record<'located' | 'operatorUnknown' | 'countryUnknown', Route | undefined>>;

/** What is unknown counts only for countries that have an instrument to reach it with. */
const constantRoutes = (foreign: ForeignCountry): ConstantRoutes => {
  const instruments = instrumentSteps(foreign);
  const mayReach = (what: 'operator' | 'country') => (instruments.length === 0 ? undefined : routeAlong([{ kind: 'unknown', what }, ...instruments]));
  return {
    located: routeAlong([{ kind: 'country', country: foreign.country, why: 'located' }, ...instruments]),
    operatorUnknown: mayReach('operator'),
    countryUnknown: mayReach('country'),
  };
};

const throughLocation = (foreign: ForeignCountry, location: CountryCode | undefined, constant: ConstantRoutes): Route | undefined => {
  if (location === undefined) return constant.countryUnknown;
  return location === foreign.country ? constant.located : undefined;
};

/** The judgements on systems that a country reaches along one chain only: most, and few different ones. */
type JudgedAlone = Map<ExposureChain, Judgement>;

const judge = (ways: readonly Way[], prevention: Prevention, alone: JudgedAlone): Judgement => {
  let sure = noLayers;
  let all = noLayers;
  for (const way of ways) {
    all |= way.layers;
    if (way.sure) sure |= way.layers;
  }
  const reached = { sure, unsure: all & ~sure };
  const disclosure = disclosureRange(reached, prevention);
  const cutOff = cutOffRange(reached);
  const chains: ExposureChain[] = [];
  // What may be is not told of a layer that is reached for sure.
  for (const way of ways) tell(chains, way, way.sure ? way.layers : way.layers & reached.unsure, prevention);
  const [only] = chains;
  if (chains.length === 1 && only) return alone.get(only) ?? remember(alone, only, judgementOf(chains, disclosure, cutOff));
  return judgementOf(chains, disclosure, cutOff);
};

/** A copy of the chains has no room to grow: of all that an assessment keeps, these lists are the most. */
const judgementOf = (chains: readonly ExposureChain[], disclosure: Range, cutOff: Range): Judgement =>
  ({ exposure: { disclosure: statusOf(disclosure), cutOff: statusOf(cutOff), chains: chains.slice() }, disclosure, cutOff });

/** Layers that are protected differently are told in chains of their own. */
const tell = (chains: ExposureChain[], way: Way, layers: LayerSet, { prevented, open }: Prevention): void => {
  const shut = layers & prevented;
  const wide = layers & open;
  const unclear = layers & ~prevented & ~open;
  if (shut !== noLayers) chains.push(toldOf(way, shut, 0, { prevented: shut, open: noLayers }));
  if (wide !== noLayers) chains.push(toldOf(way, wide, 1, { prevented: noLayers, open: wide }));
  if (unclear !== noLayers) chains.push(toldOf(way, unclear, 2, { prevented: noLayers, open: noLayers }));
};

/** Equal chains are one object: a landscape of thousands of systems has few. `protection` numbers the three cases. */
const toldOf = (way: Way, layers: LayerSet, protection: 0 | 1 | 2, prevention: Prevention): ExposureChain => {
  const key = layers * 3 + protection;
  const { told } = way.route;
  return told.get(key) ?? remember(told, key, chainOf(way, layers, prevention));
};

const chainOf = ({ route, sure }: Way, layers: LayerSet, prevention: Prevention): ExposureChain => {
  const reached = sure ? { sure: layers, unsure: noLayers } : { sure: noLayers, unsure: layers };
  return { layers: layersIn(layers), disclosure: statusOf(disclosureRange(reached, prevention)), cutOff: statusOf(cutOffRange(reached)), steps: route.steps };
};
