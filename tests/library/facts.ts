/** The tables of facts beside this file, as tests read them: what the library says of law is held against them, not against code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'facts', name), 'utf8');
export const lawFacts = read('law.md');
export const frameworkFacts = read('sovereignty-frameworks.md');

export type DateFact = { readonly id: string; readonly date: string; readonly kind: string };
/** The table of dates (F1). */
export const dateFacts = JSON.parse(/```json\n([\s\S]+?)```/u.exec(lawFacts)?.[1] ?? '[]') as readonly DateFact[];

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** 2026-08-15 as people write it there: 15 Aug 2026, 15 August 2026; and 8 Jul 2026 in a span such as 3/8 Jul. */
export function isTold(date: string, text = lawFacts): boolean {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  const short = name.slice(0, 3);
  return text.includes(date) || new RegExp(`\\b${Number(day)}\\.?(?:/\\d+)? (?:${name}|${short})\\.? ${year}`, 'u').test(text) || text.includes(`${Number(day)}.${Number(month)}.${year}`);
}

const numbers = (text: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [whole] of text.matchAll(/\d+(?:[.:]\d+)*[a-z]?(?:\(\w+\))*/gu)) {
    found.add(whole);
    found.add(whole.replace(/\(.*$/u, ''));
  }
  for (const [, from = '', to = ''] of text.matchAll(/\b(\d+)-(\d+)\b/gu)) if (Number(to) - Number(from) < 60) for (let at = Number(from); at <= Number(to); at += 1) found.add(String(at));
  // 5.20.03-04 and 8.24.01-05: the last part runs on.
  for (const [, stem = '', from = '', to = ''] of text.matchAll(/\b(\d+\.\d+)\.(\d\d)-(\d\d)/gu)) for (let at = Number(from); at <= Number(to); at += 1) found.add(`${stem}.${String(at).padStart(2, '0')}`);
  return found;
};

const section = (from: RegExp, to: RegExp): string => {
  const start = from.exec(lawFacts)?.index ?? 0;
  const rest = lawFacts.slice(start + 3);
  return rest.slice(0, to.exec(rest)?.index ?? rest.length);
};
const chapter = (from: RegExp): string => section(from, /\n## /u);

/** Where the facts speak of each law; the numbers that stand there are its articles. */
const chapters: Readonly<Record<string, string>> = {
  gdpr: chapter(/## A1\./u), nis2: chapter(/## A2\./u), cbw: chapter(/## A2\./u), 'data-act': chapter(/## A3\./u), dga: chapter(/## A4\./u),
  woo: chapter(/## A6\./u), 'ai-act': chapter(/## A7\./u), 'archiefwet-1995': chapter(/## A8\./u), 'archiefwet-2026': chapter(/## A8\./u),
  bio2: chapter(/## A9\./u), 'cloud-policy-2026': chapter(/## A10\./u),
};
const articles = new Map(Object.entries(chapters).map(([law, text]) => [law, numbers(text)]));
export const lawsWithArticles = [...articles.keys()];

const lettered = (article: string): readonly string[] => [article, article.replace(/\(\w+\)$/u, ''), article.replace(/\(.*$/u, '')];
/** What the tables of measures and clauses call a law. */
const called: Readonly<Record<string, string>> = { gdpr: 'AVG', bio2: 'BIO' };
const measureTables = lawFacts.slice(lawFacts.indexOf('## F3.'));
/** In a row of the measures or clauses: the law by its short name, and the number in the same clause of the sentence. */
export const isLeanedOn = (law: string, article: string): boolean =>
  called[law] !== undefined && new RegExp(`${called[law]} [^|;]*\\b${article.replaceAll('.', '\\.').replaceAll('(', '\\(').replaceAll(')', '\\)')}`, 'u').test(measureTables);

/** Undefined where the facts have no chapter on that law. */
export const isArticleTold = (law: string, article: string): boolean | undefined => {
  const known = articles.get(law);
  return known && lettered(article).some((one) => known.has(one));
};
