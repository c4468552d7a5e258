/** The layer plate: claims per layer, operators and countries of layers 1–7, and the ambition. */
import { kindOf, line, prose, short } from '../reading/characters.ts';
import type { KnownIds } from '../reading/ids.ts';
import { fields, object, optional, required } from '../reading/members.ts';
import { inside, report } from '../reading/spot.ts';
import { distinct, number, oneOf, unlessEmpty } from '../reading/values.ts';
import { type Ambition, type Claim, type Claims, dimensions, type LayerEntries, type LayerEntry, layers, type MeasuresByLayer, type State, technicalLayers } from './document.ts';
import type { LandscapeFaultCode, LandscapeOnlyFaultCode } from './fault-codes.ts';
import { type Context, country, type LandscapeReader, reference } from './read-context.ts';

const states = ['yes', 'no', 'not-applicable', 'unknown'] as const;
const stateWord = oneOf(states);

/** `true` and `false` are read as yes and no (engine.md §2). */
export const state: LandscapeReader<State> = (value, spot) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : stateWord(value, spot));

type FullClaim = Exclude<Claim, State>;

/** A state alone stays a bare word; `not-applicable` must say why. */
function claim(context: Context): LandscapeReader<Claim> {
  const evidence = unlessEmpty(distinct(reference(context.known.evidence, 'unknown-evidence')));
  const full = object<FullClaim, LandscapeFaultCode>({ state: required(state), reason: optional(prose), evidence: optional(evidence) }, (read, spot, given) => {
    if (read.state === 'not-applicable' && !Object.hasOwn(given, 'reason')) report(spot, 'reason-missing');
  });
  return (value, spot) => {
    if (kindOf(value) === 'object') {
      const read = full(value, spot);
      return read && read.reason === undefined && read.evidence === undefined ? read.state : read;
    }
    const bare = state(value, spot);
    return bare === 'not-applicable' ? report(spot, 'reason-missing') : bare;
  };
}

function claims(context: Context, known: KnownIds, code: LandscapeOnlyFaultCode): LandscapeReader<Claims> {
  const one = claim(context);
  return (value, spot) => {
    const read: Record<string, Claim> = {};
    for (const [id, said] of Object.entries(fields(value, spot) ?? {})) {
      const at = inside(spot, id);
      if (!known.has(id)) report(at, code, known.details(id));
      const state = one(said, at);
      if (state !== undefined) read[id] = state;
    }
    return read;
  };
}

export const clauseClaims = (context: Context): LandscapeReader<Claims> => unlessEmpty(claims(context, context.known.clauses, 'unknown-clause'));
const measureClaims = (context: Context): LandscapeReader<Claims> => unlessEmpty(claims(context, context.known.measures, 'unknown-measure'));

/** Keys 1…7 or 1…8; what says nothing is left out. */
function byLayer<T extends object>(allowed: readonly number[], readerOf: (layer: number) => LandscapeReader<T>): LandscapeReader<Readonly<Record<string, T>>> {
  const readers = new Map(allowed.map((layer) => [String(layer), unlessEmpty(readerOf(layer))]));
  const known = `1–${allowed.length}`;
  return unlessEmpty((value, spot) => {
    const read: Record<string, T> = {};
    for (const [key, entry] of Object.entries(fields(value, spot) ?? {})) {
      const reader = readers.get(key);
      const one = reader ? reader(entry, inside(spot, key)) : report(inside(spot, key), 'not-a-layer', { key: short(key), allowed: known });
      if (one !== undefined) read[key] = one;
    }
    return read;
  });
}

const noOperatorHere: LandscapeReader<string> = (_, spot) => report(spot, 'layer-8-has-no-operator');

export function layerEntries(context: Context): LandscapeReader<LayerEntries> {
  const provider = reference(context.known.providers, 'unknown-provider');
  const operator: LandscapeReader<string> = (value, spot) => (value === 'self' ? value : provider(value, spot));
  const measures = optional(measureClaims(context));
  const responsible = optional(line);
  const technical = object<LayerEntry, LandscapeFaultCode>({ operator: optional(operator), country: optional(country(context)), responsible, measures });
  const human = object<LayerEntry, LandscapeFaultCode>({ operator: optional(noOperatorHere), country: optional(noOperatorHere), responsible, measures });
  return byLayer(layers, (layer) => (layer === 8 ? human : technical));
}

export function measuresByLayer(context: Context): LandscapeReader<MeasuresByLayer> {
  const entry = object<{ readonly measures?: Claims }, LandscapeFaultCode>({ measures: optional(measureClaims(context)) });
  return byLayer(layers, () => entry);
}

const level = optional(number({ least: 0, most: 1 }));
type Levels = NonNullable<Ambition[1]>;
export const ambition: LandscapeReader<Ambition> = byLayer(technicalLayers, () =>
  object<Levels, LandscapeFaultCode>(Object.fromEntries(dimensions.map((dimension) => [dimension, level])) as Record<keyof Levels, typeof level>),
);
