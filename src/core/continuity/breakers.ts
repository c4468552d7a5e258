/** How many things alone break the promise of each service: for all services at once (engine.md §7). */
import type { Id, Service } from '../landscape/document.ts';
import { everyTarget, targetsTouching, type Target } from './alone.ts';
import { bitsOf, failTogether, neededFirst, targetsPerPass, type FailureBits } from './failing-together.ts';
import { breaks, ownHours } from './recovery.ts';
import type { Setting } from './setting.ts';

export type Breakers = {
  /** Targets whose loss alone breaks the promise, by tested hours. */
  readonly count: number;
  /** For one of them a test, or even what is declared, shows so; otherwise it is only that nobody tested. */
  readonly proven: boolean;
};

/** Service → its breakers; an entry for every service that made a promise. `but`: targets that are not asked after. */
export const breakersOf = (setting: Setting, of: Target, but: ReadonlySet<Id>): ReadonlyMap<Id, Breakers> => {
  const { dependencies } = setting;
  const targets = everyTarget(setting, of).filter((id) => !but.has(id));
  const order = neededFirst(dependencies);
  const found = new Map<Id, Breakers>(promising(setting).map(({ service }) => [service.id, { count: 0, proven: false }]));
  for (let from = 0; from < targets.length; from += targetsPerPass) {
    const batch = targets.slice(from, from + targetsPerPass);
    const pass = of === 'systems' ? bySystems(setting, order, batch) : byOthers(setting, order, of, batch);
    for (const [id, more] of pass) {
      const before = found.get(id)!;
      found.set(id, { count: before.count + more.count, proven: before.proven || more.proven });
    }
  }
  return found;
};

type Promising = { readonly service: Service; readonly node: number };
const promising = ({ dependencies: { services, systems } }: Setting): readonly Promising[] =>
  services.flatMap((service, at) => (service.maxDowntimeHours === undefined ? [] : [{ service, node: systems.length + at }]));

/** A system that falls away alone takes its own hours to restore, whatever it takes along: one pass tells all. */
const bySystems = (setting: Setting, order: Int32Array, batch: readonly Id[]): Iterable<[Id, Breakers]> => {
  const { dependencies } = setting;
  const { positions, systems } = dependencies;
  const numbers = new Map(batch.map((id, number) => [positions.get(id), number]));
  const failing = failTogether(dependencies, order, batch.length, (system) => (numbers.has(system) ? [numbers.get(system)!] : []));
  const hours = batch.map((id) => {
    const system = systems[positions.get(id)!]!;
    return { tested: ownHours(system, 'tested'), declared: ownHours(system, 'declared') };
  });
  return promising(setting).map(({ service, node }) => {
    let [count, proven] = [0, false];
    for (const number of bitsOf(failing, node)) {
      const { tested, declared } = hours[number]!;
      if (!breaks(service, tested)) continue;
      count += 1;
      proven ||= Number.isFinite(tested) || breaks(service, declared);
    }
    return [service.id, { count, proven }];
  });
};

/**
 * A service takes longer than its promise exactly when it fails with only the hits that do (failure.ts): a pass for
 * each promise and figure, and one for the hits without any tested hours.
 */
const byOthers = (setting: Setting, order: Int32Array, of: Target, batch: readonly Id[]): Iterable<[Id, Breakers]> => {
  const { dependencies } = setting;
  const numbers = new Map(batch.map((id, number) => [id, number]));
  const touching = targetsTouching(setting, of);
  const touched = dependencies.systems.map((system) => ({
    numbers: [...touching(system)].flatMap((id) => numbers.get(id) ?? []),
    tested: ownHours(system, 'tested'),
    declared: ownHours(system, 'declared'),
  }));
  const failingIf = (isHit: (hours: { readonly tested: number; readonly declared: number }) => boolean): FailureBits =>
    failTogether(dependencies, order, batch.length, (system) => (isHit(touched[system]!) ? touched[system]!.numbers : []));
  const never = failingIf(({ tested }) => tested === Infinity);
  const byPromise = Map.groupBy(promising(setting), ({ service }) => service.maxDowntimeHours!);
  return [...byPromise].flatMap(([promise, same]) => {
    const tested = failingIf((hours) => hours.tested > promise);
    const declared = failingIf((hours) => hours.declared > promise);
    return same.map(({ service, node }): [Id, Breakers] => [service.id, counted(node, tested, declared, never)]);
  });
};

const counted = (node: number, tested: FailureBits, declared: FailureBits, never: FailureBits): Breakers => {
  let [count, proven] = [0, 0];
  for (let at = node * tested.words, end = at + tested.words; at < end; at += 1) {
    const breaking = tested.rows[at]!;
    count += onesIn(breaking);
    proven |= breaking & (~never.rows[at]! | declared.rows[at]!);
  }
  return { count, proven: proven !== 0 };
};

const onesIn = (word: number): number => {
  let ones = 0;
  for (let left = word; left !== 0; left &= left - 1) ones += 1;
  return ones;
};
