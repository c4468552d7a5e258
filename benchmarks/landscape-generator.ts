/**
 * Landscapes of any size from a seed: the same numbers give the same landscape on every machine. Shaped like a
 * real one: systems in domains of fifty that lean on each other and on a few shared platforms, a handful of
 * providers that everybody uses and a long tail, groups of companies, sub-processors, a tenth of all unknown.
 */
import type {
  Claims, Contract, Criticality, Dataset, Evidence, Landscape, Layer, LayerEntries, LayerEntry, Need, Owner, Provider, Recovery, Service, State, SubProcessor, System, TechnicalLayer,
} from '../src/core/landscape/document.ts';
import { technicalLayers } from '../src/core/landscape/document.ts';

export type Size = {
  readonly seed: number;
  readonly systems: number;
  readonly providers: number;
  /** Over all systems; `runsOn` comes on top. */
  readonly needs: number;
};

/** The size that the targets in docs/benchmarks.md speak of. */
export const large: Size = { seed: 42, systems: 10_000, providers: 2_000, needs: 30_000 };

export const landscapeOf = (size: Size): Landscape => {
  const dice = diceOf(size.seed);
  const datasets = Math.ceil(size.systems / 2);
  return {
    organisation: { id: 'gemeente', name: 'Gemeente', country: 'NL', layers: { 7: { measures: { 'access-logging': 'yes' } } } },
    asOf: '2026-11-01',
    providers: list(size.providers, (at) => providerAt(dice, at)),
    datasets: list(datasets, (at) => datasetAt(dice, at)),
    systems: list(size.systems, (at) => systemAt(dice, size, datasets, at)),
    services: list(Math.ceil(size.systems / 10), (at) => serviceAt(dice, size, at)),
    contracts: list(Math.ceil(size.systems / 4), (at) => contractAt(dice, size, at)),
    evidence: list(size.systems, (at) => evidenceAt(dice, size, at)),
  };
};

type Dice = {
  /** 0 … sides − 1. */
  readonly below: (sides: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(...from: readonly [T, ...T[]]) => T;
};

/** Mulberry32. */
const diceOf = (seed: number): Dice => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number): number => Math.floor(next() * sides);
  return { below, chance: (probability) => next() < probability, pick: (...from) => from[below(from.length)] ?? from[0] };
};

const list = <T>(count: number, of: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => of(at));
const country = (dice: Dice): string => dice.pick('NL', 'NL', 'NL', 'DE', 'IE', 'FR', 'US', 'US', 'GB', 'CN', 'CH', 'IN');

/** Few get most: the square of a uniform draw. */
const favourite = (dice: Dice, count: number): number => Math.floor(dice.below(count) * (dice.below(1000) / 1000));
const providerId = (at: number): string => `provider-${at}`;
const systemId = (at: number): string => `system-${at}`;

const providerAt = (dice: Dice, at: number): Provider => ({
  id: providerId(at),
  name: `Provider ${at}`,
  country: country(dice),
  ...(dice.chance(0.3) && { establishedIn: [country(dice)] }),
  ...(at > 0 && dice.chance(0.6) && { owners: ownersOf(dice, at) }),
  ...(at > 0 && dice.chance(0.3) && { subprocessors: subProcessorsOf(dice, at) }),
  ...(dice.chance(0.3) && { layers: { 6: { measures: { 'encryption-at-rest': state(dice) } } } }),
});

/** Up the list mostly, so that groups form; now and then down, so that cycles do. */
const relative = (dice: Dice, at: number): string => providerId(dice.chance(0.95) ? favourite(dice, at) : at - 1);

const ownersOf = (dice: Dice, at: number): readonly Owner[] => {
  if (dice.chance(0.1)) return [{ provider: relative(dice, at), control: true }];
  const first = { provider: relative(dice, at), share: dice.pick(0.3, 0.5, 0.51, 0.8, 1) };
  return first.share <= 0.5 ? [first, { provider: relative(dice, at), share: 0.3 }] : [first];
};

const subProcessorsOf = (dice: Dice, at: number): readonly SubProcessor[] => {
  const housing: SubProcessor = { provider: relative(dice, at), layers: [1, 2] };
  const other: SubProcessor = { provider: relative(dice, at) };
  return other.provider !== housing.provider && dice.chance(0.3) ? [housing, other] : [housing];
};

const datasetAt = (dice: Dice, at: number): Dataset => ({
  id: `dataset-${at}`,
  name: `Dataset ${at}`,
  classification: dice.pick('critical', 'sensitive', 'regular', 'regular'),
  ...(dice.chance(0.9) && { personalData: dice.pick('none', 'ordinary', 'special', 'criminal') }),
});

const platformsIn = ({ systems }: Size): number => Math.max(1, Math.ceil(systems / 100));

const systemAt = (dice: Dice, size: Size, datasets: number, at: number): System => {
  const isPlatform = at < platformsIn(size);
  return {
    id: systemId(at),
    name: `System ${at}`,
    ...(dice.chance(0.9) && { delivery: dice.pick('on-premises', 'hosted', 'iaas', 'paas', 'saas') }),
    ...(dice.chance(0.9) && { deployment: dice.pick('own', 'private', 'community', 'public') }),
    ...(!isPlatform && dice.chance(0.4) && { runsOn: systemId(dice.below(platformsIn(size))) }),
    ...(dice.chance(0.6) && { datasets: [`dataset-${dice.below(datasets)}`] }),
    layers: layersOf(dice, size, isPlatform),
    needs: needsOf(dice, size, at),
    ...(dice.chance(0.8) && { recovery: recoveryOf(dice) }),
  };
};

const layersOf = (dice: Dice, size: Size, isPlatform: boolean): LayerEntries => {
  const stated = technicalLayers.filter((layer) => isPlatform || layer === 7 || dice.chance(0.7));
  const main = providerId(favourite(dice, size.providers));
  return Object.fromEntries(stated.map((layer) => [layer, entryOf(dice, layer, dice.chance(0.8) ? main : providerId(dice.below(size.providers)))]));
};

const measuresOn: Readonly<Partial<Record<Layer, readonly string[]>>> = {
  5: ['own-identity-control'],
  6: ['encryption-at-rest', 'customer-held-keys', 'end-to-end-encryption'],
  7: ['confidential-computing', 'open-standards', 'access-logging'],
};

const entryOf = (dice: Dice, layer: TechnicalLayer, provider: string): LayerEntry => ({
  ...(dice.chance(0.9) && { operator: dice.chance(0.2) ? 'self' : provider }),
  ...(dice.chance(0.9) && { country: country(dice) }),
  ...(dice.chance(0.5) && { responsible: dice.pick('cio', 'ciso', 'fg') }),
  ...(measuresOn[layer] && { measures: claimsOf(dice, measuresOn[layer]) }),
});

const claimsOf = (dice: Dice, ids: readonly string[]): Claims => Object.fromEntries(ids.filter(() => dice.chance(0.6)).map((id) => [id, state(dice)]));
const state = (dice: Dice): State => dice.pick('yes', 'yes', 'no', 'no', 'unknown');

/** Spread evenly, so that the total is exact; a few point down the list, so that there are cycles. */
const needsOf = (dice: Dice, size: Size, at: number): readonly Need[] => {
  const count = Math.floor(((at + 1) * size.needs) / size.systems) - Math.floor((at * size.needs) / size.systems);
  const found = new Map<string, Need>();
  // A small landscape has fewer different needs than asked for.
  for (let tries = 0; found.size < count && tries < count * 20; tries += 1) {
    const need = needOf(dice, size, at);
    const text = JSON.stringify(need);
    if (!text.includes(`"${systemId(at)}"`)) found.set(text, need);
  }
  return [...found.values()];
};

const needOf = (dice: Dice, size: Size, at: number): Need => {
  const one = neighbour(dice, size, at);
  const other = neighbour(dice, size, at);
  return dice.chance(0.2) && one !== other ? { anyOf: [one, other] } : one;
};

const neighbour = (dice: Dice, size: Size, at: number): string => {
  const kind = dice.below(100);
  const domain = at - (at % 50);
  if (kind < 10) return systemId(dice.below(platformsIn(size)));
  if (kind < 15) return systemId(dice.below(size.systems));
  return systemId(kind < 20 || at === domain ? Math.min(domain + dice.below(50), size.systems - 1) : domain + dice.below(at - domain));
};

const recoveryOf = (dice: Dice): Recovery => {
  if (dice.chance(0.1)) return 'none';
  const declaredHours = dice.pick(1, 4, 8, 24, 72);
  return { declaredHours, ...(dice.chance(0.6) && { testedHours: declaredHours * dice.pick(1, 1.5, 3), testedOn: dice.pick('2024-01-01', '2026-03-01') }) };
};

const serviceAt = (dice: Dice, size: Size, at: number): Service => ({
  id: `service-${at}`,
  name: `Service ${at}`,
  criticality: dice.pick<Criticality>('essential', 'important', 'normal'),
  ...(dice.chance(0.9) && { maxDowntimeHours: dice.pick(4, 8, 24, 72) }),
  needs: [...new Set(list(3, () => systemId(dice.below(size.systems))))],
});

const contractAt = (dice: Dice, size: Size, at: number): Contract => ({
  id: `contract-${at}`,
  provider: providerId(favourite(dice, size.providers)),
  systems: [...new Set(list(4, () => systemId(dice.below(size.systems))))],
  start: dice.pick('2020-01-01', '2024-01-01', '2026-06-01'),
  ...(dice.chance(0.8) && { end: dice.pick('2026-10-31', '2027-01-31', '2028-12-31') }),
  noticeDays: dice.pick(30, 90, 180),
  clauses: claimsOf(dice, ['data-in-eu', 'customer-key-management', 'exit-strategy']),
});

const evidenceAt = (dice: Dice, size: Size, at: number): Evidence => ({
  id: `evidence-${at}`,
  kind: dice.pick('scan', 'contract-clause', 'document', 'declaration'),
  on: dice.pick('2024-05-01', '2026-01-01', '2026-10-01'),
  ...(dice.chance(0.5) && { validUntil: dice.pick('2026-10-15', '2027-09-30') }),
  says: { system: systemId(dice.below(size.systems)), layer: 6, measure: dice.pick('encryption-at-rest', 'customer-held-keys'), state: dice.pick('yes', 'no') },
});
