/** What a form offers to choose from: the things of the landscape and the words of the library. */
import type { Landscape } from '../../../core/landscape/document.ts';
import type { Knowledge } from '../../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../../platform/words.ts';
import { entriesOf, layerText, nameOf, wordOf } from '../../library/public.ts';

export type Option = { readonly value: string; readonly text: string };
export type Offer = { readonly landscape: Landscape };

const byText = (a: Option, b: Option): number => a.text.localeCompare(b.text);
export const named = (items: readonly { readonly id: string; readonly name: string }[]): Option[] => items.map(({ id, name }) => ({ value: id, text: name })).toSorted(byText);

export const countryOptions = (knowledge: Knowledge, locale: Locale): Option[] =>
  entriesOf(knowledge, 'countries').map(({ id }) => ({ value: id, text: nameOf(knowledge, locale, 'countries', id) })).toSorted(byText);

export type MeasureOffer = { readonly id: string; readonly layer: number; readonly name: string; readonly question: string };

/** The library's measures of one layer, each with the plain question it asks. */
export const measuresOf = (knowledge: Knowledge, locale: Locale, layer?: number): MeasureOffer[] =>
  entriesOf(knowledge, 'measures')
    .filter((measure) => layer === undefined || measure['layer'] === layer)
    .map((measure) => ({ id: measure.id, layer: measure['layer'] as number, name: nameOf(knowledge, locale, 'measures', measure.id), question: wordOf(knowledge, locale, 'measures', measure.id, 'question') ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

export const clauseOptions = (knowledge: Knowledge, locale: Locale): Option[] =>
  entriesOf(knowledge, 'clauses').map(({ id }) => ({ value: id, text: nameOf(knowledge, locale, 'clauses', id) })).toSorted(byText);

export const layerName = (knowledge: Knowledge, locale: Locale, layer: number): string => layerText(knowledge, locale, layer).name;
