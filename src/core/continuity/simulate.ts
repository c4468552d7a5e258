/** The exit and failure simulation: what falls away, what fails, for how long, which promises break (engine.md §7). */
import type { Id, System } from '../landscape/document.ts';
import type { Reading } from '../library/library.ts';
import { itemsOf, needKinds, type Dependencies, type NeedKind } from './dependencies.ts';
import { fail, hitItself, longestFirst, nothingFailed, type Failure, type Hit } from './failure.ts';
import { hitsOf, type Hits } from './hits.ts';
import { breaks, ownHours, type Figure } from './recovery.ts';
import { removedBy, type Removed } from './removed.ts';
import { restoreFirst, type RestoreStep } from './restore-first.ts';
import type { Scenario } from './scenario.ts';
import type { Setting } from './setting.ts';

/** Why something fails: hit itself, or a need of which every alternative fails. */
export type FailureReason =
  | { readonly kind: 'hit' }
  | { readonly kind: NeedKind; readonly on: readonly Id[] };

export type Restoration = {
  /** Hours until it works again; Infinity = never, or nobody knows how long. An entry for all that fails. */
  readonly hours: ReadonlyMap<Id, number>;
  /**
   * What each waits for longest (of an `anyOf`: the quickest alternative); absent when its own restoration is the
   * longest. Following it gives the critical path, which ends at the hit system whose own hours count.
   */
  readonly waitsFor: ReadonlyMap<Id, Id>;
  /** Services that take longer than promised, by code point. */
  readonly breaches: readonly Id[];
};

export type Failed = { readonly systems: readonly Id[]; readonly services: readonly Id[] };

export type Simulation = Hits & {
  readonly scenario: Scenario;
  readonly reading: Reading;
  readonly removed: Removed;
  readonly failed: Failed;
  /** The shortest way in which each fails; following `on` always ends at something hit. */
  readonly reasons: ReadonlyMap<Id, FailureReason>;
  readonly restoration: Readonly<Record<Figure, Restoration>>;
  readonly restoreFirst: readonly RestoreStep[];
  /** What would fail if every system under `unknown` were hit as well. */
  readonly failedIfUnknownHit: Failed;
};

export const simulate = (setting: Setting, scenario: Scenario): Simulation => {
  const removed = removedBy(setting, scenario);
  const hits = hitsOf(setting, removed);
  const { dependencies } = setting;
  const shortest = failing(dependencies, hits.hit.keys(), () => 0);
  const runs = { declared: timed(dependencies, hits, 'declared'), tested: timed(dependencies, hits, 'tested') };
  return {
    ...hits,
    scenario,
    reading: setting.reading,
    removed,
    failed: failedIn(dependencies, shortest),
    reasons: reasonsOf(dependencies, shortest),
    restoration: { declared: restorationOf(dependencies, runs.declared), tested: restorationOf(dependencies, runs.tested) },
    restoreFirst: restoreFirst(dependencies, runs, new Set(hits.hit.keys())),
    failedIfUnknownHit: failedIn(dependencies, failing(dependencies, [...hits.hit.keys(), ...hits.unknown.keys()], () => 0)),
  };
};

const timed = (dependencies: Dependencies, { hit }: Hits, figure: Figure): Failure =>
  failing(dependencies, hit.keys(), (system) => ownHours(system, figure));

const failing = (dependencies: Dependencies, hit: Iterable<Id>, hoursOf: (system: System) => number): Failure => {
  const failure = nothingFailed(dependencies);
  fail(dependencies, failure, [...hit].map((id) => hitOf(dependencies, id, hoursOf)).sort(longestFirst));
  return failure;
};

const hitOf = ({ positions, systems }: Dependencies, id: Id, hoursOf: (system: System) => number): Hit => {
  const system = positions.get(id) ?? -1;
  const stated = systems[system];
  return { system, hours: stated ? hoursOf(stated) : Infinity };
};

/** The nodes that failed, as positions in ascending order: systems first, both by code point. */
const failedNodes = ({ failed, failedCount }: Failure): readonly number[] => [...failed.subarray(0, failedCount)].sort((a, b) => a - b);

const failedIn = ({ ids, systems }: Dependencies, failure: Failure): Failed => {
  const nodes = failedNodes(failure);
  const named = (wanted: readonly number[]) => wanted.flatMap((node) => ids[node] ?? []);
  return { systems: named(nodes.filter((node) => node < systems.length)), services: named(nodes.filter((node) => node >= systems.length)) };
};

const reasonsOf = (dependencies: Dependencies, failure: Failure): ReadonlyMap<Id, FailureReason> =>
  new Map(failedNodes(failure).map((node) => [dependencies.ids[node] ?? '', reasonOf(dependencies, failure.cause[node] ?? hitItself)]));

const reasonOf = ({ ids, needs }: Dependencies, cause: number): FailureReason => {
  if (cause === hitItself) return { kind: 'hit' };
  const on = itemsOf(needs.alternatives, cause).toSorted((a, b) => a - b);
  return { kind: needKinds[needs.kind[cause] ?? 0] ?? 'need', on: [...on].flatMap((system) => ids[system] ?? []) };
};

const restorationOf = (dependencies: Dependencies, failure: Failure): Restoration => {
  const { ids, services, systems } = dependencies;
  const nodes = failedNodes(failure);
  const lastToFail = lastAlternative(dependencies, failure);
  return {
    hours: new Map(nodes.map((node) => [ids[node] ?? '', failure.hours[node] ?? 0])),
    waitsFor: new Map(nodes.flatMap((node) => {
      const last = lastToFail(node);
      return last === undefined ? [] : [[ids[node] ?? '', ids[last] ?? '']];
    })),
    breaches: nodes.flatMap((node) => {
      const service = node < systems.length ? undefined : services[node - systems.length];
      return service && breaks(service, failure.hours[node]) ? [service.id] : [];
    }),
  };
};

/** Of what failed a node, the alternative that failed last: shortest hits fail last, so it is the quickest one. */
const lastAlternative = ({ needs }: Dependencies, failure: Failure): ((node: number) => number | undefined) => {
  const rank = new Map([...failure.failed.subarray(0, failure.failedCount)].map((node, at) => [node, at]));
  return (node) => {
    const cause = failure.cause[node] ?? hitItself;
    if (cause === hitItself) return undefined;
    return itemsOf(needs.alternatives, cause).reduce((a, b) => ((rank.get(b) ?? 0) > (rank.get(a) ?? 0) ? b : a));
  };
};
