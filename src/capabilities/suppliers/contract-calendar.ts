/** The dates of a contract seen from a day: what is over, what comes next, and how soon. */
import { z } from 'zod';
import { daysBefore, daysBetween } from '../../core/calendar.ts';
import type { Contract, DateText } from '../../core/landscape/document.ts';

/**
 * `notice-passed`: it runs, yet the last day to give notice for its end is over. `notice-unknown`: it ends, and
 * nobody recorded how long before that notice must be given.
 */
export const standings = ['expired', 'notice-open', 'notice-passed', 'notice-unknown', 'open-ended', 'not-started'] as const;

export const calendarShape = z.strictObject({
  start: z.string(),
  /** Null: it has no end. */
  end: z.string().nullable(),
  noticeDays: z.number().nullable(),
  /** The last day on which notice can be given; null where it has no end or no period is recorded. */
  noticeBy: z.string().nullable(),
  standing: z.enum(standings),
  /** The first date that is still to come. */
  next: z.strictObject({ what: z.enum(['start', 'notice', 'end']), date: z.string(), days: z.number() }).nullable(),
});
export type ContractCalendar = z.output<typeof calendarShape>;

export function calendarOf({ start, end, noticeDays }: Contract, day: DateText): ContractCalendar {
  const noticeBy = end === undefined || noticeDays === undefined ? null : daysBefore(end, noticeDays);
  const dates = [
    { what: 'start' as const, date: start },
    ...(noticeBy === null ? [] : [{ what: 'notice' as const, date: noticeBy }]),
    ...(end === undefined ? [] : [{ what: 'end' as const, date: end }]),
  ];
  // Stable: on one and the same day, giving notice comes before the end.
  const [next] = dates.filter(({ what, date }) => (what === 'start' ? date > day : date >= day)).sort((a, b) => daysBetween(b.date, a.date));
  return {
    start,
    end: end ?? null,
    noticeDays: noticeDays ?? null,
    noticeBy,
    standing: standingOf({ start, end, noticeBy }, day),
    next: next === undefined ? null : { ...next, days: daysBetween(day, next.date) },
  };
}

function standingOf({ start, end, noticeBy }: { readonly start: DateText; readonly end: DateText | undefined; readonly noticeBy: DateText | null }, day: DateText): ContractCalendar['standing'] {
  if (end !== undefined && end < day) return 'expired';
  if (start > day) return 'not-started';
  if (end === undefined) return 'open-ended';
  if (noticeBy === null) return 'notice-unknown';
  return day <= noticeBy ? 'notice-open' : 'notice-passed';
}

/** In the order in which they ask for attention. */
export const calendarGroups = ['expired', 'quarter', 'year', 'later', 'open-ended'] as const;
export type CalendarGroup = (typeof calendarGroups)[number];

export function groupOf({ standing, next }: ContractCalendar): CalendarGroup {
  if (standing === 'expired') return 'expired';
  if (next === null) return 'open-ended';
  return next.days <= 92 ? 'quarter' : next.days <= 365 ? 'year' : 'later';
}
