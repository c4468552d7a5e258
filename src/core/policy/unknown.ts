/** The exact verdict where facts are unknown (engine.md §5): over all completions, the sets taken as independent. */
import type { Id } from '../landscape/document.ts';
import { byCodePoint, inCodePointOrder } from '../order.ts';
import type { CompiledPolicy } from './compile.ts';
import { rankOf } from './evaluate.ts';
import { isKnown, withValue, type FactSets } from './fact-sets.ts';
import { essentialFacts } from './essential.ts';
import { undetermined, type Outcome } from './policy.ts';
import { reachableOutcomes } from './reachable.ts';
import type { Row } from './rows.ts';

export type Judgement = {
  /** One of the policy's outcomes, `gap` or `undetermined`. */
  readonly verdict: Outcome;
  /** What remains possible, in code-point order; `gap` among them where some completion matches no row. */
  readonly outcomes: readonly Outcome[];
  /** Of every conditional row that matches in some completion whose outcome is conditional; code-point order. */
  readonly conditions: readonly Id[];
  /** Unknown facts that can change the outcome, most informative first. */
  readonly decisive: readonly Id[];
  /** Rows that match in some completion, in code-point order. */
  readonly rules: readonly Id[];
};

export const evaluateUnknown = (compiled: CompiledPolicy, sets: FactSets): Judgement => {
  const reached = sets.every(isKnown) ? 1 << rankOf(compiled.joined, sets.map((set) => set.indexOf(1))) : reachableOutcomes(compiled.diagram, sets);
  const outcomes = compiled.outcomes.filter((_, rank) => reached & (1 << rank));
  const rows = compiled.rowsById.filter((row) => canMatch(row, sets));
  return {
    verdict: outcomes.length === 1 ? outcomes[0]! : undetermined,
    outcomes: inCodePointOrder(outcomes),
    conditions: conditionsOf(compiled, sets, rows, reached),
    decisive: outcomes.length === 1 ? [] : decisiveFacts(compiled, sets, outcomes.length),
    rules: rows.map((row) => row.id),
  };
};

/** In some completion; the sets are independent, so fact by fact. */
export const canMatch = ({ tests }: Row, sets: FactSets): boolean => {
  for (const { fact, values } of tests) if (!overlap(values, sets[fact]!)) return false;
  return true;
};

const overlap = (accepts: Uint8Array, possible: Uint8Array): boolean => {
  for (let value = 0; value < accepts.length; value++) if (accepts[value]! & possible[value]!) return true;
  return false;
};

const conditional = 'conditional';

/** INVARIANT: exact. A row counts only where it matches in a completion whose outcome is conditional, not merely somewhere. */
const conditionsOf = (compiled: CompiledPolicy, sets: FactSets, rows: readonly Row[], reached: number): readonly Id[] => {
  const bit = 1 << compiled.outcomes.indexOf(conditional);
  if (!(reached & bit)) return [];
  const isSure = reached === bit;
  const counted = rows.filter((row) => row.rule.then === conditional && (isSure || reachableOutcomes(compiled.diagram, withinRow(row, sets), bit) !== 0));
  return inCodePointOrder([...new Set(counted.flatMap((row) => row.rule.conditions ?? []))]);
};

/** The completions in which the row matches. */
export const withinRow = ({ tests }: Row, sets: FactSets): FactSets => {
  const within = [...sets];
  // What is known and lies in the row stays as it is.
  for (const { fact, values } of tests) if (!isKnown(sets[fact]!) || !overlap(values, sets[fact]!)) within[fact] = overlapOf(values, sets[fact]!);
  return within;
};

const overlapOf = (accepts: Uint8Array, possible: Uint8Array): Uint8Array => {
  const overlapping = new Uint8Array(accepts.length);
  for (let value = 0; value < accepts.length; value++) overlapping[value] = accepts[value]! & possible[value]!;
  return overlapping;
};

const decisiveFacts = (compiled: CompiledPolicy, sets: FactSets, possible: number): readonly Id[] =>
  essentialFacts(compiled.diagram, sets)
    .filter((fact) => !isKnown(sets[fact]!))
    .map((fact) => ({ id: compiled.facts[fact]!.id, left: largestLeft(compiled, sets, fact, possible) }))
    .sort((a, b) => a.left - b.left || byCodePoint(a.id, b.id))
    .map(({ id }) => id);

/** However the question is answered, at most this many outcomes remain, of those `possible` now. */
const largestLeft = (compiled: CompiledPolicy, sets: FactSets, fact: number, possible: number): number => {
  let largest = 0;
  for (const value of answersTo(sets, fact)) {
    largest = Math.max(largest, bits(reachableOutcomes(compiled.diagram, withValue(sets, fact, value))));
    if (largest === possible) return possible;
  }
  return largest;
};

/** The value indices still possible. */
export const answersTo = (sets: FactSets, fact: number): readonly number[] => {
  const answers: number[] = [];
  sets[fact]!.forEach((possible, value) => possible && answers.push(value));
  return answers;
};

const bits = (mask: number): number => (mask === 0 ? 0 : 1 + bits(mask & (mask - 1)));
