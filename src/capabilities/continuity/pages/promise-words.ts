/** The promise of a service in words: the verdict, and what breaks it. */
import type { Locale } from '../../../platform/words.ts';
import type { Tone } from '../../../ui/icon/component.tsx';
import { losers, type PromiseVerdict, type ServiceRow } from '../service-rows.ts';
import { eitherOf, hoursWord } from '../spoken.ts';
import { words } from '../words.ts';

export const promiseTone: Readonly<Record<PromiseVerdict, Tone>> = { breaks: 'bad', unproven: 'caution', unknown: 'unknown', holds: 'good', none: 'neutral' };

/** "3 systemen, 2 leveranciers of 1 land"; empty where nothing breaks it. */
export function breakersWord(locale: Locale, { by, isUnknown }: ServiceRow): string {
  const { count } = words(locale);
  // Each system is known: only suppliers and countries could be more.
  const parts = losers.flatMap((of) => (by[of] === 0 ? [] : [count[of](isUnknown && of !== 'systems' ? count.atLeast(String(by[of])) : String(by[of]))]));
  return eitherOf(locale, parts);
}

export function promiseSentence(locale: Locale, row: ServiceRow, hasNeeds: boolean): string {
  const { lead } = words(locale).service;
  if (!hasNeeds) return lead.nothing;
  if (row.verdict === 'none' || row.maxDowntimeHours === null) return lead.none;
  const hours = hoursWord(locale, row.maxDowntimeHours);
  if (row.verdict === 'breaks' || row.verdict === 'unproven') return lead[row.verdict](hours, breakersWord(locale, row));
  return lead[row.verdict](hours);
}
