/** Facts that hang together because one measure or clause moves them: why an outcome may be possible in theory only. */
import type { Id } from '../landscape/document.ts';
import type { Library } from '../library/library.ts';
import { byCodePoint } from '../order.ts';

export type SharedCause = { readonly kind: 'measure' | 'clause'; readonly id: Id; readonly facts: readonly Id[] };

/**
 * The measures and clauses that move two or more of these facts (hand in the unknown ones). The verdict takes
 * facts as independent (engine.md §5), so these are what its explanation names. By id, measures first.
 */
export const sharedCauses = ({ measures, clauses }: Pick<Library, 'measures' | 'clauses'>, facts: readonly Id[]): readonly SharedCause[] => [
  ...causesIn('measure', [...measures.values()], facts),
  ...causesIn('clause', [...clauses.values()], facts),
];

type Mover = { readonly id: Id; readonly achieves: readonly { readonly fact: Id }[] };

const causesIn = (kind: SharedCause['kind'], movers: readonly Mover[], facts: readonly Id[]): readonly SharedCause[] =>
  movers
    .map(({ id, achieves }) => ({ kind, id, facts: moved(kind, id, achieves, facts) }))
    .filter((cause) => cause.facts.length > 1)
    .sort((a, b) => byCodePoint(a.id, b.id));

const moved = (kind: SharedCause['kind'], id: Id, achieves: Mover['achieves'], facts: readonly Id[]): readonly Id[] => {
  const own = kind === 'clause' ? [`clause.${id}`] : [];
  const all = new Set([...own, ...achieves.map(({ fact }) => fact)]);
  return facts.filter((fact) => all.has(fact)).sort(byCodePoint);
};
