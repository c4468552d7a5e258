import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { date } from './date.ts';
import { startReading } from './spot.ts';

const exists = (text: string): boolean => date(text, startReading().root) === text;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

it('knows every day that the calendar of JavaScript knows, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
      const moment = new Date(`${text}T00:00:00Z`);
      expect(exists(text)).toBe(!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text));
    }),
    { numRuns: 2000 },
  );
});

it.each(['2000-02-29', '2024-02-29'])('%s exists', (text) => expect(exists(text)).toBe(true));
it.each(['1900-02-29', '2026-02-30', '2026-2-3', '2026-02-03T00:00', ' 2026-02-03', '٢٠٢٦-٠٢-٠٣', ''])('%j does not', (text) => expect(exists(text)).toBe(false));
