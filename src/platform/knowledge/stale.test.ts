import { expect, it } from 'vitest';
import { staleEntries } from './stale.ts';

const at = (lastVerified: string, today: string): number =>
  staleEntries({ entries: { laws: [{ id: 'a', lastVerified }], cases: [{ id: 'b' }] }, words: { nl: {}, en: {} } }, today).length;

it.each([
  ['2025-11-27', '2026-11-27', 0],
  ['2025-11-26', '2026-11-27', 1],
  ['2027-02-28', '2028-02-29', 0],
  ['2027-02-27', '2028-02-29', 1],
])('what was looked at on %s is, on %s, stale: %d', (verified, today, count) => {
  expect(at(verified, today)).toBe(count);
});
