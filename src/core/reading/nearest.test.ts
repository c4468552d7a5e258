import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, nearestAmong } from './nearest.ts';

/** The definition, without limit or cleverness. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const options = [plainDistance(a.slice(1), b) + 1, plainDistance(a, b.slice(1)) + 1, plainDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) options.push(plainDistance(a.slice(2), b.slice(2)) + 1);
  return Math.min(...options);
}

describe('the edit distance', () => {
  it('is that of the definition, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(fc.property(word, word, fc.nat(5), (a, b, limit) => void expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1))), { numRuns: 500 });
  });
});

describe('the nearest word', () => {
  it.each([
    ['mial', 'mail'],
    ['NL', 'nl'],
    ['unrelated', ''],
    ['mailt', 'mail'],
  ])('%s: %s', (word, expected) => expect(nearest(word, ['mail', 'portal', 'nl'])).toBe(expected));

  it('is the first in order of those equally near', () => expect(nearest('bat', ['rat', 'cat'])).toBe('cat'));

  it('is not looked for beyond the budget', () => {
    const near = nearestAmong(['mail', 'post'], 3);
    expect([near('mial'), near('mial')]).toEqual(['mail', '']);
  });
});
