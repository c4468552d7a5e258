/** A cloud policy as its author wrote it (engine.md §5). Faults and order live in read.ts; meaning in compile.ts. */
import type { Id } from '../landscape/document.ts';

export type Outcome = string;

/** A value, one of several, everything but some, or (for hours and days) a range. Absent = any. */
export type Condition =
  | string
  | readonly string[]
  | { readonly not: string | readonly string[] }
  | { readonly lt?: number; readonly lte?: number; readonly gt?: number; readonly gte?: number };

export type Ground = { readonly law: Id; readonly article?: string };

export type Rule = {
  readonly id: Id;
  readonly when: Readonly<Record<Id, Condition>>;
  readonly then: Outcome;
  /** Measure or clause ids; on `conditional` rows only. */
  readonly conditions?: readonly Id[];
  readonly because?: readonly Ground[];
};

export type Policy = {
  readonly id: Id;
  readonly name: { readonly nl: string; readonly en: string };
  /** Worst first. */
  readonly outcomes: readonly Outcome[];
  readonly rules: readonly Rule[];
};

export const defaultOutcomes: readonly Outcome[] = ['forbidden', 'conditional', 'permitted'];
/** No row matches. Not an outcome an author can write. */
export const gap = 'gap';
/** Several outcomes remain possible. Not an outcome an author can write. */
export const undetermined = 'undetermined';
