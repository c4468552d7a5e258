/** Why a country reaches a layer: from its operator to the law, step by step (engine.md §4). */
import type { ControlView } from '../control/control-view.ts';
import type { LayerOperator } from '../control/operators.ts';
import type { Reach, ReachGround } from '../control/reach.ts';
import { layers, type CountryCode, type Id, type TechnicalLayer } from '../landscape/document.ts';
import { remember } from '../remember.ts';
import type { ForeignCountry } from './countries.ts';
import type { Status } from './degree.ts';

/** One step of a chain, in the order in which a screen draws them. */
export type Step =
  | { readonly kind: 'operator'; readonly id: Id }
  | { readonly kind: 'sub-processor'; readonly id: Id; readonly for: Id }
  | { readonly kind: 'owner'; readonly id: Id; readonly of: Id; readonly share: number; readonly control: boolean }
  /** `entity`: the legal entity that ties the chain to the country; absent where the layer itself lies there. */
  | { readonly kind: 'country'; readonly country: CountryCode; readonly why: ReachGround | 'located'; readonly entity?: Id }
  | { readonly kind: 'unknown'; readonly what: 'operator' | 'country' }
  | { readonly kind: 'instruments'; readonly ids: readonly Id[] };

/** A way to a country; `told` remembers the chains that have been told along it (country-exposure.ts). */
export type Route = { readonly steps: readonly Step[]; readonly told: Map<number, ExposureChain> };
export const routeAlong = (steps: readonly Step[]): Route => ({ steps, told: new Map() });

/** Why, for layers that have it in common: the steps from the operator to the country and its law. */
export type ExposureChain = {
  readonly layers: readonly TechnicalLayer[];
  readonly disclosure: Status;
  readonly cutOff: Status;
  readonly steps: readonly Step[];
};

/** The nearest for each of the countries, in their order; undefined where a country reaches none of the operators. */
export type Routes = readonly (Route | undefined)[];
export type RoutesOf = (operator: Id | 'self', layer: TechnicalLayer) => Routes;

/** Routes are remembered, and equal ones are the same object: thousands of systems share a few hundred. */
export const routesFor = (view: ControlView, countries: readonly ForeignCountry[]): RoutesOf => {
  const positions = new Map(countries.map(({ country }, at) => [country, at]));
  const toNowhere: Routes = countries.map(() => undefined);
  const byOperators = new Map<readonly LayerOperator[], Routes>();
  const byLayer = layers.map(() => new Map<Id, Routes>());
  const groundsOf = plainestGrounds(view);
  const draw = sharedRoutes(view);
  const nearest = (operators: readonly LayerOperator[]): Routes => {
    const routes: (Route | undefined)[] = [...toNowhere];
    for (const { operator } of operators) {
      for (const ground of groundsOf(operator)) {
        const at = positions.get(ground.country);
        if (at !== undefined) routes[at] ??= draw(operators, operator, countries[at]!, ground);
      }
    }
    return routes;
  };
  const through = (operator: Id | 'self', layer: TechnicalLayer): Routes => {
    if (operator === 'self') return toNowhere;
    const operators = view.operatorsOf(operator, layer);
    return byOperators.get(operators) ?? remember(byOperators, operators, nearest(operators));
  };
  return (operator, layer) => {
    const known = byLayer[layer]!;
    return known.get(operator) ?? remember(known, operator, through(operator, layer));
  };
};

/** The plainest ground first: the law of one's own seat, then of one's owner's, then of a branch. */
const plainest: readonly ReachGround[] = ['incorporated', 'owner', 'established'];

const plainestGrounds = ({ reaches }: ControlView): ((provider: Id) => readonly Reach[]) => {
  const known = new Map<Id, readonly Reach[]>();
  return (provider) => known.get(provider) ?? remember(known, provider, plainestFirst(reaches.get(provider) ?? []));
};

const plainestFirst = (grounds: readonly Reach[]): readonly Reach[] => grounds.toSorted((a, b) => plainest.indexOf(a.why) - plainest.indexOf(b.why));

type Draw = (operators: readonly LayerOperator[], reached: Id, foreign: ForeignCountry, ground: Reach) => Route;

const sharedRoutes = (view: ControlView): Draw => {
  const known = new Map<string, Route>();
  return (operators, reached, foreign, ground) => {
    const callers = callersUp(operators, reached);
    const key = `${foreign.country}\n${callers.join('\n')}`;
    const entity = ground.through[0]!;
    const found = known.get(key);
    if (found) return found;
    const route = routeAlong([
      ...callSteps(callers),
      ...ownerSteps(view, entity, reached),
      { kind: 'country', country: foreign.country, why: ground.why, entity },
      ...instrumentSteps(foreign),
    ]);
    known.set(key, route);
    return route;
  };
};

/** From the operator of the layer down to the one that is reached. */
const callersUp = (operators: readonly LayerOperator[], reached: Id): readonly Id[] => {
  if (operators[0]!.operator === reached) return [reached];
  const callers = new Map(operators.map((each) => [each.operator, each.for]));
  const path: Id[] = [];
  for (let at: Id | undefined = reached; at !== undefined; at = callers.get(at)) path.unshift(at);
  return path;
};

const callSteps = (path: readonly Id[]): readonly Step[] =>
  path.map((id, at) => (at === 0 ? { kind: 'operator', id } : { kind: 'sub-processor', id, for: path[at - 1]! }));

/** From the operator up: the holdings that give `entity` control over it. */
const ownerSteps = (view: ControlView, entity: Id, operator: Id): readonly Step[] =>
  view.holdingsBetween(entity, operator).toReversed().map(({ owner, owned, share, control }) => ({ kind: 'owner', id: owner, of: owned, share, control }));

export const instrumentSteps = ({ instruments }: ForeignCountry): readonly Step[] =>
  instruments.length === 0 ? [] : [{ kind: 'instruments', ids: instruments }];
