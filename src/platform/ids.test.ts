import { expect, it } from 'vitest';
import { stoppedClock } from './clock.ts';
import { randomIds } from './ids.ts';

it('ids are uuids of version 7 that sort as they were made, also when the clock stands still or goes back', () => {
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const ids = randomIds(clock);
  const made = Array.from({ length: 5000 }, () => ids.next());
  clock.set('2026-11-23T09:00:00Z');
  made.push(ids.next());
  clock.set('2026-11-23T11:00:00Z');
  made.push(ids.next());
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(made.at(-1)?.slice(0, 13)).toBe(new Date('2026-11-23T11:00:00Z').getTime().toString(16).padStart(12, '0').replace(/^(.{8})/, '$1-'));
});
