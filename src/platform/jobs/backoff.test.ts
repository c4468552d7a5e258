import { expect, it } from 'vitest';
import { attemptsAtMost, waitSeconds } from './backoff.ts';

it('waits twice as long each time, up to six hours, and never less than half of it', () => {
  expect([1, 2, 3].map((attempts) => waitSeconds(attempts, 1))).toEqual([15, 30, 60]);
  expect(waitSeconds(40, 1)).toBe(6 * 3600);
  expect(waitSeconds(3, 0)).toBe(30);
});

it('tries for more than a day', () => {
  const least = Array.from({ length: attemptsAtMost - 1 }, (_, at) => waitSeconds(at + 1, 0)).reduce((all, one) => all + one, 0);
  expect(least / 3600).toBeGreaterThan(10);
  expect(Array.from({ length: attemptsAtMost - 1 }, (_, at) => waitSeconds(at + 1, 1)).reduce((all, one) => all + one, 0) / 3600).toBeGreaterThan(24);
});
