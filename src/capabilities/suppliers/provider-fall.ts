/** What stops when a provider and all it decides over fall away, in the best and the worst case. */
import { z } from 'zod';
import type { Scenario } from '../../core/continuity/scenario.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import { simulate } from '../../core/continuity/simulate.ts';
import type { Id } from '../../core/landscape/document.ts';
import { byCodePoint } from '../../core/order.ts';
import { bounds, named } from './shapes.ts';

const fallenService = z.strictObject({
  ...named.shape,
  criticality: z.string(),
  /** By the last test, at the least; null = never, or nobody knows how long. */
  hoursToRestore: z.number().nullable(),
  /** It takes longer if what is unknown turns out badly. */
  mayTakeLonger: z.boolean(),
  maxDowntimeHours: z.number().nullable(),
  breaksPromise: z.enum(['yes', 'no', 'unknown']),
});
export const fallShape = z.strictObject({
  breaches: bounds,
  services: bounds,
  systems: bounds,
  /** Those that stop for certain: broken promises first, then the essential ones. */
  stopped: z.array(fallenService),
  /** Providers that fall away with it, itself included. */
  group: z.number(),
});
export type Fall = z.output<typeof fallShape>;

const worstPromise: Readonly<Record<'yes' | 'no' | 'unknown', number>> = { yes: 0, unknown: 1, no: 2 };
const weight: Readonly<Record<string, number>> = { essential: 0, important: 1, normal: 2 };

export function fallOf(setting: Setting, id: Id): Fall {
  const scenario: Scenario = [{ kind: 'group', id }];
  const certain = simulate(setting, scenario);
  const doubtful = [...certain.unknown.keys()];
  const worst = doubtful.length === 0 ? certain : simulate(setting, [...scenario, ...doubtful.map((system) => ({ kind: 'system' as const, id: system }))]);
  const { hours, breaches } = certain.restoration.tested;
  const tested = worst.restoration.tested;
  const [breaking, maybeBreaking] = [new Set(breaches), new Set(tested.breaches)];
  const services = new Map(setting.landscape.services.map((service) => [service.id, service]));
  const stopped = certain.failed.services.flatMap((service) => services.get(service) ?? []).map((service) => ({
    id: service.id,
    name: service.name,
    criticality: service.criticality,
    hoursToRestore: finite(hours.get(service.id)),
    mayTakeLonger: (tested.hours.get(service.id) ?? 0) > (hours.get(service.id) ?? 0),
    maxDowntimeHours: service.maxDowntimeHours ?? null,
    breaksPromise: breaking.has(service.id) ? ('yes' as const) : maybeBreaking.has(service.id) ? ('unknown' as const) : ('no' as const),
  }));
  return {
    breaches: { lower: breaches.length, upper: tested.breaches.length },
    services: { lower: certain.failed.services.length, upper: worst.failed.services.length },
    systems: { lower: certain.failed.systems.length, upper: worst.failed.systems.length },
    stopped: stopped.sort((a, b) => worstPromise[a.breaksPromise] - worstPromise[b.breaksPromise] || (weight[a.criticality] ?? 3) - (weight[b.criticality] ?? 3) || byCodePoint(a.id, b.id)),
    group: certain.removed.providers.size,
  };
}

const finite = (hours: number | undefined): number | null => (hours === undefined || !Number.isFinite(hours) ? null : hours);
