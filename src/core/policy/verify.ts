/** What is wrong with a policy as a whole: cases no row covers, cases where rows disagree, rows without effect. */
import type { Id } from '../landscape/document.ts';
import { worstOutcome, type CompiledPolicy } from './compile.ts';
import { deadRows, type DeadRow } from './dead-rows.ts';
import { createStore, type NodeId } from './diagram.ts';
import { clashExamples, gapExamples, type ClashExample, type GapExample } from './examples.ts';
import { countValue, type Count } from './count.ts';
import { countCases, createRegions, leavesRegion, outcomeRegion, type Regions } from './region.ts';

/** The document of library/schemas/policy-verification-1.schema.json. Counts are over the facts the table reads. */
export type PolicyVerification = {
  readonly regiekompas: 'policy-verification/1';
  readonly policy: Id;
  readonly facts: readonly { readonly id: Id; readonly values: readonly string[] }[];
  readonly cases: Count;
  readonly gaps: { readonly count: Count; readonly examples: readonly GapExample[] };
  readonly clashes: { readonly count: Count; readonly examples: readonly ClashExample[] };
  readonly deadRows: readonly DeadRow[];
};

export const verifyPolicy = (compiled: CompiledPolicy): PolicyVerification => {
  const regions = createRegions(compiled);
  const { gaps, clashes } = faultyRegions(regions, compiled);
  return {
    regiekompas: 'policy-verification/1',
    policy: compiled.policy.id,
    facts: compiled.facts.map(({ id, values }) => ({ id, values })),
    cases: countValue(compiled.facts.reduce((product, { values }) => product * BigInt(values.length), 1n)),
    gaps: { count: countValue(countCases(regions, gaps)), examples: gapExamples(regions, compiled, gaps) },
    clashes: { count: countValue(countCases(regions, clashes)), examples: clashExamples(compiled) },
    deadRows: deadRows(compiled),
  };
};

/** The counts alone, as an assessment reports them (engine.md §11). */
export const countFaults = (compiled: CompiledPolicy): { readonly gaps: Count; readonly clashes: Count } => {
  const regions = createRegions(compiled);
  const { gaps, clashes } = faultyRegions(regions, compiled);
  return { gaps: countValue(countCases(regions, gaps)), clashes: countValue(countCases(regions, clashes)) };
};

const faultyRegions = (regions: Regions, compiled: CompiledPolicy): { readonly gaps: NodeId; readonly clashes: NodeId } => ({
  gaps: outcomeRegion(regions, compiled, 1 << compiled.policy.outcomes.length),
  clashes: clashRegion(regions, compiled),
});

/** A clash: the worst outcome that matches is not the best one. The best is the worst of the reversed scale. */
const clashRegion = (regions: Regions, { policy, rows, order }: CompiledPolicy): NodeId => {
  const noRow = policy.outcomes.length;
  const reversed = (rank: number): number => noRow - 1 - rank;
  const store = createStore(regions.store.sizes, noRow + 1);
  const worst = worstOutcome(store, order, rows, noRow);
  const best = worstOutcome(store, order, rows.map(({ box, rank }) => ({ box, rank: reversed(rank) })), noRow);
  return leavesRegion(regions, store, worst, best, (a, b) => a !== noRow && a !== reversed(b));
};
