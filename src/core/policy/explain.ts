/** Why: the rows that match, which of them decide, and on what law they rest. */
import type { Id } from '../landscape/document.ts';
import type { CompiledPolicy } from './compile.ts';
import type { FactSets } from './fact-sets.ts';
import type { Ground, Outcome } from './policy.ts';
import { reachableOutcomes } from './reachable.ts';
import type { Row } from './rows.ts';
import { canMatch, withinRow } from './unknown.ts';

export type ExplainedRow = {
  readonly rule: Id;
  readonly outcome: Outcome;
  /** In every completion, or only in some. */
  readonly matches: 'always' | 'sometimes';
  /** Its outcome is the one that counts in some completion in which it matches; otherwise a worse row always overrules it. */
  readonly decides: boolean;
  /** The unknown facts on which it depends whether the row matches, by id. */
  readonly dependsOn: readonly Id[];
  readonly because: readonly Ground[];
};

/** The rows that match in some completion, in the order of the table. */
export const explain = (compiled: CompiledPolicy, sets: FactSets): readonly ExplainedRow[] =>
  compiled.rows.filter((row) => canMatch(row, sets)).map((row) => explainRow(compiled, sets, row));

const explainRow = (compiled: CompiledPolicy, sets: FactSets, row: Row): ExplainedRow => {
  const dependsOn = compiled.facts.filter((_, fact) => mayFail(row, sets, fact)).map(({ id }) => id);
  return {
    rule: row.id,
    outcome: row.rule.then,
    matches: dependsOn.length === 0 ? 'always' : 'sometimes',
    decides: reachableOutcomes(compiled.diagram, withinRow(row, sets), 1 << row.rank) !== 0,
    dependsOn,
    because: row.rule.because ?? [],
  };
};

const mayFail = ({ box }: Row, sets: FactSets, fact: number): boolean =>
  box[fact]?.some((accepts, value) => !accepts && sets[fact]![value]) ?? false;
