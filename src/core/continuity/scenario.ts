/** What falls away: any mix of providers, groups, countries, systems and single layers (engine.md §7). */
import type { Fault, Read } from '../fault.ts';
import { layers, type CountryCode, type Id, type Landscape, type Layer } from '../landscape/document.ts';
import { nearest } from '../reading/nearest.ts';

export type Removal =
  /** Exactly that entity. */
  | { readonly kind: 'provider'; readonly id: Id }
  /** It and all it controls. */
  | { readonly kind: 'group'; readonly id: Id }
  /** All providers it reaches under the chosen reading, instrument or not, and everything located in it. */
  | { readonly kind: 'country'; readonly country: CountryCode }
  | { readonly kind: 'system'; readonly id: Id }
  | { readonly kind: 'layer'; readonly id: Id; readonly layer: Layer };
export type Scenario = readonly Removal[];

export type ScenarioFault = 'scenario-kind-unknown' | 'scenario-id-unknown' | 'scenario-layer-unknown';

/** What a scenario can name. */
export type ScenarioNames = {
  readonly providers: readonly Id[];
  readonly systems: readonly Id[];
  readonly countries: Iterable<CountryCode>;
};

export const scenarioNames = (landscape: Landscape, countries: Iterable<CountryCode>): ScenarioNames => ({
  providers: landscape.providers.map(({ id }) => id),
  systems: landscape.systems.map(({ id }) => id),
  countries,
});

/**
 * Reads `provider:ID`, `group:ID`, `country:CC`, `system:ID` and `layer:ID/N`; all faults at once. A fault's
 * path is the position of the text in the list.
 */
export const readScenario = (texts: readonly string[], names: ScenarioNames): Read<Scenario, ScenarioFault> => {
  const read = texts.map((text, at) => readRemoval(text, at, names));
  const faults = read.flatMap((removal) => (removal.ok ? [] : removal.faults));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: read.flatMap((removal) => (removal.ok ? [removal.value] : [])) };
};

/** The text that `readScenario` reads back. */
export const removalText = (removal: Removal): string => {
  if (removal.kind === 'country') return `country:${removal.country}`;
  if (removal.kind === 'layer') return `layer:${removal.id}/${removal.layer}`;
  return `${removal.kind}:${removal.id}`;
};

type Reader = (id: string, text: string, at: number, names: ScenarioNames) => Read<Removal, ScenarioFault>;

const readers: Readonly<Record<Removal['kind'], Reader>> = {
  provider: (id, text, at, { providers }) => known({ kind: 'provider', id }, id, providers, text, at),
  group: (id, text, at, { providers }) => known({ kind: 'group', id }, id, providers, text, at),
  country: (country, text, at, { countries }) => known({ kind: 'country', country }, country, [...countries], text, at),
  system: (id, text, at, { systems }) => known({ kind: 'system', id }, id, systems, text, at),
  layer: (rest, text, at, { systems }) => {
    // The last slash: an id may hold one itself.
    const cut = rest.lastIndexOf('/');
    const layer = layers.find((number) => cut >= 0 && String(number) === rest.slice(cut + 1));
    if (layer === undefined) return failed('scenario-layer-unknown', at, { text });
    const id = rest.slice(0, cut);
    return known({ kind: 'layer', id, layer }, id, systems, text, at);
  },
};

const isKind = (word: string): word is Removal['kind'] => Object.hasOwn(readers, word);

const readRemoval = (text: string, at: number, names: ScenarioNames): Read<Removal, ScenarioFault> => {
  const cut = text.indexOf(':');
  const kind = cut < 0 ? text : text.slice(0, cut);
  if (!isKind(kind)) return failed('scenario-kind-unknown', at, { text, nearest: nearest(kind, Object.keys(readers)) });
  return readers[kind](text.slice(kind.length + 1), text, at, names);
};

const known = (removal: Removal, id: string, ids: readonly string[], text: string, at: number): Read<Removal, ScenarioFault> =>
  ids.includes(id) ? { ok: true, value: removal } : failed('scenario-id-unknown', at, { text, id, nearest: nearest(id, ids) });

const failed = (code: ScenarioFault, at: number, details: Fault['details']): Read<Removal, ScenarioFault> =>
  ({ ok: false, faults: [{ code, path: [at], details }] });
