/**
 * A policy in sentences: what a row asks, a gap leaves open or a clash meets, in the words of the library.
 * "If the data is critical and another country can demand readable data, it is not allowed."
 */
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import type { Count } from '../../core/policy/count.ts';
import type { PolicyFact } from '../../core/policy/domains.ts';
import type { Row } from '../../core/policy/rows.ts';
import type { Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';
import { entriesOf, entryOf as entryIn, nameOf, wordOf } from '../library/public.ts';
import { factAnswer, factName } from '../sovereignty/public.ts';
import { words } from './words.ts';

export type Speaker = { readonly knowledge: Knowledge; readonly locale: Locale };

/** Fact by fact the values it may have; a fact that is not named may have any. */
export type Given = Readonly<Record<string, readonly string[]>>;

const clausePrefix = 'clause.';
const entryOf = (fact: string): string => (fact.startsWith(clausePrefix) ? 'clause.*' : fact);

const phrase = ({ knowledge, locale }: Speaker, fact: string, kind: 'short' | 'if' | 'not', value: string): string | undefined =>
  wordOf(knowledge, locale, 'facts', entryOf(fact), `phrases.${kind}.${value}`)?.replace('{clause}', nameOf(knowledge, locale, 'clauses', fact.slice(clausePrefix.length)));

export const figure = (locale: Locale, count: Count): string => BigInt(count).toLocaleString(locale);

export const listed = (locale: Locale, texts: readonly string[], type: 'conjunction' | 'disjunction'): string => new Intl.ListFormat(locale, { type }).format(texts);

/** `[0,4)` and `[4,24)` are one interval. INVARIANT: `values` are in the order of the domain. */
export function joinedIntervals(values: readonly string[]): readonly string[] {
  return values.reduce<readonly string[]>((joined, next) => {
    const last = joined.at(-1);
    if (last === undefined || !follows(last, next)) return [...joined, next];
    return [...joined.slice(0, -1), `${last.slice(0, last.indexOf(','))}${next.slice(next.indexOf(','))}`];
  }, []);
}

/** The one ends where the other begins, and exactly one of them holds that point. */
const follows = (before: string, after: string): boolean => {
  const [end, start] = [before.slice(before.indexOf(',') + 1), after.slice(0, after.indexOf(','))];
  return end.slice(0, -1) === start.slice(1) && (end.at(-1) === ']') !== (start[0] === '[');
};

const rangesText = (speaker: Speaker, fact: string, kind: 'short' | 'if', values: readonly string[]): string => {
  const range = listed(speaker.locale, joinedIntervals(values).map((value) => factAnswer(speaker.knowledge, speaker.locale, fact, value)), 'disjunction');
  return phrase(speaker, fact, kind, 'range')?.replace('{range}', range) ?? range;
};

/** What stands in a cell of the table: "sensitive or critical", "all but public cloud". */
export function cellText(speaker: Speaker, { id, cuts, values: domain }: PolicyFact, values: readonly string[]): string {
  if (cuts) return rangesText(speaker, id, 'short', values);
  const short = (value: string): string => phrase(speaker, id, 'short', value) ?? factAnswer(speaker.knowledge, speaker.locale, id, value);
  const [only, ...more] = domain.filter((value) => !values.includes(value));
  if (only !== undefined && more.length === 0 && values.length > 2) return words(speaker.locale).allBut(short(only));
  return listed(speaker.locale, values.map(short), 'disjunction');
}

/** "the data is sensitive or critical": words that all alternatives begin and end with are said once. */
export function eitherOf(locale: Locale, clauses: readonly string[]): string {
  const split = clauses.map((clause) => clause.split(' '));
  const shortest = Math.min(...split.map(({ length }) => length));
  const same = (at: number, fromEnd: boolean): boolean => split.every((one) => one.at(fromEnd ? -1 - at : at) === split[0]?.at(fromEnd ? -1 - at : at));
  let [start, end] = [0, 0];
  while (start < shortest - 1 && same(start, false)) start += 1;
  while (end < shortest - start - 1 && same(end, true)) end += 1;
  if (clauses.length < 2 || start < 2) return listed(locale, clauses, 'disjunction');
  const first = split[0] ?? [];
  const middles = split.map((one) => one.slice(start, one.length - end).join(' '));
  return [...first.slice(0, start), listed(locale, middles, 'disjunction'), ...first.slice(first.length - end)].join(' ');
}

/** What holds when the fact has one of these values. Few values are named; of many, what it is not. */
export function clauseText(speaker: Speaker, { id, values: domain, cuts }: PolicyFact, values: readonly string[]): string {
  if (cuts) return rangesText(speaker, id, 'if', values);
  const others = domain.filter((value) => !values.includes(value));
  const [only] = others;
  const negated = only !== undefined && others.length === 1 && values.length > 1 ? phrase(speaker, id, 'not', only) : undefined;
  if (negated !== undefined) return negated;
  const said = values.map((value) => phrase(speaker, id, 'if', value));
  if (said.every((clause) => clause !== undefined)) return eitherOf(speaker.locale, said);
  return `${factName(speaker.knowledge, speaker.locale, id)}: ${cellText(speaker, { id, values: domain }, values)}`;
}

/** The facts a table reads, in the order in which the library speaks of them: the data first, the contract last. */
export function factsInOrder({ knowledge }: Speaker, { facts }: CompiledPolicy): readonly PolicyFact[] {
  const places = new Map(entriesOf(knowledge, 'facts').map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: PolicyFact): number => places.get(entryOf(id)) ?? places.size;
  return facts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The clauses of a sentence, one for each fact that is named. */
export const clausesOf = (speaker: Speaker, compiled: CompiledPolicy, given: Given): readonly string[] =>
  factsInOrder(speaker, compiled).flatMap((fact) => (given[fact.id] === undefined ? [] : [clauseText(speaker, fact, given[fact.id]!)]));

/** What a row asks, fact by fact. */
export const givenBy = ({ facts }: CompiledPolicy, row: Row): Given =>
  Object.fromEntries(row.tests.map(({ fact, values }) => [facts[fact]!.id, facts[fact]!.values.filter((_, at) => values[at])]));

/** "it is not allowed" */
export const consequence = (locale: Locale, outcome: string): string => {
  const known: Readonly<Record<string, string>> = words(locale).consequence;
  return known[outcome] ?? words(locale).otherOutcome(outcome);
};

/** The whole as one sentence. */
export function sentenceOf(speaker: Speaker, compiled: CompiledPolicy, given: Given, outcome: string): string {
  const clauses = clausesOf(speaker, compiled, given);
  const then = consequence(speaker.locale, outcome);
  return clauses.length === 0 ? words(speaker.locale).always(then) : words(speaker.locale).ifThen(listed(speaker.locale, clauses, 'conjunction'), then);
}

/** A measure or a clause that a condition names. */
export function conditionName({ knowledge, locale }: Speaker, id: string): string {
  return wordOf(knowledge, locale, 'measures', id, 'name') ?? nameOf(knowledge, locale, 'clauses', id);
}
export const conditionHref = ({ knowledge }: Pick<Speaker, 'knowledge'>, id: string): string => `/library/${entryIn(knowledge, 'measures', id) === undefined ? 'clauses' : 'measures'}/${id}`;
