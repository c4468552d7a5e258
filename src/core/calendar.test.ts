import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBefore, daysBetween, monthsBefore } from './calendar.ts';

const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('days between are those of the calendar of the platform', () => {
  fc.assert(fc.property(days, days, (a, b) => daysBetween(a, b) === (Date.parse(b) - Date.parse(a)) / 86_400_000));
});

test('days before are those of the calendar of the platform', () => {
  fc.assert(fc.property(days, fc.integer({ min: 0, max: 40_000 }), (day, count) => daysBefore(day, count) === new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10)));
});

test.each([
  ['2026-11-01', '2024-11-01'],
  ['2028-02-29', '2026-02-28'],
  ['2024-02-29', '2022-02-28'],
  ['2026-02-28', '2024-02-28'],
  ['2026-12-31', '2024-12-31'],
])('24 months before %s is %s', (day, before) => expect(monthsBefore(day, 24)).toBe(before));

test('a shorter month gives its last day', () => {
  expect(monthsBefore('2026-12-31', 1)).toBe('2026-11-30');
  expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29');
  expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15');
});
