import type { Locale } from '../../../platform/words.ts';
import { PlainList } from '../../../ui/plain-list/component.tsx';
import { Tag } from '../../../ui/tag/component.tsx';
import type { ClauseCounts } from '../contract-clauses.ts';
import { words } from '../words.ts';

/** What is missing, unknown and in place: three counts, never one score. */
export const ClauseCount = ({ locale, counts }: { readonly locale: Locale; readonly counts: ClauseCounts }) => {
  const text = words(locale).clauseCount;
  const items = [
    ...(counts.no > 0 ? [<Tag tone="bad">{text.gaps(counts.no)}</Tag>] : []),
    ...(counts.contradicted > 0 ? [<Tag tone="caution">{text.contradicted(counts.contradicted)}</Tag>] : []),
    ...(counts.unknown > 0 ? [<Tag tone="unknown">{text.unknown(counts.unknown)}</Tag>] : []),
    ...(counts.yes > 0 ? [<Tag tone="good">{text.yes(counts.yes)}</Tag>] : []),
  ];
  return <PlainList items={items} />;
};
