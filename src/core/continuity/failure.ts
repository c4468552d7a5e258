/** What fails when some systems are hit, and for how long: one pass over the needs (engine.md §7). */
import type { Dependencies } from './dependencies.ts';

/** A hit system and the hours it takes to restore it by itself; Infinity = never, or nobody knows how long. */
export type Hit = { readonly system: number; readonly hours: number };

/** In `cause`: the node stands. */
export const stands = -2;
/** In `cause`: the node fails because it was hit itself. */
export const hitItself = -1;

/**
 * The outcome of the last `fail`, in arrays that the next one uses again. `failed` lists the nodes in the order
 * in which they failed; `cause` is the need that failed each, or `hitItself`; `hours` is the time to restore.
 */
export type Failure = {
  readonly cause: Int32Array;
  readonly hours: Float64Array;
  readonly failed: Int32Array;
  failedCount: number;
  /** Need → how many of its alternatives stand; not kept up once its node has failed. */
  readonly standing: Int32Array;
  readonly touched: Int32Array;
  touchedCount: number;
};

export const nothingFailed = ({ ids, needs }: Dependencies): Failure => {
  const count = needs.node.length;
  return {
    cause: new Int32Array(ids.length).fill(stands),
    hours: new Float64Array(ids.length),
    failed: new Int32Array(ids.length),
    failedCount: 0,
    standing: needs.size.slice(),
    touched: new Int32Array(count),
    touchedCount: 0,
  };
};

/**
 * INVARIANT: `hits` come longest first. T(s) > t exactly when s fails with only the hits that take longer than t
 * (the least solution of T = max(own, needs, min over alternatives) is the least fixpoint of failing, level by
 * level). So a node's time to restore is the hours of the hit during whose propagation it first fails, and one
 * pass over the needs gives both what fails and for how long; cycles neither fail nor wait by themselves.
 */
export const fail = (dependencies: Dependencies, failure: Failure, hits: Iterable<Hit>): void => {
  let next = 0;
  let level = Infinity;
  for (const { system, hours } of hits) {
    // All hits of one level before what depends on them: breadth first, so that causes are the nearest ones.
    if (hours < level) next = failDependents(dependencies, failure, next, level);
    level = hours;
    mark(failure, system, hitItself, hours);
  }
  failDependents(dependencies, failure, next, level);
};

/** Undoes the last `fail` at the cost of what it touched, not of the landscape. */
export const recover = ({ needs }: Dependencies, failure: Failure): void => {
  for (let at = 0; at < failure.failedCount; at += 1) failure.cause[failure.failed[at] ?? 0] = stands;
  for (let at = 0; at < failure.touchedCount; at += 1) {
    const need = failure.touched[at] ?? 0;
    failure.standing[need] = needs.size[need] ?? 0;
  }
  failure.failedCount = 0;
  failure.touchedCount = 0;
};

const mark = (failure: Failure, node: number, cause: number, hours: number): void => {
  if (failure.cause[node] !== stands) return;
  failure.cause[node] = cause;
  failure.hours[node] = hours;
  failure.failed[failure.failedCount] = node;
  failure.failedCount += 1;
};

/**
 * What depends on the failed nodes from position `next` on, and on those in turn; the position after the last.
 * The innermost loop of a ranking. INVARIANT: every index is one that dependencies.ts made, so that no read falls
 * outside its array. Services come after the systems and have no entry in `usedIn`: nothing needs a service.
 */
const failDependents = ({ needs, usedIn, systems }: Dependencies, failure: Failure, next: number, hours: number): number => {
  const { cause, failed } = failure;
  const { starts, items, nodes } = usedIn;
  const systemCount = systems.length;
  for (; next < failure.failedCount; next += 1) {
    const system = failed[next]!;
    if (system >= systemCount) continue;
    for (let at = starts[system]!, end = starts[system + 1]!; at < end; at += 1) {
      if (cause[nodes[at]!] !== stands) continue;
      const need = items[at]!;
      if (noneStands(failure, need, needs.size[need]!)) mark(failure, nodes[at]!, need, hours);
    }
  }
  return next;
};

/** One alternative fewer. A plain need has one, which needs no counting and no undoing. */
const noneStands = (failure: Failure, need: number, size: number): boolean => {
  if (size === 1) return true;
  const left = failure.standing[need]! - 1;
  failure.standing[need] = left;
  if (left === size - 1) {
    failure.touched[failure.touchedCount] = need;
    failure.touchedCount += 1;
  }
  return left === 0;
};

/** Longest first, then by position: the order that `fail` asks for. */
export const longestFirst = (a: Hit, b: Hit): number => (a.hours === b.hours ? a.system - b.system : b.hours - a.hours);
