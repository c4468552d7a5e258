/** From what a scenario names to what is gone (engine.md §7). */
import { controlChain, groupOf } from '../control/controllers.ts';
import type { Holding } from '../control/ownership.ts';
import type { ReachGround } from '../control/reach.ts';
import type { CountryCode, Id, Layer } from '../landscape/document.ts';
import { byCodePoint } from '../order.ts';
import type { Removal, Scenario } from './scenario.ts';
import type { Setting } from './setting.ts';

/** Why a provider is gone. `chain`: the holdings that give control (controlChain). */
export type RemovalGround =
  | { readonly kind: 'provider' }
  | { readonly kind: 'group'; readonly of: Id; readonly chain: readonly Holding[] }
  | { readonly kind: 'country'; readonly country: CountryCode; readonly why: ReachGround; readonly through: readonly Id[] };

/** All by code point. */
export type Removed = {
  readonly providers: ReadonlyMap<Id, readonly RemovalGround[]>;
  readonly countries: ReadonlySet<CountryCode>;
  readonly systems: ReadonlySet<Id>;
  readonly layers: ReadonlyMap<Id, ReadonlySet<Layer>>;
};

export const removedBy = (setting: Setting, scenario: Scenario): Removed => {
  const grounds = scenario.flatMap((removal) => providersGone(setting, removal));
  const ofKind = <Kind extends Removal['kind']>(kind: Kind) =>
    scenario.filter((removal): removal is Extract<Removal, { kind: Kind }> => removal.kind === kind);
  const layers = Map.groupBy(ofKind('layer'), ({ id }) => id);
  return {
    providers: new Map(sorted(Map.groupBy(grounds, ({ id }) => id)).map(([id, all]) => [id, all.map(({ ground }) => ground)])),
    countries: new Set(ofKind('country').map(({ country }) => country).sort(byCodePoint)),
    systems: new Set(ofKind('system').map(({ id }) => id).sort(byCodePoint)),
    layers: new Map(sorted(layers).map(([id, all]) => [id, new Set(all.map(({ layer }) => layer).sort((a, b) => a - b))])),
  };
};

const sorted = <T>(entries: ReadonlyMap<Id, T>): readonly (readonly [Id, T])[] => [...entries].sort(([a], [b]) => byCodePoint(a, b));

type Gone = { readonly id: Id; readonly ground: RemovalGround };

const providersGone = (setting: Setting, removal: Removal): readonly Gone[] => {
  switch (removal.kind) {
    case 'provider': return [{ id: removal.id, ground: { kind: 'provider' } }];
    case 'group': return groupGone(setting, removal.id);
    case 'country': return countryGone(setting, removal.country);
    case 'system':
    case 'layer': return [];
  }
};

const groupGone = ({ ownership }: Setting, of: Id): readonly Gone[] =>
  groupOf(ownership, of).map((id) => ({ id, ground: { kind: 'group', of, chain: controlChain(ownership, of, id) ?? [] } }));

const countryGone = ({ reaches }: Setting, country: CountryCode): readonly Gone[] =>
  [...reaches].flatMap(([id, all]) =>
    all.filter((reach) => reach.country === country)
      .map(({ why, through }) => ({ id, ground: { kind: 'country' as const, country, why, through } })));
