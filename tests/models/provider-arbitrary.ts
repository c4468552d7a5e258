/** Random providers with cycles of ownership and of sub-processors, dense enough for both to matter. */
import * as fc from 'fast-check';
import type { Owner, Provider, SubProcessor } from '../../src/core/landscape/document.ts';
import { technicalLayers } from '../../src/core/landscape/document.ts';

/** Fifths add up without a hair's breadth around one half, and often to exactly one. */
const parts = 5;
const countries = ['NL', 'DE', 'US', 'CN'];

export const providerId = (at: number): string => `p${at}`;

/** Itself included: shares that a company bought back. */
const ownersAmong = (count: number): fc.Arbitrary<Owner[]> => {
  const row = fc.record({ at: fc.nat({ max: count - 1 }), fifths: fc.integer({ min: 0, max: parts }), control: fc.integer({ min: 0, max: 9 }).map((n) => n === 0) });
  return fc.array(row, { maxLength: 4 }).map((rows) => withinOne(rows));
};

const withinOne = (rows: readonly { at: number; fifths: number; control: boolean }[]): Owner[] => {
  let left = parts;
  return rows.flatMap(({ at, fifths, control }) => {
    const share = Math.min(fifths, left) / parts;
    left -= Math.min(fifths, left);
    if (share === 0 && !control) return [];
    return [{ provider: providerId(at), ...(share > 0 && { share }), ...(control && { control }) }];
  });
};

const subProcessorsAmong = (count: number, self: number): fc.Arbitrary<SubProcessor[]> => {
  const others = Array.from({ length: count }, (_, at) => at).filter((at) => at !== self);
  if (others.length === 0) return fc.constant([]);
  const named = fc.subarray([...technicalLayers], { minLength: 1 });
  return fc.array(
    fc.tuple(fc.constantFrom(...others), fc.option(named, { nil: undefined }))
      .map(([at, layers]) => ({ provider: providerId(at), ...(layers && { layers }) })),
    { maxLength: 2 },
  );
};

const providerAmong = (count: number, self: number): fc.Arbitrary<Provider> =>
  fc.record({
    id: fc.constant(providerId(self)),
    name: fc.constant(`Provider ${self}`),
    country: fc.constantFrom(...countries),
    establishedIn: fc.subarray(countries, { maxLength: 2 }),
    owners: ownersAmong(count),
    subprocessors: subProcessorsAmong(count, self),
  });

export const providersArbitrary = (max = 6): fc.Arbitrary<Provider[]> =>
  fc.integer({ min: 1, max }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, self) => providerAmong(count, self))));
