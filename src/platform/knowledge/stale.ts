/** Which entries nobody looked at for a year: they may still be right, but nobody knows. */
import type { Knowledge } from './knowledge.ts';

export type Stale = { readonly kind: string; readonly id: string; readonly lastVerified: string };

/** @param today `YYYY-MM-DD`. The 29th of February counts as the 28th a year later. */
const yearBefore = (today: string): string => {
  const before = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace(/29$/u, '28') : before;
};

export const staleEntries = ({ entries }: Knowledge, today: string): readonly Stale[] =>
  Object.entries(entries).flatMap(([kind, all]) =>
    all.flatMap(({ id, lastVerified }) => (typeof lastVerified === 'string' && lastVerified < yearBefore(today) ? [{ kind, id, lastVerified }] : [])),
  );
