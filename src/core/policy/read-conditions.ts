/** What a row of a policy asks of one fact: a value, some values, all but some, or a range (engine.md §5). */
import type { FactDefinition } from '../library/library.ts';
import type { PolicyVocabulary } from '../library/vocabulary.ts';
import { kindOf, short, wrongType } from '../reading/characters.ts';
import { type KnownIds, knownIds } from '../reading/ids.ts';
import { fields, type Members, object, optional, required } from '../reading/members.ts';
import { nearest } from '../reading/nearest.ts';
import { inside, type Reader, report } from '../reading/spot.ts';
import { distinct, number } from '../reading/values.ts';
import type { PolicyFaultCode } from './fault-codes.ts';
import type { Condition, Rule } from './policy.ts';

export type PolicyReader<T> = Reader<T, PolicyFaultCode>;

type Range = { readonly lt?: number; readonly lte?: number; readonly gt?: number; readonly gte?: number };
const bound = optional(number({ least: 0 }));
const bounds: Members<Range, PolicyFaultCode> = { lt: bound, lte: bound, gt: bound, gte: bound };

/** No number lies above the lower bound and below the upper one; [0, +∞] is dense, so `gt: 4, lt: 5` holds something. */
function holdsNothing({ lt, lte, gt, gte }: Range): boolean {
  const [lower, upper] = [gt ?? gte ?? 0, lt ?? lte ?? Number.POSITIVE_INFINITY];
  return lower > upper || (lower === upper && (gt !== undefined || lt !== undefined));
}

const range: PolicyReader<Range> = object<Range, PolicyFaultCode>(bounds, (read, spot, given) => {
  const said = (key: string): boolean => Object.hasOwn(given, key);
  if (!Object.keys(bounds).some(said)) report(spot, 'too-few-items', { least: 1 });
  else if (said('lt') && said('lte')) report(spot, 'range-with-lt-and-lte');
  else if (said('gt') && said('gte')) report(spot, 'range-with-gt-and-gte');
  else if (holdsNothing(read)) report(spot, 'range-holds-nothing');
});

const isRange = (value: unknown): boolean => kindOf(value) === 'object' && !Object.hasOwn(value as object, 'not');

function thresholdCondition(fact: string): PolicyReader<Condition> {
  return (value, spot) => (isRange(value) ? range(value, spot) : report(spot, 'value-on-thresholds', { fact }));
}

function valueCondition(fact: string, values: readonly string[]): PolicyReader<Condition> {
  const one: PolicyReader<string> = (value, spot) => {
    if (typeof value !== 'string') return wrongType(value, spot, 'text');
    if (values.includes(value)) return value;
    return report(spot, 'unknown-fact-value', { fact, value: short(value), nearest: nearest(value, values), allowed: values.join(', ') });
  };
  const some = distinct<string, PolicyFaultCode>(one, 1);
  const oneOrSome: PolicyReader<string | readonly string[]> = (value, spot) => (Array.isArray(value) ? some(value, spot) : one(value, spot));
  const except = object<{ readonly not: string | readonly string[] }, PolicyFaultCode>({ not: required(oneOrSome) });
  return (value, spot) => {
    if (kindOf(value) !== 'object') return oneOrSome(value, spot);
    const keys = Object.keys(value as object);
    return keys.length > 0 && keys.every((key) => Object.hasOwn(bounds, key)) ? report(spot, 'range-on-values', { fact }) : except(value, spot);
  };
}

const clausePrefix = 'clause.';

/** The facts that are named in full, and `clause.<id>` for every clause that is known. */
function factDefinition(id: string, vocabulary: PolicyVocabulary): FactDefinition | undefined {
  const named = vocabulary.facts.find((fact) => fact.id === id && !id.endsWith('.*'));
  if (named || !id.startsWith(clausePrefix)) return named;
  return vocabulary.clauses.has(id.slice(clausePrefix.length)) ? vocabulary.facts.find((fact) => fact.id === 'clause.*') : undefined;
}

const conditionOf = ({ domain }: FactDefinition, id: string): PolicyReader<Condition> =>
  domain.kind === 'values' ? valueCondition(id, domain.values) : thresholdCondition(id);

/** Facts by id; an unknown one is a fault that names the nearest, among the clauses when it speaks of one. */
export function conditions(vocabulary: PolicyVocabulary): PolicyReader<Rule['when']> {
  const clauses: KnownIds = knownIds([...vocabulary.clauses.keys()].map((id) => clausePrefix + id));
  const facts = knownIds(vocabulary.facts.map(({ id }) => id).filter((id) => !id.endsWith('.*')));
  return (value, spot) => {
    const read: Record<string, Condition> = {};
    for (const [id, said] of Object.entries(fields(value, spot) ?? {})) {
      const definition = factDefinition(id, vocabulary);
      const at = inside(spot, id);
      if (definition === undefined) {
        if (id.startsWith(clausePrefix)) report(at, 'unknown-fact-clause', clauses.details(id));
        else report(at, 'unknown-fact', facts.details(id));
        continue;
      }
      const condition = conditionOf(definition, id)(said, at);
      if (condition !== undefined) read[id] = condition;
    }
    return read;
  };
}
