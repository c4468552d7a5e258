/** The facts a policy reads, each with its finite ordered domain (engine.md §5). */
import type { Id } from '../landscape/document.ts';
import type { FactDefinition } from '../library/library.ts';
import { byCodePoint } from '../order.ts';
import type { Condition, Policy } from './policy.ts';

/** A place where a range ends: at `at` itself, or (`after`) just beyond it. */
export type Cut = { readonly at: number; readonly after: boolean };

export type PolicyFact = {
  readonly id: Id;
  /** In domain order. Of a threshold fact: its intervals as text, ascending. */
  readonly values: readonly string[];
  /** Threshold facts only: the cuts between the intervals, ascending; one fewer than `values`. */
  readonly cuts?: readonly Cut[];
};

/** The facts named in some row's `when`, by id. INVARIANT: the policy was read, so every fact is defined. */
export const factsRead = (policy: Policy, definitions: readonly FactDefinition[]): readonly PolicyFact[] => {
  const ids = [...new Set(policy.rules.flatMap((rule) => Object.keys(rule.when)))].sort(byCodePoint);
  return ids.map((id) => policyFact(policy, definitionOf(id, definitions), id));
};

/** `clause.<id>` facts follow the definition with id `clause.*`. */
export const definitionOf = (id: Id, definitions: readonly FactDefinition[]): FactDefinition => {
  const wanted = id.startsWith('clause.') ? 'clause.*' : id;
  const found = definitions.find((definition) => definition.id === id) ?? definitions.find((definition) => definition.id === wanted);
  if (!found) throw new Error(`The policy reads the fact ${id}, which the library does not define.`);
  return found;
};

const policyFact = (policy: Policy, { domain }: FactDefinition, id: Id): PolicyFact => {
  if (domain.kind === 'values') return { id, values: domain.values };
  const cuts = cutsOf(policy.rules.flatMap((rule) => rule.when[id] ?? []));
  return { id, cuts, values: intervals(cuts) };
};

/** `lt` and `gte` cut at the number, `lte` and `gt` just beyond it, so that every interval is wholly in or out. */
const cutsOf = (conditions: readonly Condition[]): readonly Cut[] => {
  const cuts = conditions.flatMap(cutsOfCondition).filter((cut) => compareCuts(cut, lowest) > 0);
  return cuts.sort(compareCuts).filter((cut, at) => at === 0 || compareCuts(cuts[at - 1]!, cut) !== 0);
};

const cutsOfCondition = (condition: Condition): readonly Cut[] => {
  const { lt, gte, lte, gt } = rangeOf(condition);
  const at = [lt, gte].filter((bound) => bound !== undefined).map((bound) => ({ at: bound, after: false }));
  const beyond = [lte, gt].filter((bound) => bound !== undefined).map((bound) => ({ at: bound, after: true }));
  return [...at, ...beyond];
};

type Range = { readonly lt?: number; readonly lte?: number; readonly gt?: number; readonly gte?: number };
const rangeOf = (condition: Condition): Range =>
  typeof condition === 'string' || Array.isArray(condition) || 'not' in condition ? {} : (condition as Range);

const lowest: Cut = { at: 0, after: false };
const highest: Cut = { at: Infinity, after: true };
const compareCuts = (a: Cut, b: Cut): number => (a.at === b.at ? Number(a.after) - Number(b.after) : a.at < b.at ? -1 : 1);

const intervals = (cuts: readonly Cut[]): readonly string[] =>
  [lowest, ...cuts].map((from, at) => intervalText(from, cuts[at] ?? highest));

/** `[a,b)`; a bracket turns only where `lte` or `gt` ask for it. The last, `[a,+∞)`, holds +∞ itself as well. */
const intervalText = (from: Cut, to: Cut): string => {
  if (to === highest) return `${from.after ? '(' : '['}${from.at},+∞)`;
  return `${from.after ? '(' : '['}${from.at},${to.at}${to.after ? ']' : ')'}`;
};

/** The interval in which a number of hours or days (possibly +∞) lies. */
export const intervalHolding = (fact: PolicyFact, amount: number): string => {
  const passed = (fact.cuts ?? []).filter((cut) => (cut.after ? amount > cut.at : amount >= cut.at)).length;
  return fact.values[passed]!;
};

/** Which values a condition accepts: 1 or 0 for each, in domain order. */
export const accepted = (fact: PolicyFact, condition: Condition): Uint8Array => {
  const accepts = fact.cuts ? intervalTest(fact.cuts, rangeOf(condition)) : valueTest(condition);
  return Uint8Array.from(fact.values, (value, at) => Number(accepts(value, at)));
};

const valueTest = (condition: Condition): ((value: string) => boolean) => {
  if (typeof condition === 'string') return (value) => value === condition;
  if (isList(condition)) return (value) => condition.includes(value);
  const inner = 'not' in condition ? valueTest(condition.not) : () => false;
  return (value) => !inner(value);
};

const isList = (condition: Condition): condition is readonly string[] => Array.isArray(condition);

const intervalTest = (cuts: readonly Cut[], { lt, lte, gt, gte }: Range) => (_: string, at: number): boolean => {
  const from = cuts[at - 1] ?? lowest;
  const to = cuts[at] ?? highest;
  return (
    (lt === undefined || compareCuts(to, { at: lt, after: false }) <= 0) &&
    (lte === undefined || compareCuts(to, { at: lte, after: true }) <= 0) &&
    (gte === undefined || compareCuts(from, { at: gte, after: false }) >= 0) &&
    (gt === undefined || compareCuts(from, { at: gt, after: true }) >= 0)
  );
};
