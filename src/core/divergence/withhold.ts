/** Which groups stay unpublished so that nobody can be seen: as few as will do (complementary suppression). */
import { byCodePoint } from '../order.ts';
import { type Group, pointsAtSomeone } from './audit.ts';

/** Up to so many at once are tried in every combination; beyond that one after the other. */
const together = 3;

function* combinations<Item>(items: readonly Item[], size: number, from = 0): Generator<readonly Item[]> {
  if (size === 0) { yield []; return; }
  for (let at = from; at + size <= items.length; at += 1) for (const rest of combinations(items, size - 1, at + 1)) yield [items[at] as Item, ...rest];
}

/** The fewest people first: withholding a small group takes least away. */
const bySize = (a: Group, b: Group): number => a.people.length - b.people.length || byCodePoint(a.id, b.id);

/**
 * @param published before, also in earlier rounds and to other viewers: they cannot be taken back.
 * @param wanted each of at least `least` people.
 * @returns those of `wanted` that are withheld. All of them where what is published already points at someone.
 */
export function withheld(published: readonly Group[], wanted: readonly Group[], least: number): readonly Group[] {
  const isSafe = (without: readonly Group[]): boolean => !pointsAtSomeone([...published, ...wanted.filter((group) => !without.includes(group))], least);
  const ordered = wanted.toSorted(bySize);
  for (let size = 0; size <= Math.min(together, ordered.length); size += 1) for (const some of combinations(ordered, size)) if (isSafe(some)) return some;
  // One by one from the largest down: what still fits beside those let through before.
  const kept: Group[] = [];
  for (const group of ordered.toReversed()) if (!pointsAtSomeone([...published, ...kept, group], least)) kept.push(group);
  return ordered.filter((group) => !kept.includes(group));
}
