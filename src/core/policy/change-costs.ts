/** What it costs to bring a fact to a value: by the library's cheapest measure or clause that achieves it (engine.md §5). */
import type { Id } from '../landscape/document.ts';
import type { Library } from '../library/library.ts';
import { byCodePoint } from '../order.ts';
import { definitionOf } from './domains.ts';

export type Means = { readonly kind: 'measure' | 'clause'; readonly id: Id } | { readonly kind: 'work' };
/** Person-days. `work`: no measure or clause achieves the value; the fact's own record says what moving it takes. */
export type ChangeCost = { readonly days: number; readonly by: Means };
/** `undefined` = nothing can bring the fact to that value. */
export type ChangeCosts = (fact: Id, value: string) => ChangeCost | undefined;

type Offer = { readonly fact: Id; readonly value: string; readonly days: number; readonly by: Means & { readonly id: Id } };

export const changeCosts = (library: Pick<Library, 'measures' | 'clauses' | 'facts'>): ChangeCosts => {
  const cheapest = new Map<string, Offer>();
  for (const offer of offersOf(library)) {
    const key = keyOf(offer.fact, offer.value);
    const known = cheapest.get(key);
    if (!known || compareOffers(offer, known) < 0) cheapest.set(key, offer);
  }
  return (fact, value) => {
    const definition = definitionOf(fact, library.facts);
    if (!definition.changeable) return undefined;
    const offer = cheapest.get(keyOf(fact, value));
    if (offer) return { days: offer.days, by: offer.by };
    return definition.costDays === undefined ? undefined : { days: definition.costDays, by: { kind: 'work' } };
  };
};

/** A clause agreed in the contract gives its own `clause.<id>` fact, whether or not its record says so. */
const offersOf = ({ measures, clauses }: Pick<Library, 'measures' | 'clauses'>): readonly Offer[] => [
  ...[...measures.values()].flatMap(({ id, costDays, achieves }) => achieves.map((one) => ({ ...one, days: costDays, by: { kind: 'measure' as const, id } }))),
  ...[...clauses.values()].flatMap(({ id, costDays, achieves }) =>
    [...achieves, { fact: `clause.${id}`, value: 'yes' }].map((one) => ({ ...one, days: costDays, by: { kind: 'clause' as const, id } })),
  ),
];

const keyOf = (fact: Id, value: string): string => `${fact}\n${value}`;

/** Cheapest first; on a tie a measure before a clause, then by id: deterministic whatever the order of the library. */
const compareOffers = (a: Offer, b: Offer): number => a.days - b.days || byCodePoint(b.by.kind, a.by.kind) || byCodePoint(a.by.id, b.by.id);
