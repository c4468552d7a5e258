/** What is known of one (system, dataset), in the form the diagram reads. */
import type { Id } from '../landscape/document.ts';
import type { CompiledPolicy } from './compile.ts';
import type { PolicyFact } from './domains.ts';

/** Per fact (by fact index) 1 for each possible value, 0 for the others. INVARIANT: no fact without a value. */
export type FactSets = readonly Uint8Array[];

/** `valuesOf` gives a fact's possible values; `undefined` = nothing is known: all. */
export const factSets = (compiled: CompiledPolicy, valuesOf: (fact: Id) => readonly string[] | undefined): FactSets =>
  compiled.facts.map((fact) => setOf(fact, valuesOf(fact.id) ?? fact.values));

/** Of one fact. */
export const setOf = ({ id, values }: PolicyFact, possible: readonly string[]): Uint8Array => {
  const set = new Uint8Array(values.length);
  for (const value of possible) {
    const at = values.indexOf(value);
    if (at < 0) throw new Error(`The fact ${id} has no value ${value}.`);
    set[at] = 1;
  }
  if (possible.length === 0) throw new Error(`The fact ${id} has no possible value.`);
  return set;
};

/** The sets with one fact pinned to one value. */
export const withValue = (sets: FactSets, fact: number, value: number): FactSets => sets.with(fact, pinned(sets[fact]!.length, value));

/** Few and asked for often, so made once. INVARIANT: sets are never written to after they are made. */
const pins: Uint8Array[][] = [];
const pinned = (size: number, value: number): Uint8Array => {
  const ofSize = (pins[size] ??= Array.from({ length: size }, (_, at) => Uint8Array.from({ length: size }, (__, bit) => Number(bit === at))));
  return ofSize[value]!;
};

export const isKnown = (set: Uint8Array): boolean => {
  let possible = 0;
  for (let value = 0; value < set.length; value += 1) possible += set[value]!;
  return possible === 1;
};
