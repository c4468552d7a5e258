/** The table's rows as boxes: per fact the values a row accepts. */
import type { Id } from '../landscape/document.ts';
import { accepted, type PolicyFact } from './domains.ts';
import type { Policy, Rule } from './policy.ts';

/** Per fact (index in `facts`) 1 or 0 for each value; `undefined` = any value. */
export type Box = readonly (Uint8Array | undefined)[];

export type Row = {
  readonly id: Id;
  /** Index in the policy's outcomes: 0 is the worst. */
  readonly rank: number;
  readonly box: Box;
  /** The box again, without the facts that may have any value. */
  readonly tests: readonly { readonly fact: number; readonly values: Uint8Array }[];
  readonly rule: Rule;
};

export const rowsOf = (policy: Policy, facts: readonly PolicyFact[]): readonly Row[] =>
  policy.rules.map((rule) => {
    const box = boxOf(rule, facts);
    const tests = box.flatMap((values, fact) => (values ? [{ fact, values }] : []));
    return { id: rule.id, rank: policy.outcomes.indexOf(rule.then), box, tests, rule };
  });

const boxOf = (rule: Rule, facts: readonly PolicyFact[]): Box =>
  facts.map((fact) => {
    const condition = rule.when[fact.id];
    const values = condition === undefined ? undefined : accepted(fact, condition);
    return values?.includes(0) ? values : undefined;
  });

/** The cases that lie in both boxes. May be empty: see `isEmpty`. */
export const meet = (a: Box, b: Box): Box => a.map((values, fact) => both(values, b[fact]));

const both = (a: Uint8Array | undefined, b: Uint8Array | undefined): Uint8Array | undefined =>
  a && b ? a.map((accepts, value) => accepts & b[value]!) : (a ?? b);

export const isEmpty = (box: Box): boolean => box.some((values) => values !== undefined && !values.includes(1));
