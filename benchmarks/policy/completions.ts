/** The peer of the exact evaluation: every completion in turn, each one walk over the same diagram. */
import { evaluateEncoded } from '../../src/core/policy/evaluate.ts';
import type { JoinedDiagram } from '../../src/core/policy/joined.ts';

/** Per fact: the digit it belongs to and its stride there. */
export type Places = { readonly step: Int32Array; readonly stride: Int32Array };

export const placesOf = ({ facts, strides, ends }: JoinedDiagram): Places => {
  const places = { step: new Int32Array(facts.length), stride: new Int32Array(facts.length) };
  facts.forEach((fact, at) => {
    places.step[fact] = ends.findIndex((end) => at < end);
    places.stride[fact] = strides[at]!;
  });
  return places;
};

/**
 * The outcomes (bit mask over ranks) over all values of the unknown facts. Counts up like an odometer, so that
 * a completion costs one changed digit and one walk. `digits` holds the case with every unknown fact at value 0.
 */
export const enumerate = (joined: JoinedDiagram, places: Places, sizes: readonly number[], unknown: readonly number[], digits: Uint8Array, from = 0): number => {
  if (from === unknown.length) return 1 << evaluateEncoded(joined, digits, 0);
  const fact = unknown[from]!;
  const step = places.step[fact]!;
  const stride = places.stride[fact]!;
  const start = digits[step]!;
  let found = 0;
  for (let value = 0; value < sizes[fact]!; value++) {
    found |= enumerate(joined, places, sizes, unknown, digits, from + 1);
    digits[step] = digits[step]! + stride;
  }
  digits[step] = start;
  return found;
};
