/**
 * A framework in one of its editions: criteria, each a ladder of steps, worst first; what of the landscape narrows
 * the step; and how criteria add up. The library holds them as data (`library/frameworks`).
 */
import type { DateText, Id } from '../landscape/document.ts';

export type Subject = 'system' | 'provider' | 'organisation';

/** Steps that remain possible, counted from 0, both ends included. */
export type Span = { readonly lowest: number; readonly highest: number };

export type ReadKind = 'measure' | 'clause' | 'fact' | 'matter';
/** Something that the landscape or an answer says: yes or no. `yes` and `no` are the steps that then remain. */
export type Read = { readonly kind: ReadKind; readonly id: Id; readonly is?: readonly string[]; readonly yes?: Span; readonly no?: Span };

export type Covers = 'whole' | 'part' | 'none';

export type Criterion = {
  readonly id: Id;
  readonly group: Id;
  readonly code?: string;
  /** Per step the level that it guarantees; not met and met are [0, 1]. At least two. */
  readonly levels: readonly number[];
  /** Of the best step; they rise evenly from 0. */
  readonly points: number;
  readonly covers: Covers;
  readonly reads: readonly Read[];
  /** It applies only where all of these hold. */
  readonly when: readonly Read[];
  readonly appliesFrom?: DateText;
};

export type Group = { readonly id: Id; readonly code?: string; readonly weight: number };

export type Framework = {
  readonly id: Id;
  readonly family: Id;
  readonly replaces?: Id;
  readonly about: Subject;
  /** `met`: what counts is how many are met. `levels`: the lowest level counts, and points are weighed. */
  readonly scale: 'met' | 'levels';
  readonly groups: readonly Group[];
  readonly criteria: readonly Criterion[];
};

/** A question that frameworks share. `rule`: how the landscape answers it, as far as it can. */
export type Matter = { readonly id: Id; readonly about: Subject; readonly rule?: string };

export const stepsOf = ({ levels }: Criterion): Span => ({ lowest: 0, highest: levels.length - 1 });
