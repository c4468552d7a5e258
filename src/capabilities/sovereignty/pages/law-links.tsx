/** The law a row or a chain rests on: its name, the article, and the way to its page in the library. */
import type { Ground } from '../../../core/policy/policy.ts';
import type { Knowledge } from '../../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../../platform/words.ts';
import { Link } from '../../../ui/link/component.tsx';
import { entryOf, nameOf } from '../../library/public.ts';
import { words } from '../words.ts';

const kinds = ['laws', 'standards', 'instruments'] as const;

/** What a policy may rest on: a law, a standard or a foreign instrument; one address serves all. */
export const lawName = (knowledge: Knowledge, locale: Locale, id: string): string => {
  const kind = kinds.find((one) => entryOf(knowledge, one, id) !== undefined);
  return kind === undefined ? id : nameOf(knowledge, locale, kind, id);
};
export const lawHref = (id: string): string => `/library/laws/${encodeURIComponent(id)}`;

export const LawLinks = ({ because, knowledge, locale }: { readonly because: readonly Ground[]; readonly knowledge: Knowledge; readonly locale: Locale }) => (
  <>
    {because.map(({ law, article }, at) => (
      <>
        {at > 0 && '; '}
        {entryOf(knowledge, 'laws', law) ? <Link href={lawHref(law)}>{lawName(knowledge, locale, law)}</Link> : lawName(knowledge, locale, law)}
        {article !== undefined && `, ${words(locale).article(article)}`}
      </>
    ))}
  </>
);
