/** Days and moments as a person reads them. English dates are written the European way: 31 December 2027. */
import type { Locale } from './words.ts';

const regions: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** @param day `YYYY-MM-DD`: a day and no moment, so no time zone may move it. */
export const showDay = (day: string, locale: Locale): string => new Date(`${day}T00:00:00Z`).toLocaleDateString(regions[locale], { dateStyle: 'long', timeZone: 'UTC' });

/** In the time zone of the server, as all of its days are. */
export const showMoment = (at: Date, locale: Locale): string => at.toLocaleString(regions[locale], { dateStyle: 'long', timeStyle: 'short' });
