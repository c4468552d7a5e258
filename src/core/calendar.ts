/** Counting days without a clock, on the proleptic Gregorian calendar. */
import type { DateText } from './landscape/document.ts';

/** From the first day to the second; negative where that lies before it. */
export const daysBetween = (from: DateText, to: DateText): number => dayNumber(to) - dayNumber(from);

/** The day that lies so many days before. */
export const daysBefore = (day: DateText, days: number): DateText => dayAt(dayNumber(day) - days);

/** The same day so many months before; where that month is too short, its last day (29 Feb → 28 Feb). */
export const monthsBefore = (day: DateText, months: number): DateText => {
  const { year, month, date } = partsOf(day);
  const count = year * 12 + (month - 1) - months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return [pad(toYear, 4), pad(toMonth, 2), pad(Math.min(date, daysIn(toYear, toMonth)), 2)].join('-');
};

const partsOf = (day: DateText) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, date };
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : lengths[month - 1]!);

/** Days since 0000-03-01: counted from March, a leap day is the last of its year. */
const dayNumber = (day: DateText): number => {
  const { year, month, date } = partsOf(day);
  const since = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return 365 * since + Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400) + inYear;
};

/** The day with this number: `dayNumber` backwards, in eras of 400 years. */
const dayAt = (number: number): DateText => {
  const era = Math.floor(number / 146097);
  const inEra = number - era * 146097;
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365);
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return [pad(era * 400 + yearInEra + (month > 2 ? 0 : 1), 4), pad(month, 2), pad(inYear - Math.floor((153 * fromMarch + 2) / 5) + 1, 2)].join('-');
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
