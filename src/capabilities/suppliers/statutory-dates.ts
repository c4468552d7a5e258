/** Days on which the law itself changes something for a contract: read from the library, never known to the code. */
import { z } from 'zod';
import type { Entry, Knowledge } from '../../platform/knowledge/knowledge.ts';
import { entriesOf } from '../library/public.ts';

export const statutoryDate = z.strictObject({
  law: z.string(),
  /** Of the date within the law; its words stand with the law. */
  id: z.string(),
  date: z.string(),
  article: z.string(),
  /** Where the law can be read; null where the library has no address. */
  url: z.string().nullable(),
  /** The clauses that stand on these articles. */
  clauses: z.array(z.string()),
});
export type StatutoryDate = z.output<typeof statutoryDate>;

type Ground = { readonly law: string; readonly article?: string };
type ClauseEntry = Entry & { readonly law?: readonly Ground[] };
type LawDate = { readonly id: string; readonly date: string; readonly article?: string };
type LawEntry = Entry & { readonly dates?: readonly LawDate[]; readonly sources?: readonly { readonly url?: string }[] };

/** `29(1)` is a part of article 29. */
const wholeArticle = (article: string): string => article.split('(')[0]?.trim() ?? article;
const articlesOf = (text: string): string[] => text.split(',').map(wholeArticle);

/** A date counts when every article it is about is one that our clauses stand on; earliest first. */
export function statutoryDates(knowledge: Knowledge): StatutoryDate[] {
  const clauses = entriesOf<ClauseEntry>(knowledge, 'clauses');
  const standingOn = (law: string, articles: readonly string[]) =>
    clauses.filter((clause) => (clause.law ?? []).some((ground) => ground.law === law && ground.article !== undefined && articles.includes(wholeArticle(ground.article)))).map(({ id }) => id);
  const all = entriesOf<LawEntry>(knowledge, 'laws').flatMap((law) =>
    (law.dates ?? []).flatMap(({ id, date, article }) => {
      const articles = article === undefined ? [] : articlesOf(article);
      if (articles.length === 0 || articles.some((one) => standingOn(law.id, [one]).length === 0)) return [];
      return [{ law: law.id, id, date, article: article ?? '', url: law.sources?.find(({ url }) => url !== undefined)?.url ?? null, clauses: standingOn(law.id, articles) }];
    }));
  return all.sort((a, b) => (a.date < b.date ? -1 : 1));
}
