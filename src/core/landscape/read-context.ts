/** What the readers of the parts share: the ids in the document, gathered beforehand, and the vocabulary. */
import type { Vocabulary } from '../library/vocabulary.ts';
import { newId, wrongType } from '../reading/characters.ts';
import { type GivenIds, givenIds, type KnownIds, knownIds } from '../reading/ids.ts';
import { type Reader, report } from '../reading/spot.ts';
import type { ItemKind } from './document.ts';
import type { LandscapeFaultCode, LandscapeOnlyFaultCode } from './fault-codes.ts';

export type LandscapeReader<T> = Reader<T, LandscapeFaultCode>;

export type Context = {
  readonly known: Readonly<Record<ItemKind | 'measures' | 'clauses' | 'countries', KnownIds>>;
  /** Systems and services share one name space (engine.md §2). */
  readonly given: Readonly<Record<ItemKind, GivenIds>>;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The items of a list that may be anything. */
export const rawItems = (document: unknown, kind: ItemKind): readonly Readonly<Record<string, unknown>>[] => {
  const items = isObject(document) ? document[kind] : undefined;
  return Array.isArray(items) ? items.filter(isObject) : [];
};

function idsIn(document: unknown, kind: ItemKind): KnownIds {
  return knownIds(rawItems(document, kind).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
}

export function contextOf(document: unknown, vocabulary: Vocabulary): Context {
  const needed = givenIds();
  return {
    known: {
      providers: idsIn(document, 'providers'),
      datasets: idsIn(document, 'datasets'),
      systems: idsIn(document, 'systems'),
      services: idsIn(document, 'services'),
      contracts: idsIn(document, 'contracts'),
      evidence: idsIn(document, 'evidence'),
      measures: knownIds(vocabulary.measures.keys()),
      clauses: knownIds(vocabulary.clauses.keys()),
      countries: knownIds(vocabulary.countries),
    },
    given: { providers: givenIds(), datasets: givenIds(), systems: needed, services: needed, contracts: givenIds(), evidence: givenIds() },
  };
}

export const itemId =
  (given: GivenIds): LandscapeReader<string> =>
  (value, spot) => {
    const id = newId(value, spot);
    if (id !== undefined) given.claim(id, spot);
    return id;
  };

export const reference =
  (known: KnownIds, code: LandscapeOnlyFaultCode): LandscapeReader<string> =>
  (value, spot) => {
    if (typeof value !== 'string') return wrongType(value, spot, 'text');
    return known.has(value) ? value : report(spot, code, known.details(value));
  };

/** A provider where the organisation itself would be a contradiction in terms. */
export const providerButNotSelf = (context: Context, code: 'self-as-owner' | 'self-as-sub-processor' | 'self-as-provider'): LandscapeReader<string> => {
  const provider = reference(context.known.providers, 'unknown-provider');
  return (value, spot) => (value === 'self' ? report(spot, code) : provider(value, spot));
};

export const country = (context: Context): LandscapeReader<string> => reference(context.known.countries, 'unknown-country');
