/** The days in a landscape that somebody should not forget. */
import { daysBefore, monthsBefore } from '../../core/calendar.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Day } from '../../platform/slice.ts';
import type { Locale } from '../../platform/words.ts';
import type { CalendarDay } from './icalendar.ts';
import { words } from './words.ts';

type At = { readonly organisation: string; readonly locale: Locale; readonly origin: string };
type Found = { readonly kind: 'end' | 'notice' | 'evidence' | 'restore'; readonly id: string; readonly day: string; readonly about: string; readonly path: string };

function contractDays({ contracts, providers }: Landscape): Found[] {
  const nameOf = (id: string): string => providers.find((provider) => provider.id === id)?.name ?? id;
  return contracts.flatMap(({ id, provider, end, noticeDays }): Found[] => {
    if (end === undefined) return [];
    const about = nameOf(provider);
    const path = `/contracts/${id}`;
    return [{ kind: 'end', id, day: end, about, path }, ...(noticeDays === undefined ? [] : [{ kind: 'notice' as const, id, day: daysBefore(end, noticeDays), about, path }])];
  });
}

const evidenceDays = ({ evidence }: Landscape): Found[] =>
  evidence.flatMap(({ id, source, validUntil }) => (validUntil === undefined ? [] : [{ kind: 'evidence' as const, id, day: validUntil, about: source ?? id, path: `/evidence/${id}` }]));

/** A restore that was tested shows a year later that it is time again. */
const restoreDays = ({ systems }: Landscape): Found[] =>
  systems.flatMap(({ id, name, recovery }) => (typeof recovery !== 'object' || recovery.testedOn === undefined ? [] : [{ kind: 'restore' as const, id, day: monthsBefore(recovery.testedOn, -12), about: name, path: `/systems/${id}` }]));

const idle = /[^\w-]/g;

/** A day of another slice. */
export const inCalendar = ({ id, day, title, why, path }: Day, { organisation, locale, origin }: At): CalendarDay => ({ uid: `${id.replaceAll(idle, '-')}@${organisation}.regiekompas`, day, summary: title[locale], description: why[locale], url: `${origin}${path}` });

export function daysOf(landscape: Landscape, { organisation, locale, origin }: At): CalendarDay[] {
  const text = words(locale).days;
  return [...contractDays(landscape), ...evidenceDays(landscape), ...restoreDays(landscape)]
    .map(({ kind, id, day, about, path }) => ({ uid: `${kind}-${id.replaceAll(idle, '-')}@${organisation}.regiekompas`, day, summary: text[kind](about), description: text.why[kind], url: `${origin}${path}` }));
}
