import { describe, expect, it } from 'vitest';
import { dateFacts, isArticleTold, isLeanedOn, isTold, lawFacts } from './facts.ts';
import { knowledge } from './read.ts';

type Part = { readonly id: string; readonly date: string; readonly kind: string };
type Ground = { readonly law: string; readonly article?: string };
type Entry = (typeof knowledge.entries)[string][number];

/** Where each row of the table of dates stands in the library. */
const places: Readonly<Record<string, readonly [string, string, string]>> = {
  'dataact.applies': ['laws', 'data-act', 'applies'],
  'dataact.switchingChargesBan': ['laws', 'data-act', 'switching-charges-ban'],
  'dataact.connectedProducts': ['laws', 'data-act', 'connected-products'],
  'dataact.legacyUnfairTerms': ['laws', 'data-act', 'legacy-unfair-terms'],
  'aiact.prohibitions+literacy': ['laws', 'ai-act', 'prohibitions-and-literacy'],
  'aiact.gpai': ['laws', 'ai-act', 'general-purpose-models'],
  'aiact.omnibusInForce': ['laws', 'ai-act-omnibus', 'in-force'],
  'aiact.general+art50': ['laws', 'ai-act', 'general-and-transparency'],
  'aiact.newProhibitions+legacyMarking': ['laws', 'ai-act', 'new-prohibitions-and-marking'],
  'aiact.annexIII': ['laws', 'ai-act', 'high-risk-annex-iii'],
  'aiact.annexI': ['laws', 'ai-act', 'high-risk-annex-i'],
  'aiact.publicAuthorityLegacy': ['laws', 'ai-act', 'public-authority-legacy'],
  'cbw.inForce': ['laws', 'cbw', 'in-force'],
  'cbw.boardTraining': ['laws', 'cbw', 'board-training'],
  cloudpolicy2026: ['laws', 'cloud-policy-2026', 'in-force'],
  'cloudpolicy2026.exitPlans': ['laws', 'cloud-policy-2026', 'exit-plans'],
  'cloudpolicy2026.transitionEnd': ['laws', 'cloud-policy-2026', 'transition-end'],
  archiefwet2026: ['laws', 'archiefwet-2026', 'intended'],
  fisa702: ['instruments', 'us-fisa-702', 'authority-lapsed'],
  'cra.reporting': ['laws', 'cra', 'reporting'],
  'cra.main': ['laws', 'cra', 'main'],
  'interoperableEurope.assessment': ['laws', 'interoperable-europe', 'assessment'],
};
const kindOf: Readonly<Record<string, string>> = { applies: 'applies', inForce: 'in-force', deadline: 'deadline', lapsed: 'lapsed', intended: 'intended' };

const entryOf = (kind: string, id: string): Entry | undefined => knowledge.entries[kind]?.find((entry) => entry.id === id);
const datesOf = (entry: Entry | undefined): readonly Part[] => (entry?.['dates'] ?? []) as readonly Part[];

describe('every date of the table', () => {
  it.each(dateFacts.map((fact) => [fact.id, fact] as const))('%s', (id, { date, kind }) => {
    const place = places[id] ?? expect.fail(`tests do not know where ${id} stands in the library`);
    const part = datesOf(entryOf(place[0], place[1])).find((one) => one.id === place[2]);
    expect(part).toMatchObject({ date, kind: kindOf[kind] });
  });
});

/** Dates that the facts do not tell, each with where it is from. A date that the facts tell after all fails here. */
const notInFacts: Readonly<Record<string, string>> = {
  'gdpr/applies': 'article 99 of the regulation itself',
  'uavg/in-force': 'the same day as the regulation it carries out',
  'nis2/in-force': 'twenty days after publication in the Official Journal',
  'woo/in-force': 'the statute itself',
  'archiefwet-1995/in-force': 'the statute itself',
  'archiefwet-2026/adopted': 'the facts say "signed 13 May" and the year in the number of the Stb.',
  'awb/in-force': 'the statute itself',
  'cn-data-security-law/in-force': 'the statute itself',
  'cn-national-intelligence-law/in-force': 'the statute itself',
  'gb-investigatory-powers-act/enacted': 'the statute itself',
  'ru-information-law/adopted': 'the statute itself',
  'ru-yarovaya-amendments/storage-duty': 'the statute itself',
  'us-fisa-702/certifications-run-on': 'reported as about March 2027; the last day of that month is assumed',
  'gdpr-duties/applies': 'article 99 of the regulation itself',
  'whistleblower-act/in-force': 'the facts on people and participation, 4.3',
  'c3a-2026/published': 'the facts on sovereignty frameworks, 3.5',
};

const dated = ['laws', 'instruments', 'frameworks'].flatMap((kind) => (knowledge.entries[kind] ?? []).flatMap((entry) => datesOf(entry).map((part) => ({ key: `${entry.id}/${part.id}`, date: part.date }))));
const applying = (knowledge.entries['frameworks'] ?? []).flatMap((entry) => (entry['criteria'] as readonly { id: string; appliesFrom?: string }[]).flatMap(({ id, appliesFrom }) => (appliesFrom ? [{ key: `${entry.id}/${id}`, date: appliesFrom }] : [])));

describe('every date of the library', () => {
  it('stands in the facts, or says where else it is from', () => {
    const untold = [...dated, ...applying].filter(({ date }) => !isTold(date)).map(({ key }) => key);
    expect(untold.filter((key) => !notInFacts[key])).toEqual([]);
    expect(Object.keys(notInFacts).filter((key) => !untold.includes(key))).toEqual([]);
  });
});

type Cited = { readonly where: string; readonly law: string; readonly article: string };
const cite = (where: string, grounds: readonly Ground[] = []): readonly Cited[] => grounds.flatMap(({ law, article }) => (article === undefined ? [] : [{ where, law, article }]));
const own = (knowledge.entries['laws'] ?? []).flatMap((entry) => cite(`laws/${entry.id}`, ((entry['articles'] ?? []) as readonly { id: string }[]).map(({ id }) => ({ law: entry.id, article: id }))));
const leaning = ['measures', 'clauses'].flatMap((kind) => (knowledge.entries[kind] ?? []).flatMap((entry) => cite(`${kind}/${entry.id}`, entry['law'] as readonly Ground[])));
const asked = (knowledge.entries['frameworks'] ?? []).flatMap((entry) => (entry['criteria'] as readonly { id: string; law: readonly Ground[] }[]).flatMap(({ id, law }) => cite(`${entry.id}/${id}`, law)));

describe('every article of the library', () => {
  it('stands in the facts about that law', () => {
    const untold = [...own, ...leaning, ...asked].filter(({ law, article }) => isArticleTold(law, article) === false && !isLeanedOn(law, article));
    expect(untold.map(({ where, law, article }) => `${where}: ${law} ${article}`)).toEqual([]);
  });
  it('is looked up in a table that has something to say', () => {
    expect(isArticleTold('gdpr', '28')).toBe(true);
    expect(isArticleTold('gdpr', '98')).toBe(false);
    expect(lawFacts.length).toBeGreaterThan(20_000);
    expect(isTold('2026-08-16')).toBe(false);
  });
});
