/**
 * Who operates each layer of each system, where it lies and who is responsible: said once, inherited along
 * `runsOn` (engine.md §2, "say it once"). The measures of a plate stand in measures.ts.
 */
import type { CountryCode, Id, Landscape, Layer, System, TechnicalLayer } from './document.ts';
import { layers, technicalLayers } from './document.ts';
import { platformsFirst } from './platforms-first.ts';

/** The place in the document where a value was said. */
export type Source = { readonly kind: 'system' | 'provider' | 'organisation' | 'contract'; readonly id: Id };

/** What is absent is unknown. */
export type LayerPlace = {
  readonly operator?: Id | 'self';
  readonly country?: CountryCode;
  /** `own-operation`: not stated; what the organisation operates itself lies in its own country (§3). */
  readonly countryBy?: 'statement' | 'own-operation';
  /** The system that states the operator or the country; absent where none on the chain does. */
  readonly from?: Source;
};

export type Responsible = { readonly value: string; readonly from: Source };

/** Plates of systems that state nothing themselves are one and the same object as their platform's. */
export type Plate = {
  /** Seven, lowest layer first. */
  readonly places: readonly LayerPlace[];
  /** Eight, lowest layer first; undefined = nobody is named. */
  readonly responsible: readonly (Responsible | undefined)[];
};

export type Plates = ReadonlyMap<Id, Plate>;

export const resolvePlates = (landscape: Landscape): Plates => {
  const plates = new Map<Id, Plate>();
  for (const system of platformsFirst(landscape.systems)) {
    const platform = system.runsOn === undefined ? undefined : plates.get(system.runsOn);
    plates.set(system.id, plateOf(system, platform ?? nothingStated, landscape.organisation.country));
  }
  return plates;
};

export const placeAt = (plates: Plates, system: Id, layer: TechnicalLayer): LayerPlace => plates.get(system)?.places[layer - 1] ?? {};

const nothingStated: Plate = { places: technicalLayers.map(() => ({})), responsible: layers.map(() => undefined) };

const plateOf = (system: System, platform: Plate, home: CountryCode): Plate => {
  if (!system.layers) return platform;
  const from: Source = { kind: 'system', id: system.id };
  return {
    places: technicalLayers.map((layer, at) => statedPlace(system, layer, home, from) ?? platform.places[at]!),
    responsible: layers.map((layer, at) => statedResponsible(system, layer, from) ?? platform.responsible[at]),
  };
};

/** Operator and country together, from the nearest place that states either: half a statement hides the whole of the platform's. */
const statedPlace = (system: System, layer: TechnicalLayer, home: CountryCode, from: Source): LayerPlace | undefined => {
  const { operator, country } = system.layers?.[layer] ?? {};
  if (operator === undefined && country === undefined) return undefined;
  if (operator === undefined) return { country: country!, countryBy: 'statement', from };
  if (country !== undefined) return { operator, country, countryBy: 'statement', from };
  return operator === 'self' ? { operator, country: home, countryBy: 'own-operation', from } : { operator, from };
};

const statedResponsible = (system: System, layer: Layer, from: Source): Responsible | undefined => {
  const value = system.layers?.[layer]?.responsible;
  return value === undefined ? undefined : { value, from };
};
