/** In which order to bring back what was hit: the most pressing promise first, and what it needs before it. */
import type { Id, System } from '../landscape/document.ts';
import { itemsOf, type Dependencies } from './dependencies.ts';
import { stands, type Failure } from './failure.ts';
import { ownHours } from './recovery.ts';

/**
 * A hit system to restore. `service` is the one that waits for it with the shortest promise, `maxDowntimeHours`
 * that promise (Infinity = none given); without `service` no service waits for it.
 */
export type RestoreStep = {
  readonly system: Id;
  readonly service?: Id;
  readonly maxDowntimeHours: number;
  readonly declaredHours: number;
  readonly testedHours: number;
};

type Runs = { readonly declared: Failure; readonly tested: Failure };

/**
 * Failed services by the downtime they allow, then by code point; for each, all that it still waits for, what is
 * needed before what needs it, the slowest (as tested, then as declared) first. Of an `anyOf` only the quickest
 * alternative is waited for. Hit systems for which no service waits close the list.
 */
export const restoreFirst = (dependencies: Dependencies, runs: Runs, hit: ReadonlySet<Id>): readonly RestoreStep[] => {
  const { ids, systems, services } = dependencies;
  const seen = new Set<number>();
  const steps: RestoreStep[] = [];
  const restore = (start: number, service?: Id, maxDowntimeHours = Infinity): void => {
    for (const node of neededFirst(dependencies, runs, start, seen)) {
      const system = ids[node] ?? '';
      if (node >= systems.length || !hit.has(system)) continue;
      steps.push({ system, ...(service !== undefined && { service }), maxDowntimeHours, ...hoursOf(systems[node]) });
    }
  };
  const waiting = services.flatMap((service, at) => (failedIn(runs, systems.length + at) ? [{ service, node: systems.length + at }] : []));
  const promise = ({ service }: (typeof waiting)[number]): number => service.maxDowntimeHours ?? Number.MAX_VALUE;
  for (const { service, node } of waiting.toSorted((a, b) => promise(a) - promise(b) || a.node - b.node)) {
    restore(node, service.id, service.maxDowntimeHours);
  }
  for (const node of systems.keys()) if (failedIn(runs, node)) restore(node);
  return steps;
};

const failedIn = ({ tested }: Runs, node: number): boolean => tested.cause[node] !== stands;

const hoursOf = (system: System | undefined): Pick<RestoreStep, 'declaredHours' | 'testedHours'> => ({
  declaredHours: system ? ownHours(system, 'declared') : Infinity,
  testedHours: system ? ownHours(system, 'tested') : Infinity,
});

/** Depth first with its own stack: chains of needs can be long. A cycle is cut where the walk comes back to it. */
const neededFirst = (dependencies: Dependencies, runs: Runs, start: number, seen: Set<number>): readonly number[] => {
  const order: number[] = [];
  const enter = (node: number) => {
    seen.add(node);
    return { node, waits: waitsOn(dependencies, runs, node).values() };
  };
  const path = seen.has(start) ? [] : [enter(start)];
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const { value: next, done } = step.waits.next();
    if (done) {
      order.push(step.node);
      path.pop();
    } else if (!seen.has(next)) path.push(enter(next));
  }
  return order;
};

/** What has to work again before this node can: slowest first. */
const waitsOn = ({ needs }: Dependencies, runs: Runs, node: number): readonly number[] => {
  const quickest: number[] = [];
  for (let need = needs.firstOf[node] ?? 0; need < (needs.firstOf[node + 1] ?? 0); need += 1) {
    const alternatives = itemsOf(needs.alternatives, need);
    if (!alternatives.every((system) => failedIn(runs, system))) continue;
    quickest.push(alternatives.reduce((a, b) => ((slowerFirst(runs, a, b) || b - a) > 0 ? a : b)));
  }
  return quickest.sort((a, b) => slowerFirst(runs, a, b) || a - b);
};

const slowerFirst = ({ tested, declared }: Runs, a: number, b: number): number =>
  compare(tested.hours[b], tested.hours[a]) || compare(declared.hours[b], declared.hours[a]);

/** Not by subtraction: Infinity − Infinity is no order. */
const compare = (a = 0, b = 0): number => (a === b ? 0 : a < b ? -1 : 1);
