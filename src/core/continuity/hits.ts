/** Which systems what is gone hits, and which nobody can tell for want of an operator or a country (engine.md §7). */
import type { CountryCode, Id, Layer, System, TechnicalLayer } from '../landscape/document.ts';
import type { Removed } from './removed.ts';
import { placesOf, type NumberedPlace, type Setting } from './setting.ts';

export type HitCause =
  | { readonly kind: 'system' }
  | { readonly kind: 'layer'; readonly layer: Layer }
  /** `chain`: from the operator of the layer through its sub-processors to the one that is gone. */
  | { readonly kind: 'operator'; readonly layer: TechnicalLayer; readonly chain: readonly Id[] }
  | { readonly kind: 'location'; readonly layer: TechnicalLayer; readonly country: CountryCode };

/** What of a layer would have to be known. */
export type Unknown = { readonly layer: TechnicalLayer; readonly what: 'operator' | 'country' };

export type Hits = {
  /** In the order of `dependencies.systems`: by code point. */
  readonly hit: ReadonlyMap<Id, readonly HitCause[]>;
  /**
   * Not known to be hit, yet perhaps so. They *stand* in every figure; `failedIfUnknownHit` of a simulation
   * tells what changes if they do not.
   */
  readonly unknown: ReadonlyMap<Id, readonly Unknown[]>;
};

export const hitsOf = (setting: Setting, removed: Removed): Hits => {
  const hit = new Map<Id, readonly HitCause[]>();
  const unknown = new Map<Id, readonly Unknown[]>();
  for (const system of setting.dependencies.systems) {
    const causes = causesOf(setting, removed, system);
    if (causes.length > 0) hit.set(system.id, causes);
    const open = causes.length > 0 ? [] : unknownsOf(setting, removed, system);
    if (open.length > 0) unknown.set(system.id, open);
  }
  return { hit, unknown };
};

const causesOf = (setting: Setting, removed: Removed, system: System): readonly HitCause[] => [
  ...(removed.systems.has(system.id) ? [{ kind: 'system' as const }] : []),
  ...[...(removed.layers.get(system.id) ?? [])].map((layer) => ({ kind: 'layer' as const, layer })),
  ...placesOf(setting, system).flatMap((place) => [...operatorsGone(setting, removed, place), ...locationGone(removed, place)]),
];

const operatorsGone = ({ operatorsOf }: Setting, removed: Removed, { operator, layer }: NumberedPlace): readonly HitCause[] => {
  if (operator === undefined || removed.providers.size === 0) return [];
  const operators = operatorsOf(operator, layer);
  const callers = new Map(operators.map((each) => [each.operator, each.for]));
  return operators
    .filter((each) => removed.providers.has(each.operator))
    .map((each) => ({ kind: 'operator', layer, chain: chainTo(each.operator, callers) }));
};

const chainTo = (operator: Id, callers: ReadonlyMap<Id, Id | undefined>): readonly Id[] => {
  const chain = [operator];
  for (let at = callers.get(operator); at !== undefined; at = callers.get(at)) chain.unshift(at);
  return chain;
};

const locationGone = (removed: Removed, { country, layer }: NumberedPlace): readonly HitCause[] =>
  country !== undefined && removed.countries.has(country) ? [{ kind: 'location', layer, country }] : [];

/**
 * An unknown operator may be anyone: a removed provider, or one that a removed country reaches though the
 * landscape does not list it. An unknown country matters only when a country goes. Neither matters when only
 * systems and layers are named.
 */
const unknownsOf = (setting: Setting, removed: Removed, system: System): readonly Unknown[] =>
  placesOf(setting, system).flatMap(({ layer, operator, country }) => [
    ...(operator === undefined && (removed.providers.size > 0 || removed.countries.size > 0) ? [{ layer, what: 'operator' as const }] : []),
    ...(country === undefined && removed.countries.size > 0 ? [{ layer, what: 'country' as const }] : []),
  ]);
