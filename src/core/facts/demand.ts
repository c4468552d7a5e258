/** What the services ask of the systems they need, directly or through other systems (engine.md §5, §6). */
import { needKinds, type Dependencies, type Needs } from '../continuity/dependencies.ts';
import type { Criticality, Service } from '../landscape/document.ts';

export type Demand = {
  readonly criticality: Criticality | 'none';
  /** The shortest of those services; Infinity where no service needs the system; undefined where one of them names none. */
  readonly maxDowntimeHours: number | undefined;
  /** Something needs the system, and every need of it has an alternative. */
  readonly redundant: boolean;
};

/** Per system, in the order of `dependencies.systems`. */
export const demandsOn = (dependencies: Dependencies): readonly Demand[] => {
  const criticality = highestCriticality(dependencies);
  const hours = shortestDowntime(dependencies);
  const redundant = redundancy(dependencies);
  return dependencies.systems.map((_, at) => ({ criticality: criticality[at] ?? 'none', maxDowntimeHours: hours(at), redundant: redundant(at) }));
};

const worstFirst: readonly Criticality[] = ['essential', 'important', 'normal'];

const highestCriticality = (dependencies: Dependencies): readonly (Criticality | undefined)[] => {
  const found: (Criticality | undefined)[] = dependencies.systems.map(() => undefined);
  for (const criticality of worstFirst) {
    // What is marked already has its mark from a higher criticality, and so has all below it.
    spread(dependencies, (service) => service.criticality === criticality, (at) => found[at] === undefined, (at) => (found[at] = criticality));
  }
  return found;
};

const shortestDowntime = (dependencies: Dependencies): ((system: number) => number | undefined) => {
  const hours: number[] = dependencies.systems.map(() => Infinity);
  const open = new Set<number>();
  spread(dependencies, ({ maxDowntimeHours }) => maxDowntimeHours === undefined, (at) => !open.has(at), (at) => open.add(at));
  const figures = new Set(dependencies.services.flatMap(({ maxDowntimeHours }) => maxDowntimeHours ?? []));
  for (const figure of [...figures].sort((a, b) => a - b)) {
    spread(dependencies, ({ maxDowntimeHours }) => maxDowntimeHours === figure, (at) => hours[at] === Infinity, (at) => (hours[at] = figure));
  }
  return (system) => (open.has(system) ? undefined : hours[system]);
};

/** Marks all systems under the chosen services that are still to be marked; a system marked before ends the walk. */
const spread = (
  dependencies: Dependencies,
  starts: (service: Service) => boolean,
  isOpen: (system: number) => boolean,
  mark: (system: number) => void,
): void => {
  const { systems, services } = dependencies;
  const waiting = [...services.keys()].filter((at) => starts(services[at]!)).map((at) => systems.length + at);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const system of neededBy(dependencies, node)) {
      if (!isOpen(system)) continue;
      mark(system);
      waiting.push(system);
    }
  }
};

/** All alternatives of all its needs stand behind one another. */
const neededBy = ({ needs: { firstOf, alternatives } }: Dependencies, node: number): Int32Array =>
  alternatives.items.subarray(alternatives.starts[firstOf[node]!], alternatives.starts[firstOf[node + 1]!]);

const redundancy = ({ needs, usedIn }: Dependencies): ((system: number) => boolean) => (system) => {
  const [start, end] = [usedIn.starts[system]!, usedIn.starts[system + 1]!];
  for (let at = start; at < end; at += 1) if (!hasOther(needs, usedIn.items[at]!)) return false;
  return end > start;
};

const hasOther = ({ kind, alternatives: { starts, items } }: Needs, need: number): boolean => {
  if (needKinds[kind[need]!] !== 'anyOf') return false;
  const first = starts[need]!;
  for (let at = first + 1; at < starts[need + 1]!; at += 1) if (items[at] !== items[first]) return true;
  return false;
};
