import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { hatch } from './hatch.ts';

const size = integer({ min: 1, max: 300 });

it('never draws outside its rectangle', () => {
  assert(
    property(size, size, size, size, (x, y, width, height) => {
      for (const [, px, py] of hatch(x, y, width, height).matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
        expect(Number(px)).toBeGreaterThanOrEqual(x);
        expect(Number(px)).toBeLessThanOrEqual(x + width);
        expect(Number(py)).toBeGreaterThanOrEqual(y);
        expect(Number(py)).toBeLessThanOrEqual(y + height);
      }
    }),
    { numRuns: 100 },
  );
});
