/** Calendar dates as text. No clock and no time zone: a date is three numbers. */
import { type Reader, report } from './spot.ts';
import { short, wrongType } from './characters.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0));

/** ISO 8601 `YYYY-MM-DD`, in the Gregorian calendar. */
export const date: Reader<string> = (value, spot) => {
  if (typeof value !== 'string') return wrongType(value, spot, 'text');
  const [, year, month, day] = (pattern.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return report(spot, 'date-shape', { date: short(value) });
  return day >= 1 && day <= daysInMonth(year, month) ? value : report(spot, 'date-does-not-exist', { date: short(value) });
};
