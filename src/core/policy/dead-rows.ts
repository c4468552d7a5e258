/** Rows that can never decide anything. */
import type { Id } from '../landscape/document.ts';
import type { CompiledPolicy } from './compile.ts';
import { both, boxRegion, createRegions, rowsRegion, type Regions } from './region.ts';
import { isEmpty, meet, type Row } from './rows.ts';

/**
 * `never-matches`: a condition accepts no value. `covered`: wherever it matches, the rows of `by` (as few as
 * can be left, in table order) already give at least as bad an outcome and, to a conditional row, its conditions.
 */
export type DeadRow = { readonly rule: Id; readonly why: 'never-matches' } | { readonly rule: Id; readonly why: 'covered'; readonly by: readonly Id[] };

/**
 * A row is dead when leaving it out changes neither the outcome nor the conditions of any complete case. Each
 * is judged against the whole table: of two equal rows both are dead, and after removing one the other lives.
 */
export const deadRows = (compiled: CompiledPolicy): readonly DeadRow[] => {
  const regions = createRegions(compiled);
  return compiled.rows.flatMap((row) => deadRow(regions, compiled.rows, row) ?? []);
};

const deadRow = (regions: Regions, rows: readonly Row[], row: Row): DeadRow | undefined => {
  if (isEmpty(row.box)) return { rule: row.id, why: 'never-matches' };
  const groups = replacements(rows, row).map((group) => group.filter((other) => !isEmpty(meet(other.box, row.box))));
  if (!groups.every((group) => covers(regions, group, row))) return undefined;
  const needed = new Set(groups.flatMap((group) => fewest(regions, group, row)));
  return { rule: row.id, why: 'covered', by: rows.filter((other) => needed.has(other)).map(({ id }) => id) };
};

/** What has to cover the row: rows at least as bad and, for each of its conditions, rows worse or with that condition. */
const replacements = (rows: readonly Row[], row: Row): readonly (readonly Row[])[] => {
  const others = rows.filter((other) => other !== row);
  const conditions = row.rule.conditions ?? [];
  if (conditions.length === 0) return [others.filter((other) => other.rank <= row.rank)];
  return conditions.map((condition) =>
    others.filter((other) => other.rank < row.rank || (other.rank === row.rank && other.rule.conditions?.includes(condition))),
  );
};

const covers = (regions: Regions, group: readonly Row[], row: Row): boolean => {
  const target = boxRegion(regions, row.box);
  const within = group.map((other) => ({ ...other, box: meet(other.box, row.box) }));
  return both(regions, target, rowsRegion(regions, within)) === target;
};

/** Leaves out one row after the other, from the last, as long as the rest still covers. */
const fewest = (regions: Regions, group: readonly Row[], row: Row): readonly Row[] =>
  group.reduceRight<readonly Row[]>((kept, candidate) => {
    const rest = kept.filter((other) => other !== candidate);
    return covers(regions, rest, row) ? rest : kept;
  }, group);
