/** Datasets, systems and services, and what they need (engine.md §2 and §7). */
import { kindOf, line } from '../reading/characters.ts';
import { object, optional, required } from '../reading/members.ts';
import { inside, report } from '../reading/spot.ts';
import { date } from '../reading/date.ts';
import { distinct, items, list, number, oneOf, unlessEmpty } from '../reading/values.ts';
import type { Dataset, Need, Recovery, Service, System } from './document.ts';
import type { LandscapeFaultCode } from './fault-codes.ts';
import { type Context, itemId, type LandscapeReader, reference } from './read-context.ts';
import { layerEntries } from './read-layers.ts';

export const deliveries = ['on-premises', 'hosted', 'iaas', 'paas', 'saas'] as const;
export const deployments = ['own', 'private', 'community', 'public'] as const;
export const classifications = ['critical', 'sensitive', 'regular'] as const;
export const personalDataKinds = ['none', 'ordinary', 'special', 'criminal'] as const;
export const criticalities = ['essential', 'important', 'normal'] as const;

export const dataset = (context: Context): LandscapeReader<Dataset> =>
  object<Dataset, LandscapeFaultCode>({
    id: required(itemId(context.given.datasets)),
    name: required(line),
    classification: required(oneOf(classifications)),
    personalData: optional(oneOf(personalDataKinds)),
  });

function neededSystem(context: Context): LandscapeReader<string> {
  const system = reference(context.known.systems, 'unknown-system');
  const { services } = context.known;
  return (value, spot) => (typeof value === 'string' && services.has(value) && !context.known.systems.has(value) ? report(spot, 'service-as-need', { id: value }) : system(value, spot));
}

const alternatives =
  (system: LandscapeReader<string>): LandscapeReader<readonly string[]> =>
  (value, spot) => {
    const seen = new Set<string>();
    items(value, spot, 2).forEach((item, at) => {
      const id = system(item, inside(spot, at));
      if (id !== undefined && seen.has(id)) report(inside(spot, at), 'alternative-repeated', { id });
      if (id !== undefined) seen.add(id);
    });
    return [...seen];
  };

function needs(context: Context): LandscapeReader<readonly Need[]> {
  const system = neededSystem(context);
  const either = object<Exclude<Need, string>, LandscapeFaultCode>({ anyOf: required(alternatives(system)) });
  const all = list<Need, LandscapeFaultCode>((value, spot) => (kindOf(value) === 'object' ? either(value, spot) : system(value, spot)));
  return (value, spot) => {
    const read = all(value, spot) ?? [];
    return [...new Set(read)];
  };
}

const hours = number({ least: 0 });
const figures = object<Exclude<Recovery, 'none'>, LandscapeFaultCode>({ declaredHours: optional(hours), testedHours: optional(hours), testedOn: optional(date) });
const noRecovery = oneOf(['none']);
/** An object without figures says no more than leaving it out (engine.md §5, `exitPlan`). */
const recovery: LandscapeReader<Recovery> = (value, spot) => (kindOf(value) === 'object' ? unlessEmpty(figures)(value, spot) : noRecovery(value, spot));

export const system = (context: Context): LandscapeReader<System> =>
  object<System, LandscapeFaultCode>({
    id: required(itemId(context.given.systems)),
    name: required(line),
    delivery: optional(oneOf(deliveries)),
    deployment: optional(oneOf(deployments)),
    runsOn: optional(reference(context.known.systems, 'unknown-system')),
    datasets: optional(unlessEmpty(distinct(reference(context.known.datasets, 'unknown-dataset')))),
    layers: optional(layerEntries(context)),
    needs: optional(unlessEmpty(needs(context))),
    recovery: optional(recovery),
  });

export const service = (context: Context): LandscapeReader<Service> =>
  object<Service, LandscapeFaultCode>({
    id: required(itemId(context.given.services)),
    name: required(line),
    criticality: required(oneOf(criticalities)),
    maxDowntimeHours: optional(hours),
    needs: required(needs(context)),
  });
