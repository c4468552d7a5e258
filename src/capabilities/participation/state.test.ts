import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBefore, daysBetween } from '../../core/calendar.ts';
import { hashOfReceipt, newReceipt } from './receipt.ts';
import { type Days, isLate, latestAnswerBy, owedBy, stateOf, usualAnswerBy } from './state.ts';

const brought: Days = { broughtOn: '2026-11-01', acknowledgedOn: null, answerBy: '2026-12-01', answer: null, returnOn: null };

describe('R15 the clocks', () => {
  it('word within 7 days, an answer within 30, never later than three months', () => {
    expect([owedBy(brought, '2026-11-02'), usualAnswerBy('2026-11-01'), latestAnswerBy('2026-11-30')]).toEqual(['2026-11-08', '2026-12-01', '2027-02-28']);
    expect([isLate(brought, '2026-11-08'), isLate(brought, '2026-11-09')]).toEqual([false, true]);
    const taken = { ...brought, acknowledgedOn: '2026-11-03' };
    expect([stateOf(taken, '2026-11-04'), owedBy(taken, '2026-11-04'), isLate(taken, '2026-12-02')]).toEqual(['being-answered', '2026-12-01', true]);
  });

  it('R16 “not now” comes back by itself on its day; yes and no are owed nothing more', () => {
    const later: Days = { ...brought, acknowledgedOn: '2026-11-03', answer: 'not-now', returnOn: '2027-03-01' };
    expect([stateOf(later, '2027-02-28'), stateOf(later, '2027-03-01'), owedBy(later, '2027-02-28'), isLate(later, '2027-03-09')]).toEqual(['not-now', 'back', null, true]);
    for (const answer of ['yes', 'no'] as const) expect(owedBy({ ...brought, answer }, '2030-01-01')).toBeNull();
  });

  it('somebody is late exactly when what is owed lies behind them', () => {
    const date = fc.integer({ min: 0, max: 700 }).map((days) => daysBefore('2028-01-01', days));
    fc.assert(fc.property(date, date, fc.option(date, { nil: null }), fc.constantFrom(null, 'yes', 'no', 'not-now'), date, (broughtOn, today, acknowledgedOn, answer, returnOn) => {
      const days = { broughtOn, acknowledgedOn, answerBy: usualAnswerBy(broughtOn), answer, returnOn: answer === 'not-now' ? returnOn : null } as Days;
      const owed = owedBy(days, today);
      expect(isLate(days, today)).toBe(owed !== null && daysBetween(owed, today) > 0);
    }));
  });
});

describe('R13 a receipt', () => {
  it('has at least 80 bits, is never the same twice, and is found however it is written down', async () => {
    const receipts = Array.from({ length: 200 }, newReceipt);
    expect(new Set(receipts).size).toBe(200);
    expect(receipts[0]).toMatch(/^(?:[A-HJKMNP-Z2-9]{4}-){5}[A-HJKMNP-Z2-9]{4}$/);
    expect(Math.log2(31) * 24).toBeGreaterThan(80);
    const [receipt = ''] = receipts;
    const hash = await hashOfReceipt(receipt);
    expect((await hashOfReceipt(` ${receipt.toLowerCase().replaceAll('-', ' ')} `)).equals(hash)).toBe(true);
    expect((await hashOfReceipt(receipts[1] ?? '')).equals(hash)).toBe(false);
  });
});
