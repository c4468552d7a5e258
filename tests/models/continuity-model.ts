/** Engine.md §7 as it is written: sets that grow, hours that rise, until nothing changes. */
import { technicalLayers, type Landscape, type Need, type System } from '../../src/core/landscape/document.ts';
import type { Reading } from '../../src/core/library/library.ts';
import type { Removal } from '../../src/core/continuity/scenario.ts';
import { modelGroup, modelOperators, modelReach } from './control-model.ts';
import { modelPlace } from './place-model.ts';

type Item = { readonly id: string; readonly needs: readonly Need[] };

const items = (landscape: Landscape): Item[] => [
  ...landscape.systems.map((system) => ({ id: system.id, needs: [...(system.runsOn ? [system.runsOn] : []), ...(system.needs ?? [])] })),
  ...landscape.services,
];

const isGone = (landscape: Landscape, provider: string, removal: Removal, reading: Reading): boolean => {
  if (removal.kind === 'provider') return removal.id === provider;
  if (removal.kind === 'group') return modelGroup(landscape.providers, removal.id).has(provider);
  if (removal.kind !== 'country') return false;
  return modelReach(landscape.providers, provider, reading).some((tie) => tie.startsWith(`${removal.country} `));
};

const hitBy = (landscape: Landscape, system: System, removal: Removal, reading: Reading): boolean => {
  if (removal.kind === 'system' || removal.kind === 'layer') return removal.id === system.id;
  return technicalLayers.some((layer) => {
    const { operator, country } = modelPlace(landscape)(system.id, layer);
    if (removal.kind === 'country' && country === removal.country) return true;
    if (operator === undefined || operator === 'self') return false;
    return modelOperators(landscape.providers, operator, layer).some((provider) => isGone(landscape, provider, removal, reading));
  });
};

const mightBeHitBy = (landscape: Landscape, system: System, removal: Removal): boolean => {
  if (removal.kind === 'system' || removal.kind === 'layer') return false;
  return technicalLayers.some((layer) => {
    const { operator, country } = modelPlace(landscape)(system.id, layer);
    return operator === undefined || (removal.kind === 'country' && country === undefined);
  });
};

const failing = (landscape: Landscape, hit: readonly string[]): Set<string> => {
  const failed = new Set(hit);
  const fails = (need: Need): boolean => (typeof need === 'string' ? failed.has(need) : need.anyOf.every((id) => failed.has(id)));
  for (let before = -1; before !== failed.size;) {
    before = failed.size;
    for (const { id, needs } of items(landscape)) if (needs.some(fails)) failed.add(id);
  }
  return failed;
};

const restoring = (landscape: Landscape, hit: readonly string[], figure: 'declaredHours' | 'testedHours'): Map<string, number> => {
  const own = (id: string): number => {
    const system = landscape.systems.find((each) => each.id === id);
    if (!system || !hit.includes(id)) return 0;
    return system.recovery === undefined || system.recovery === 'none' ? Infinity : system.recovery[figure] ?? Infinity;
  };
  const hours = new Map(items(landscape).map(({ id }) => [id, 0]));
  const of = (id: string): number => hours.get(id)!;
  for (let changed = true; changed;) {
    changed = false;
    for (const { id, needs } of items(landscape)) {
      const next = Math.max(own(id), ...needs.map((need) => (typeof need === 'string' ? of(need) : Math.min(...need.anyOf.map(of)))));
      if (next !== of(id)) changed = true;
      hours.set(id, next);
    }
  }
  return hours;
};

export const modelSimulation = (landscape: Landscape, scenario: readonly Removal[], reading: Reading) => {
  const hit = landscape.systems.filter((system) => scenario.some((removal) => hitBy(landscape, system, removal, reading))).map(({ id }) => id).sort();
  const unknown = landscape.systems
    .filter((system) => !hit.includes(system.id) && scenario.some((removal) => mightBeHitBy(landscape, system, removal)))
    .map(({ id }) => id).sort();
  const failedIn = (failed: ReadonlySet<string>) => ({
    systems: landscape.systems.map(({ id }) => id).filter((id) => failed.has(id)).sort(),
    services: landscape.services.map(({ id }) => id).filter((id) => failed.has(id)).sort(),
  });
  const failed = failing(landscape, hit);
  const declared = restoring(landscape, hit, 'declaredHours');
  const tested = restoring(landscape, hit, 'testedHours');
  const breaches = (hours: ReadonlyMap<string, number>) =>
    landscape.services.filter(({ id, maxDowntimeHours }) => maxDowntimeHours !== undefined && hours.get(id)! > maxDowntimeHours).map(({ id }) => id).sort();
  const ofFailed = (hours: ReadonlyMap<string, number>) => new Map([...hours].filter(([id]) => failed.has(id)));
  return {
    hit,
    unknown,
    failed: failedIn(failed),
    failedIfUnknownHit: failedIn(failing(landscape, [...hit, ...unknown])),
    hours: { declared: ofFailed(declared), tested: ofFailed(tested) },
    breaches: { declared: breaches(declared), tested: breaches(tested) },
  };
};

export const modelRanking = (landscape: Landscape, of: 'providers' | 'countries', reading: Reading) => {
  const places = landscape.systems.flatMap(({ id }) => technicalLayers.flatMap((layer) => modelPlace(landscape)(id, layer).country ?? []));
  const reaching = landscape.providers.flatMap(({ id }) => modelReach(landscape.providers, id, reading).map((tie) => tie.split(' ')[0]!));
  const targets = of === 'providers' ? landscape.providers.map(({ id }) => id) : [...new Set([...places, ...reaching])];
  return targets
    .map((id) => {
      const removal: Removal = of === 'providers' ? { kind: 'provider', id } : { kind: 'country', country: id };
      const { failed, breaches } = modelSimulation(landscape, [removal], reading);
      const essential = landscape.services.filter((service) => service.criticality === 'essential' && failed.services.includes(service.id));
      return { id, breaches: breaches.tested.length, essential: essential.length, services: failed.services.length, systems: failed.systems.length };
    })
    .sort((a, b) => b.breaches - a.breaches || b.essential - a.essential || b.services - a.services || (a.id < b.id ? -1 : 1));
};
