/** Ids, shares, dates and lists as a reader of this language says them. */
import type { Layer } from '../../../core/landscape/document.ts';
import { showDay } from '../../../platform/dates.ts';
import type { OpenContext } from '../../../platform/context.ts';
import type { Locale } from '../../../platform/words.ts';
import { isolated } from '../../../ui/url.ts';
import { nameOf, wordOf } from '../../library/public.ts';
import * as spoken from '../../sovereignty/public.ts';
import type { Bounds } from '../shapes.ts';
import { words } from '../words.ts';

export type Reader = Pick<OpenContext, 'knowledge' | 'locale'>;

export const countryName = ({ knowledge, locale }: Reader, code: string): string => spoken.countryName(knowledge, locale, code);
export const measureName = ({ knowledge, locale }: Reader, id: string): string => nameOf(knowledge, locale, 'measures', id);
export const clauseName = ({ knowledge, locale }: Reader, id: string): string => nameOf(knowledge, locale, 'clauses', id);
export const lawName = ({ knowledge, locale }: Reader, id: string): string => nameOf(knowledge, locale, 'laws', id);

/** "Laag 6 · Presentatie". */
export const layerTitle = ({ knowledge, locale }: Reader, layer: number): string => spoken.layerTitle(knowledge, locale, layer as Layer);

/** An instrument without its country in brackets: it always stands beside the country. */
export const instrumentName = ({ knowledge, locale }: Reader, id: string): string => wordOf(knowledge, locale, 'instruments', id, 'name')?.replace(/ \([^)]*\)$/, '') ?? id;

const region: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

export const shareText = ({ locale }: Reader, share: number): string => new Intl.NumberFormat(region[locale], { style: 'percent', maximumFractionDigits: 1 }).format(share);
/** @param date `YYYY-MM-DD`, a day and no moment: no time zone may move it. */
export const dateText = ({ locale }: Reader, date: string): string => showDay(date, locale);
/** "a, b and c". The parts are put in isolation: people wrote them. */
export const listText = ({ locale }: Reader, parts: readonly string[]): string => new Intl.ListFormat(region[locale], { type: 'conjunction' }).format(parts.map(isolated));
/** INVARIANT: a figure stands alone only where nothing is unknown. */
export const boundsText = ({ locale }: Reader, { lower, upper }: Bounds): string => (lower === upper ? String(lower) : words(locale).range(String(lower), String(upper)));

/** Whole numbers in a row become a range: 1, 2, 3, 7 → "1–3, 7". */
export function layersText({ locale }: Reader, layers: readonly number[]): string {
  const runs: number[][] = [];
  for (const layer of [...new Set(layers)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === layer - 1) last.push(layer);
    else runs.push([layer]);
  }
  const list = runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]}–${run.at(-1)}`)).join(', ');
  return words(locale).layers(list, layers.length);
}
