/**
 * Who can be seen through what is published. Rows are groups whose statistics were or will be published, columns are
 * people; whoever holds the publications can compute the statistic of every set whose indicator is a combination of
 * rows. INVARIANT: no such set has fewer than `least` people.
 *
 * People in exactly the same groups are one atom: no combination tells them apart, so that every derivable set is a
 * union of atoms. Combinations that vanish on all atoms of `least` people or more are found by elimination; among
 * those, the ones that are a set of fewer than `least` people by search. Arithmetic is modulo a prime: what is a
 * combination over the rationals is one there too, unless the prime divides a minor of the matrix.
 * Source: linear audit of statistical disclosure control; facts/people-and-participation.md §4.2.
 */
export type Group = { readonly id: string; /** Every id once. */ readonly people: readonly string[] };

/** Smaller than 2²⁶, so that a product of two residues is exact in a double. */
const prime = 67_108_859;
const share = 1 / prime;
/** `(a * b) % prime`, by a multiplication instead of a division: half the time of the whole audit. */
function times(a: number, b: number): number {
  const product = a * b;
  const rest = product - Math.floor(product * share) * prime;
  return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
}
const minus = (a: number, b: number): number => (a >= b ? a - b : a - b + prime);
const plus = (a: number, b: number): number => (a + b >= prime ? a + b - prime : a + b);

function inverse(value: number): number {
  let [low, high, x, y] = [value, prime, 1, 0];
  while (low > 1) {
    const quotient = Math.floor(high / low);
    [low, high] = [high - quotient * low, low];
    [x, y] = [y - quotient * x, x];
  }
  return ((x % prime) + prime) % prime;
}

type Atoms = { /** How many people each has. */ readonly sizes: readonly number[]; /** One row a group, one column an atom. */ readonly rows: readonly Float64Array[] };

function atomsOf(groups: readonly Group[]): Atoms {
  const patterns = new Map<string, number[]>();
  groups.forEach(({ people }, at) => { for (const person of people) patterns.set(person, [...(patterns.get(person) ?? []), at]); });
  const atoms = new Map<string, { size: number; readonly groups: readonly number[] }>();
  for (const inGroups of patterns.values()) {
    const key = inGroups.join();
    const atom = atoms.get(key) ?? { size: 0, groups: inGroups };
    atom.size += 1;
    atoms.set(key, atom);
  }
  // Large atoms first: elimination then leaves the rows that vanish on them at the end.
  const list = [...atoms.values()].toSorted((a, b) => b.size - a.size);
  const rows = groups.map(() => new Float64Array(list.length));
  list.forEach(({ groups: inGroups }, at) => { for (const group of inGroups) (rows[group] as Float64Array)[at] = 1; });
  return { sizes: list.map(({ size }) => size), rows };
}

/** Reduced row echelon form, in place. @returns the pivot of each row that is left, in order. */
function reduce(rows: Float64Array[], columns: number): number[] {
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < rows.length; column += 1) {
    const top = pivots.length;
    const found = rows.findIndex((row, at) => at >= top && row[column] !== 0);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found] as Float64Array, rows[top] as Float64Array];
    const pivot = rows[top] as Float64Array;
    const scale = inverse(pivot[column] as number);
    for (let at = column; at < columns; at += 1) if (pivot[at] !== 0) pivot[at] = times(pivot[at] as number, scale);
    for (let other = 0; other < rows.length; other += 1) {
      const row = rows[other] as Float64Array;
      const factor = row[column] as number;
      if (other === top || factor === 0) continue;
      for (let at = column; at < columns; at += 1) if (pivot[at] !== 0) row[at] = minus(row[at] as number, times(factor, pivot[at] as number));
    }
    pivots.push(column);
  }
  return pivots;
}

/**
 * Cut into as many blocks of columns as `least`: a set of fewer people than that leaves one block empty. Where the
 * rows are independent on each block, no combination leaves any empty, and nobody is seen.
 */
function isIndependentOnEachBlock(rows: readonly Float64Array[], columns: readonly number[], least: number): boolean {
  const wanted = rows.length + 8;
  // Every so many-th column: whoever was in the first groups stands in front.
  const blocks = Array.from({ length: least }, (_, at) => columns.filter((_column, of) => of % least === at).slice(0, wanted));
  return blocks.every((block) => block.length >= rows.length && reduce(rows.map((row) => Float64Array.from(block, (column) => row[column] as number)), block.length).length === rows.length);
}

/** Cells looked at; beyond that a search says that it could not show that nobody is seen. What is not shown is not published. */
const workAtMost = 100_000_000;

/** Whether some sum of different rows is a set of fewer than `least` people. Rows are reduced, so that a set takes each of its pivots' rows once. */
function hasSmallSet(rows: readonly Float64Array[], sizes: readonly number[], least: number): boolean {
  const columns = sizes.length;
  let steps = 0;
  /** `kept`: columns that stay in the set. What else sticks out is mended by a further row that has something there. */
  const search = (sum: Float64Array, taken: ReadonlySet<number>, kept: ReadonlySet<number>, first: number): boolean => {
    steps += 1;
    if (steps * columns > workAtMost) return true;
    let weight = 0;
    let open = -1;
    for (let at = 0; at < columns; at += 1) {
      const value = sum[at] as number;
      if (value === 1) { weight += sizes[at] as number; if (open < 0 && !kept.has(at)) open = at; }
      else if (value !== 0) { open = at; weight = Number.POSITIVE_INFINITY; break; }
    }
    if (weight < least) return true;
    if (taken.size >= least - 1 || open < 0) return false;
    const canStay = sum[open] === 1 && [...kept].reduce((all, at) => all + (sizes[at] as number), 0) + (sizes[open] as number) < least;
    if (canStay && search(sum, taken, new Set([...kept, open]), first)) return true;
    for (let row = 0; row < rows.length; row += 1) {
      const values = rows[row] as Float64Array;
      if (row < first || taken.has(row) || values[open] === 0) continue;
      if (search(sum.map((value, at) => plus(value, values[at] as number)), new Set([...taken, row]), kept, first)) return true;
    }
    return false;
  };
  return rows.some((row, at) => search(row, new Set([at]), new Set(), at));
}

/** Whether any set of at least one and fewer than `least` people can be computed from the statistics of these groups. */
export function pointsAtSomeone(groups: readonly Group[], least: number): boolean {
  const { sizes, rows: all } = atomsOf(groups);
  const everyColumn = sizes.map((_, at) => at);
  if (isIndependentOnEachBlock(all, everyColumn, least)) return false;
  const rows = all.map((row) => row.slice());
  const pivots = reduce(rows, sizes.length);
  const small = rows.filter((_, at) => at < pivots.length && (sizes[pivots[at] as number] as number) < least);
  if (small.length === 0) return false;
  const from = sizes.findIndex((size) => size < least);
  if (isIndependentOnEachBlock(small, everyColumn.slice(from), least)) return false;
  return hasSmallSet(small.map((row) => row.slice(from)), sizes.slice(from), least);
}
