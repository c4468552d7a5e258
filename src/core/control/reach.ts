/** Which countries reach a provider, and through whom (engine.md §3). */
import type { CountryCode, Id, Provider } from '../landscape/document.ts';
import type { Reading } from '../library/library.ts';
import { byCodePoint } from '../order.ts';
import type { Controllers } from './controllers.ts';
import type { Ownership } from './ownership.ts';

/** In code-point order, which is the order of the output. */
export const reachGrounds = ['established', 'incorporated', 'owner'] as const;
export type ReachGround = (typeof reachGrounds)[number];

/** `through`: the entities that bring the country in, by code point; the provider itself when it is `incorporated`. */
export type Reach = { readonly country: CountryCode; readonly why: ReachGround; readonly through: readonly Id[] };

/** For every provider, sorted by country and then why. */
export type Reaches = ReadonlyMap<Id, readonly Reach[]>;

export const reaches = (ownership: Ownership, control: Controllers, reading: Reading): Reaches =>
  new Map([...ownership.providers.values()].map((provider) => [provider.id, reachOf(provider, ownership, control, reading)]));

const reachOf = (provider: Provider, ownership: Ownership, control: Controllers, reading: Reading): readonly Reach[] => {
  const found = new Map<string, { country: CountryCode; why: ReachGround; through: Id[] }>();
  const others = (control.get(provider.id) ?? []).flatMap((id) => ownership.providers.get(id) ?? []);
  for (const entity of [provider, ...others]) {
    for (const { country, why } of tiesOf(entity, provider, reading)) {
      const key = `${country} ${why}`;
      const reach = found.get(key) ?? { country, why, through: [] };
      if (!reach.through.includes(entity.id)) reach.through.push(entity.id);
      found.set(key, reach);
    }
  }
  return [...found.values()].map(withSortedThrough).sort((a, b) => byCodePoint(a.country, b.country) || byCodePoint(a.why, b.why));
};

/** The narrow reading leaves mere establishment out; a country of incorporation stays in both. */
const tiesOf = (entity: Provider, provider: Provider, reading: Reading) => [
  { country: entity.country, why: entity.id === provider.id ? 'incorporated' as const : 'owner' as const },
  ...(reading === 'wide' ? entity.establishedIn ?? [] : []).map((country) => ({ country, why: 'established' as const })),
];

const withSortedThrough = (reach: Reach): Reach => ({ ...reach, through: reach.through.toSorted(byCodePoint) });
