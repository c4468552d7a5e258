/** Operator and country of a layer as engine.md §2 and §3 say it, walked anew for every question. */
import type { Landscape, TechnicalLayer } from '../../src/core/landscape/document.ts';
import type { LayerPlace } from '../../src/core/landscape/plates.ts';

type Place = Pick<LayerPlace, 'operator' | 'country'>;

export const modelPlace = (landscape: Landscape) => (id: string, layer: TechnicalLayer): Place => {
  const stated = nearestStated(landscape, id, layer);
  return stated.country === undefined && stated.operator === 'self' ? { operator: 'self', country: landscape.organisation.country } : stated;
};

const nearestStated = (landscape: Landscape, id: string, layer: TechnicalLayer): Place => {
  const system = landscape.systems.find((each) => each.id === id)!;
  const entry = system.layers?.[layer];
  if (entry?.operator !== undefined || entry?.country !== undefined) return entry;
  return system.runsOn === undefined ? {} : nearestStated(landscape, system.runsOn, layer);
};
