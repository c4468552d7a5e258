import type { AggregateAssurance } from '../../core/assurance/aggregate.ts';
import type { DateText, Id } from '../../core/landscape/document.ts';
import type { Reading } from '../../core/library/library.ts';
import type { Outcome } from '../../core/policy/policy.ts';
import type { Text } from '../../platform/words.ts';
import type { Conduct, ContractMoment, OpenQuestion, ToDecide, VerdictCount } from './summary.ts';

/** What the board's page shows. */
export type Cockpit = {
  readonly organisation: string;
  readonly asOf: DateText;
  readonly systems: number;
  readonly assurance: AggregateAssurance;
  readonly reading: Reading;
  readonly policyName: Text;
  /** Worst first. */
  readonly outcomes: readonly Outcome[];
  readonly worst: Outcome;
  readonly counts: readonly VerdictCount[];
  readonly forbidden: readonly ToDecide[];
  readonly questions: readonly OpenQuestion[];
  readonly moments: readonly ContractMoment[];
  readonly contradictions: number;
  readonly missed: readonly number[];
  readonly conduct: Conduct;
  readonly hasAmbition: boolean;
  readonly falls: readonly Fall[];
};

/** A provider that takes promises with it. */
export type Fall = { readonly id: Id; readonly name: string; readonly breaches: number; readonly services: number };
