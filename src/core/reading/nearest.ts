/** What somebody meant: the known word that takes the fewest edits to reach. */
import { byCodePoint } from '../order.ts';

/** Optimal string alignment distance (insert, delete, replace, swap neighbours), or `limit + 1` when above it. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

const farthest = (word: string): number => Math.max(2, Math.floor(word.length / 3));

/**
 * A word of more than 64 characters is not compared, and after `budget` comparisons no more are made: a
 * document with a hundred thousand unknown ids must not take a hundred thousand times all known ones.
 */
export function nearestAmong(known: Iterable<string>, budget = 200_000): (word: string) => string {
  const words = [...known].sort(byCodePoint);
  let left = budget;
  return (word) => {
    if (left < words.length || word.length > 64) return '';
    left -= words.length;
    const wanted = word.toLowerCase();
    let found = '';
    let limit = farthest(word);
    for (const candidate of words) {
      const distance = editDistance(wanted, candidate.toLowerCase(), limit);
      if (distance > limit) continue;
      [found, limit] = [candidate, distance - 1];
      if (limit < 0) break;
    }
    return found;
  };
}

export const nearest = (word: string, known: Iterable<string>): string => nearestAmong(known, Number.MAX_SAFE_INTEGER)(word);
