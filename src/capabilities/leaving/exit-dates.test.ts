import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../entry/knowledge.ts';
import { exitDates, longestNotice, monthsAfter, switchingPeriods } from './exit-dates.ts';

const periods = switchingPeriods(loadLibrary());

describe('the days of an exit', () => {
  it('are those of the law: two months, thirty days, thirty days', () => {
    const notice = longestNotice('2026-11-23', periods);
    expect(exitDates(notice, periods)).toEqual({ notice: '2027-01-23', transition: '2027-02-22', retrieval: '2027-03-24' });
  });

  it('never end on a day that is not there', () => {
    expect(monthsAfter('2026-12-31', 2)).toBe('2027-02-28');
    expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29');
    expect(monthsAfter('2026-10-31', 2)).toBe('2026-12-31');
  });

  it('each period has its law, article and how sure it is', () => {
    expect(periods.map(({ id, article }) => `${id} ${article}`)).toEqual(['switching-notice 25(2)(d)', 'switching-transition 25(2)(a)', 'switching-longer-told 25(4)', 'switching-longer 25(4)', 'switching-retrieval 25(2)(g)']);
  });
});
