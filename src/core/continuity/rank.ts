/** The blast radius: what every provider or country would take with it, falling away alone (engine.md §7). */
import type { CountryCode, Id } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';
import { eachAlone, type Target } from './alone.ts';
import type { Dependencies } from './dependencies.ts';
import type { Failure } from './failure.ts';
import { breaks } from './recovery.ts';
import { placesOf, type Setting } from './setting.ts';

/** Counts of what fails: services that break their promise (tested hours), essential services, services, systems. */
export type Blast = {
  readonly id: Id | CountryCode;
  readonly breaches: number;
  readonly essential: number;
  readonly services: number;
  readonly systems: number;
};

export type Ranking<Of extends Target = Target> = {
  readonly of: Of;
  /** Worst first: breaches, essential, services, then id. An entry for all, those that take nothing with them too. */
  readonly ranking: readonly Blast[];
  /** Systems with an unknown operator (for countries also: country): they stand wherever they are not hit for certain. */
  readonly unknown: readonly Id[];
};

export const rank = <Of extends Target>(setting: Setting, of: Of): Ranking<Of> => {
  const blasts: Blast[] = [];
  eachAlone(setting, of, 'tested', (id, failure) => blasts.push(tally(setting.dependencies, failure, id)));
  return { of, ranking: blasts.sort(worstFirst), unknown: unknownTo(setting, of) };
};

const worstFirst = (a: Blast, b: Blast): number =>
  b.breaches - a.breaches || b.essential - a.essential || b.services - a.services || byCodePoint(a.id, b.id);

const tally = ({ systems, services }: Dependencies, failure: Failure, id: Id): Blast => {
  const blast = { id, breaches: 0, essential: 0, services: 0, systems: 0 };
  for (let at = 0; at < failure.failedCount; at += 1) {
    const node = failure.failed[at] ?? 0;
    // Asked first: an array read at a negative index is a slow search for a property of that name.
    const service = node < systems.length ? undefined : services[node - systems.length];
    if (!service) {
      blast.systems += 1;
      continue;
    }
    blast.services += 1;
    if (service.criticality === 'essential') blast.essential += 1;
    if (breaks(service, failure.hours[node])) blast.breaches += 1;
  }
  return blast;
};

/** A system that falls away by its own name leaves nothing to guess. */
const unknownTo = (setting: Setting, of: Target): readonly Id[] =>
  setting.dependencies.systems
    .filter((system) => of !== 'systems' && placesOf(setting, system).some(({ operator, country }) =>
      operator === undefined || (of === 'countries' && country === undefined)))
    .map(({ id }) => id);
