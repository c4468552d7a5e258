/** Summing all chains through a group of entities that own each other, exactly instead of term by term. */

/** Position → share. */
export type Row = Map<number, number>;

type Elimination = {
  readonly rows: readonly Row[];
  readonly columns: readonly Row[];
  /** The part of each row that leaves the group. */
  readonly leaks: number[];
  readonly sums: number[];
};

/**
 * The limit of b + bW + bW² + …: state elimination (Grassmann, Taksar, Heyman 1985). Take the entities out one
 * by one, folding the chains through each into the others; then put them back in reverse. Nothing is ever
 * subtracted, so nothing cancels, and sparse rows keep a ring of thousands linear. `rows` is used up.
 */
export const chainSums = (rows: readonly Row[], inflow: readonly number[]): readonly number[] => {
  const leaks = rows.map((row) => Math.max(0, 1 - Iterator.from(row.values()).reduce((sum, share) => sum + share, 0)));
  const work: Elimination = { rows, columns: transposed(rows), leaks, sums: [...inflow] };
  for (const out of rows.keys()) takeOut(work, out);
  for (let back = rows.length - 1; back >= 0; back -= 1) putBack(work, back);
  return work.sums;
};

const transposed = (rows: readonly Row[]): readonly Row[] => {
  const columns = rows.map((): Row => new Map());
  for (const [from, row] of rows.entries()) for (const [to, share] of row) columns[to]?.set(from, share);
  return columns;
};

const takeOut = ({ rows, columns, leaks, sums }: Elimination, out: number): void => {
  const row = later(rows[out], out);
  const column = columns[out] ?? new Map<number, number>();
  const leak = leaks[out] ?? 0;
  // What leaves `out` for good; 1 / leaving sums the rounds from `out` to itself.
  const leaving = row.reduce((sum, [, share]) => sum + share, leak);
  sums[out] = (sums[out] ?? 0) / leaving;
  for (const [to, share] of row) sums[to] = (sums[to] ?? 0) + sums[out] * share;
  for (const [from, share] of later(column, out)) {
    const through = share / leaving;
    column.set(from, through);
    leaks[from] = (leaks[from] ?? 0) + through * leak;
    for (const [to, onward] of row) addShare(rows, columns, { from, to, share: through * onward });
  }
};

const addShare = (
  rows: readonly Row[],
  columns: readonly Row[],
  { from, to, share }: { readonly from: number; readonly to: number; readonly share: number },
): void => {
  const total = (rows[from]?.get(to) ?? 0) + share;
  rows[from]?.set(to, total);
  columns[to]?.set(from, total);
};

const putBack = ({ columns, sums }: Elimination, back: number): void => {
  for (const [from, share] of later(columns[back], back)) sums[back] = (sums[back] ?? 0) + (sums[from] ?? 0) * share;
};

const later = (row: Row | undefined, than: number): readonly (readonly [number, number])[] =>
  [...(row ?? [])].filter(([at]) => at > than);
