import { expect, test } from 'vitest';
import { byCodePoint } from './order.ts';

test('code points, not UTF-16 units', () => {
  const sorted = ['', 'A', 'Z', 'a', 'aa', 'é', '\u{ff5e}', '\u{1f600}', '\u{1f600}a', '\u{1f601}'];
  expect(sorted.toReversed().sort(byCodePoint)).toEqual(sorted);
});
