/** A complete case: one walk from the root. The hot path. */
import type { CompiledPolicy } from './compile.ts';
import type { JoinedDiagram } from './joined.ts';
import type { Outcome } from './policy.ts';

/** The outcome (or `gap`) of a complete case, given one value index per fact. */
export const evaluate = ({ joined, outcomes }: CompiledPolicy, values: ArrayLike<number>): Outcome => outcomes[rankOf(joined, values)]!;

/** The rank of the outcome of the case whose value indices start at `offset`. */
export const rankOf = ({ facts, strides, ends, next, root }: JoinedDiagram, values: ArrayLike<number>, offset = 0): number => {
  let at = root;
  for (let step = 0, fact = 0; step < ends.length; step++) {
    let digit = 0;
    for (const end = ends[step]!; fact < end; fact++) digit += values[offset + facts[fact]!]! * strides[fact]!;
    at = next[at + digit]!;
  }
  return at;
};

/**
 * Complete cases as one digit per step of the joined diagram, one case after the other: encoded once, judged often.
 * Bytes do for every table but one that cuts a single fact into more than 256 values.
 */
export type EncodedCases = Uint8Array | Uint16Array | Int32Array;

/** Writes the digits of a case at `offset`; a case takes `ends.length` of them. */
export const encodeCase = ({ facts, strides, ends }: JoinedDiagram, values: ArrayLike<number>, digits: EncodedCases, offset = 0): void => {
  for (let step = 0, fact = 0; step < ends.length; step++) {
    let digit = 0;
    for (const end = ends[step]!; fact < end; fact++) digit += values[facts[fact]!]! * strides[fact]!;
    digits[offset + step] = digit;
  }
};

/** The rank of the outcome of the case that starts at `offset`. */
export const evaluateEncoded = ({ next, ends, root }: JoinedDiagram, digits: EncodedCases, offset: number): number => {
  let at = root;
  for (let end = offset + ends.length; offset < end; offset++) at = next[at + digits[offset]!]!;
  return at;
};

/** The ranks of `ranks.length` cases, each given as one value index per fact, one case after the other. */
export const evaluateValues = ({ facts, strides, ends, next, root }: JoinedDiagram, values: Uint8Array, ranks: Uint8Array): void => {
  for (let one = 0, offset = 0; one < ranks.length; one++, offset += facts.length) {
    let at = root;
    for (let step = 0, fact = 0; step < ends.length; step++) {
      for (const end = ends[step]!; fact < end; fact++) at += values[offset + facts[fact]!]! * strides[fact]!;
      at = next[at]!;
    }
    ranks[one] = at;
  }
};

/** The ranks of `ranks.length` cases. */
export const evaluateAll = (joined: JoinedDiagram, digits: EncodedCases, ranks: Uint8Array): void => {
  const width = joined.ends.length;
  for (let at = 0; at < ranks.length; at++) ranks[at] = evaluateEncoded(joined, digits, at * width);
};
