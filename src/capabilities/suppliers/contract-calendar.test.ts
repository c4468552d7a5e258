import { describe, expect, test } from 'vitest';
import type { Contract } from '../../core/landscape/document.ts';
import { calendarOf, groupOf } from './contract-calendar.ts';

const day = '2026-11-23';
const contract = (dates: Partial<Contract>): Contract => ({ id: 'c', provider: 'p', systems: [], start: '2024-01-01', ...dates });

describe('where a contract stands on a day', () => {
  test.each<[string, Partial<Contract>, string, string, string | undefined]>([
    ['notice can still be given', { end: '2027-02-28', noticeDays: 90 }, 'notice-open', 'quarter', '2026-11-30'],
    ['today is the last day', { end: '2026-12-23', noticeDays: 30 }, 'notice-open', 'quarter', day],
    ['yesterday was the last day', { end: '2026-12-22', noticeDays: 30 }, 'notice-passed', 'quarter', '2026-12-22'],
    ['without a period it may end unseen', { end: '2027-06-30' }, 'notice-unknown', 'year', '2027-06-30'],
    ['no days of notice: until the end itself', { end: '2026-11-30', noticeDays: 0 }, 'notice-open', 'quarter', '2026-11-30'],
    ['the last day still counts', { end: day, noticeDays: 30 }, 'notice-passed', 'quarter', day],
    ['over since yesterday', { end: '2026-11-22', noticeDays: 30 }, 'expired', 'expired', undefined],
    ['no end', { noticeDays: 180 }, 'open-ended', 'open-ended', undefined],
    ['not begun', { start: '2027-01-01', end: '2030-12-31', noticeDays: 90 }, 'not-started', 'quarter', '2027-01-01'],
    ['far off', { end: '2029-12-31', noticeDays: 30 }, 'notice-open', 'later', '2029-12-01'],
  ])('%s', (_name, dates, standing, group, next) => {
    const calendar = calendarOf(contract(dates), day);
    expect([calendar.standing, groupOf(calendar), calendar.next?.date]).toEqual([standing, group, next]);
  });

  test('on one and the same day, giving notice comes before the end', () => {
    expect(calendarOf(contract({ end: '2026-11-30', noticeDays: 0 }), day).next).toEqual({ what: 'notice', date: '2026-11-30', days: 7 });
  });
});
