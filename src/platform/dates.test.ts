import { expect, it } from 'vitest';
import { showDay, showMoment } from './dates.ts';

it('writes a day the European way, whatever the time zone', () => {
  expect(showDay('2027-12-31', 'nl')).toBe('31 december 2027');
  expect(showDay('2027-12-31', 'en')).toBe('31 December 2027');
  expect(showDay('2027-01-01', 'en')).toBe('1 January 2027');
});

it('writes a moment as a clock on the wall of the server shows it', () => {
  expect(showMoment(new Date(2026, 10, 23, 16, 5), 'nl')).toBe('23 november 2026 om 16:05');
  expect(showMoment(new Date(2026, 10, 23, 16, 5), 'en')).toBe('23 November 2026 at 16:05');
});
