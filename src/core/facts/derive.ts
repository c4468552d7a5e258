/** From what the engine found out to value sets, fact by fact (engine.md §5). */
import type { Id } from '../landscape/document.ts';
import type { Library } from '../library/library.ts';
import { byCodePoint } from '../order.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import { intervalHolding, type PolicyFact } from '../policy/domains.ts';
import { remember } from '../remember.ts';
import { factFunction, type FactFunction } from './fact-table.ts';
import type { Answer, Subject } from './subject.ts';

/** Per fact its possible values, in the order of the domain. Facts by code point; equal answers share one array. */
export type FactValues = Readonly<Record<Id, readonly string[]>>;

export type Derivation = { readonly facts: readonly Id[]; readonly derive: (subject: Subject) => FactValues };

/**
 * All facts of the library, with one for every clause; of hours and days only those that the policy reads,
 * since only a policy cuts them into intervals.
 */
export const derivationFor = (library: Library, compiled: CompiledPolicy): Derivation => {
  const facts = factsOf(library, compiled).map((fact) => ({ id: fact.id, find: factFunction(fact.id) ?? nothingKnown, valuesOf: valuesIn(fact) }));
  // A copy of a record that has its keys already stays small and quick, whatever their number.
  const blank: FactValues = JSON.parse(JSON.stringify(Object.fromEntries(facts.map(({ id }) => [id, []]))));
  return {
    facts: facts.map(({ id }) => id),
    derive: (subject) => {
      const values: Record<Id, readonly string[]> = { ...blank };
      for (const { id, find, valuesOf } of facts) values[id] = valuesOf(find(subject));
      return values;
    },
  };
};

const nothingKnown: FactFunction = () => undefined;

const factsOf = (library: Library, compiled: CompiledPolicy): readonly PolicyFact[] => {
  const fixed = library.facts.flatMap(({ id, domain }): readonly PolicyFact[] => {
    if (domain.kind === 'thresholds') return [];
    const ids = id === 'clause.*' ? [...library.clauses.keys()].map((clause) => `clause.${clause}`) : [id];
    return ids.map((each) => ({ id: each, values: domain.values }));
  });
  const byId = new Map([...fixed, ...compiled.facts].map((fact) => [fact.id, fact]));
  return [...byId.values()].sort((a, b) => byCodePoint(a.id, b.id));
};

/** Remembers what it made of an answer: most are one of a few constants. */
const valuesIn = (fact: PolicyFact): ((answer: Answer) => readonly string[]) => {
  const known = new Map<Answer, readonly string[]>([[undefined, fact.values]]);
  return (answer) => known.get(answer) ?? remember(known, answer, valuesAllowed(fact, answer));
};

const valuesAllowed = (fact: PolicyFact, answer: Answer): readonly string[] => fact.values.filter((value) => allows(fact, answer, value));

const allows = (fact: PolicyFact, answer: Answer, value: string): boolean => {
  if (typeof answer === 'number') return intervalHolding(fact, answer) === value;
  return typeof answer === 'string' ? answer === value : answer === undefined || answer.includes(value);
};
