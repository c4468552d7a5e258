/** What would break the promise of a service by falling away alone, and what a service stands on (engine.md §7). */
import type { CountryCode, Id, Landscape, Need, System } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';
import { eachAlone, type Target } from './alone.ts';
import { dependenciesOf, type Dependencies } from './dependencies.ts';
import { bitsOf, failTogether, neededFirst, targetsPerPass } from './failing-together.ts';
import type { Failure } from './failure.ts';
import { breaks, ownHours, type Figure } from './recovery.ts';
import type { Setting } from './setting.ts';

/** One thing whose loss stops a service for `hours` (Infinity = never back, or nobody knows how long). */
export type Loss = { readonly id: Id | CountryCode; readonly hours: number; readonly breaks: boolean };

/** Service → everything that stops it by falling away alone; longest first, then by code point. Services that nothing stops have no entry. */
export const lossesOf = (setting: Setting, of: Target, figure: Figure): ReadonlyMap<Id, readonly Loss[]> => {
  if (of === 'systems') return lossesOfSystems(setting, figure);
  const found = new Map<Id, Loss[]>();
  eachAlone(setting, of, figure, (id, failure) => {
    for (const { service, hours } of stoppedServices(setting.dependencies, failure)) {
      const losses = found.get(service.id) ?? [];
      found.set(service.id, losses);
      losses.push({ id, hours, breaks: breaks(service, hours) });
    }
  });
  for (const losses of found.values()) losses.sort(longestFirst);
  return found;
};

const longestFirst = (a: Loss, b: Loss): number => longer(a.hours, b.hours) || byCodePoint(a.id, b.id);

const longer = (a: number, b: number): number => (a === b ? 0 : a > b ? -1 : 1);

/** A system that falls away alone takes its own hours to restore, whatever it takes along: no need to try each. */
const lossesOfSystems = ({ dependencies }: Setting, figure: Figure): ReadonlyMap<Id, readonly Loss[]> => {
  const { systems, services } = dependencies;
  const order = neededFirst(dependencies);
  const found = services.map((): Loss[] => []);
  for (let from = 0; from < systems.length; from += targetsPerPass) {
    const failing = failTogether(dependencies, order, Math.min(targetsPerPass, systems.length - from), (system) => (system >= from && system < from + targetsPerPass ? [system - from] : []));
    for (const [at, service] of services.entries()) {
      for (const bit of bitsOf(failing, systems.length + at)) {
        const system = systems[from + bit]!;
        const hours = ownHours(system, figure);
        found[at]!.push({ id: system.id, hours, breaks: breaks(service, hours) });
      }
    }
  }
  return new Map(services.flatMap(({ id }, at) => (found[at]!.length === 0 ? [] : [[id, found[at]!.sort(longestFirst)] as const])));
};

function* stoppedServices({ systems, services }: Dependencies, failure: Failure) {
  // Services are numbered after the systems; of the failed ones there are few.
  for (let at = 0; at < failure.failedCount; at += 1) {
    const node = failure.failed[at] ?? 0;
    const service = node < systems.length ? undefined : services[node - systems.length];
    if (service) yield { service, hours: failure.hours[node] ?? 0 };
  }
}

/** The services that stand on one of these systems, directly or through others, an alternative of an `anyOf` too. */
export const servicesOn = ({ positions, systems, services, usedIn }: Dependencies, given: readonly Id[]): ReadonlySet<Id> => {
  const reached = new Set(given.flatMap((id) => positions.get(id) ?? []));
  for (const node of reached) {
    if (node >= systems.length) continue;
    for (let at = usedIn.starts[node] ?? 0; at < (usedIn.starts[node + 1] ?? 0); at += 1) reached.add(usedIn.nodes[at] ?? node);
  }
  return new Set([...reached].flatMap((node) => (node < systems.length ? [] : (services[node - systems.length]?.id ?? []))));
};

/**
 * The setting with one service and all it stands on. INVARIANT: what stops that service, and for how long, is the
 * same as in the whole, since nothing outside its needs can fail it.
 */
export const settingAround = (setting: Setting, service: Id): Setting | undefined => {
  const stated = setting.landscape.services.find(({ id }) => id === service);
  if (!stated) return undefined;
  const landscape: Landscape = { ...setting.landscape, services: [stated], systems: systemsUnder(setting.landscape, stated.needs) };
  return { ...setting, landscape, dependencies: dependenciesOf(landscape) };
};

/** Everything these needs lead to, nearest first. */
const systemsUnder = (landscape: Landscape, needs: readonly Need[]): readonly System[] => {
  const byId = new Map(landscape.systems.map((system) => [system.id, system]));
  const reached = new Set(needs.flatMap(alternatives));
  // Iterating a Set also visits what is added meanwhile.
  for (const id of reached) for (const next of needsOf(byId.get(id))) reached.add(next);
  return [...reached].flatMap((id) => byId.get(id) ?? []);
};

const alternatives = (need: Need): readonly Id[] => (typeof need === 'string' ? [need] : need.anyOf);
const needsOf = (system: System | undefined): readonly Id[] =>
  [...(system?.runsOn === undefined ? [] : [system.runsOn]), ...(system?.needs ?? []).flatMap(alternatives)];
