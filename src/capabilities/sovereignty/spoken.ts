/** The engine's answers in words, for every screen that shows one. The library's own words where it has them. */
import type { Status } from '../../core/exposure/degree.ts';
import type { Layer } from '../../core/landscape/document.ts';
import type { Reading } from '../../core/library/library.ts';
import type { Outcome } from '../../core/policy/policy.ts';
import type { Entry, Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';
import type { Tone } from '../../ui/icon/component.tsx';
import { verdictTone } from '../../ui/tag/tones.ts';
import { entriesOf, nameOf, wordOf } from '../library/public.ts';
import { words } from './words.ts';

const known = (texts: Readonly<Record<string, string>>, name: string): string => texts[name] ?? name;

/** "Verboden", "Nog niet te zeggen" … An outcome that a policy named itself is shown as it is. */
export const verdictWord = (locale: Locale, verdict: Outcome): string => known(words(locale).verdict, verdict);
/** What the verdict means, in one sentence; empty for an outcome of the policy's own. */
export const verdictMeaning = (locale: Locale, verdict: Outcome): string => words(locale).verdictMeaning[verdict as never] ?? '';
/** @param outcomes of the policy, worst first. */
export const toneOfVerdict = (verdict: Outcome, outcomes: readonly Outcome[]): Tone => verdictTone(verdict, outcomes);

export const exposureWord = (locale: Locale, exposure: 'disclosure' | 'cutOff', status: Status): string => words(locale).exposure[exposure][status];
export const readingWord = (locale: Locale, reading: Reading): string => words(locale).reading[reading].name;
export const readingMeaning = (locale: Locale, reading: Reading): string => words(locale).reading[reading].meaning;

export const countryName = (knowledge: Knowledge, locale: Locale, code: string): string => nameOf(knowledge, locale, 'countries', code);

const layerEntry = (knowledge: Knowledge, layer: Layer): Entry | undefined => entriesOf(knowledge, 'layers').find((entry) => entry['layer'] === layer);
export const layerName = (knowledge: Knowledge, locale: Locale, layer: Layer): string => wordOf(knowledge, locale, 'layers', layerEntry(knowledge, layer)?.id ?? '', 'name') ?? String(layer);
/** What the layer is about, in plain words; empty where the library is silent. */
export const layerAbout = (knowledge: Knowledge, locale: Locale, layer: Layer): string => wordOf(knowledge, locale, 'layers', layerEntry(knowledge, layer)?.id ?? '', 'about') ?? '';
/** "Laag 6 · Presentatie". */
export const layerTitle = (knowledge: Knowledge, locale: Locale, layer: Layer): string => words(locale).layerTitle(layer, layerName(knowledge, locale, layer));

const clausePrefix = 'clause.';
/** `clause.<id>` facts speak in the words of `clause.*` and of the clause itself. */
const clauseOf = (fact: string): string | undefined => (fact.startsWith(clausePrefix) ? fact.slice(clausePrefix.length) : undefined);
const factEntry = (fact: string): string => (clauseOf(fact) === undefined ? fact : 'clause.*');

export const factName = (knowledge: Knowledge, locale: Locale, fact: string): string => {
  const clause = clauseOf(fact);
  return clause === undefined ? nameOf(knowledge, locale, 'facts', fact) : words(locale).clauseFact(nameOf(knowledge, locale, 'clauses', clause));
};
export const factQuestion = (knowledge: Knowledge, locale: Locale, fact: string): string => {
  const clause = clauseOf(fact);
  return clause === undefined ? (wordOf(knowledge, locale, 'facts', fact, 'question') ?? factName(knowledge, locale, fact)) : words(locale).clauseQuestion(nameOf(knowledge, locale, 'clauses', clause));
};
/** A value as an answer to the question; an interval of hours or days in words. */
export const factAnswer = (knowledge: Knowledge, locale: Locale, fact: string, value: string): string =>
  wordOf(knowledge, locale, 'facts', factEntry(fact), `values.${value}`) ?? intervalWord(locale, value);

/** `[4,24)` is "4 or more, but less than 24"; anything else stays what it is. */
export function intervalWord(locale: Locale, interval: string): string {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])([\d.]+),(.+)([)\]])$/.exec(interval) ?? [];
  if (open === '') return interval;
  const text = words(locale).interval;
  const lower = open === '[' ? text.from(from) : text.above(from);
  if (to === '+∞') return lower;
  const upper = close === ')' ? text.below(to) : text.upTo(to);
  return from === '0' && open === '[' ? upper : text.both(lower, upper);
}

/** A calendar date as people write it; the text itself where it is none. */
export function dateText(locale: Locale, date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
