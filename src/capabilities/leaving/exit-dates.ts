/** The days of an exit, from the periods that the law gives. The law is data: its articles, and how sure we are, stand in the library. */
import type { Entry, Knowledge } from '../../platform/knowledge/knowledge.ts';
import { entriesOf } from '../library/public.ts';
import type { ExitDates } from './store.ts';

export type Period = { readonly id: string; readonly bound: 'at-most' | 'at-least'; readonly amount: number; readonly unit: 'days' | 'working-days' | 'months'; readonly article: string; readonly confidence: 'high' | 'medium' | 'low' };
export type LegalPeriod = Period & { readonly law: string };
type Law = Entry & { readonly periods?: readonly Period[] };

const isAboutSwitching = ({ id }: Period): boolean => id.startsWith('switching-');

export const switchingPeriods = (knowledge: Knowledge): LegalPeriod[] =>
  entriesOf<Law>(knowledge, 'laws').flatMap(({ id, periods = [] }) => periods.filter(isAboutSwitching).map((period) => ({ ...period, law: id })));

const dayMs = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const daysAfter = (day: string, days: number): string => iso(Date.parse(`${day}T00:00:00Z`) + days * dayMs);

/** 31 December and two months is the last of February. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

const after = (day: string, { amount, unit }: Period): string => (unit === 'months' ? monthsAfter(day, amount) : daysAfter(day, amount));

function periodNamed(periods: readonly Period[], id: string): Period {
  const found = periods.find((period) => period.id === id);
  if (!found) throw new Error(`The library has no period ${id}.`);
  return found;
}

export const longestNotice = (today: string, periods: readonly Period[]): string => after(today, periodNamed(periods, 'switching-notice'));

/** @param notice the last day of the notice, chosen by who leaves. */
export function exitDates(notice: string, periods: readonly Period[]): ExitDates {
  const transition = after(notice, periodNamed(periods, 'switching-transition'));
  return { notice, transition, retrieval: after(transition, periodNamed(periods, 'switching-retrieval')) };
}
