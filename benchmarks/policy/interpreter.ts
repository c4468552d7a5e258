/**
 * The peer to beat by hand: the table read row by row over bit masks. Worst rows first, so the first row that
 * matches gives the answer; within a row the condition that fails most often first, and the first that fails
 * ends the row. Everything in typed arrays.
 */
import { rowsOf, type Row } from '../../src/core/policy/rows.ts';
import type { CompiledPolicy } from '../../src/core/policy/compile.ts';

export type Interpreter = {
  /** Per row: where its conditions end. */
  readonly ends: Int32Array;
  readonly facts: Int32Array;
  readonly masks: Int32Array;
  readonly ranks: Int32Array;
  readonly noRow: number;
};

type Check = { readonly fact: number; readonly mask: number; readonly share: number };

const checksOf = ({ box }: Row): readonly Check[] =>
  box
    .flatMap((values, fact) => {
      if (!values) return [];
      const mask = values.reduce((bits, accepts, value) => bits | (accepts << value), 0);
      return [{ fact, mask, share: values.reduce((sum, accepts) => sum + accepts, 0) / values.length }];
    })
    .sort((a, b) => a.share - b.share);

export const interpreter = ({ policy, facts }: CompiledPolicy): Interpreter => {
  const rows = rowsOf(policy, facts).toSorted((a, b) => a.rank - b.rank);
  const checks = rows.map(checksOf);
  let end = 0;
  return {
    ends: Int32Array.from(checks, (list) => (end += list.length)),
    facts: Int32Array.from(checks.flat(), ({ fact }) => fact),
    masks: Int32Array.from(checks.flat(), ({ mask }) => mask),
    ranks: Int32Array.from(rows, ({ rank }) => rank),
    noRow: policy.outcomes.length,
  };
};

/** The same from value indices, which a shift makes bits of. */
export const interpretValues = ({ ends, facts, masks, ranks, noRow }: Interpreter, values: Uint8Array, offset: number): number => {
  let check = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row]!;
    while (check < end && (masks[check]! & (1 << values[offset + facts[check]!]!)) !== 0) check++;
    if (check === end) return ranks[row]!;
    check = end;
  }
  return noRow;
};

/** `bits` holds one bit per fact: 1 << value index. */
export const interpret = ({ ends, facts, masks, ranks, noRow }: Interpreter, bits: Uint8Array, offset: number): number => {
  let check = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row]!;
    while (check < end && (masks[check]! & bits[offset + facts[check]!]!) !== 0) check++;
    if (check === end) return ranks[row]!;
    check = end;
  }
  return noRow;
};
