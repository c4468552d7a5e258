/** Every rule that a policy document can break (engine.md §5), beside those of any document. */
import type { ReadingFaultCode } from '../reading/spot.ts';

export type PolicyOnlyFaultCode =
  | 'unknown-fact'
  | 'unknown-fact-clause'
  | 'unknown-fact-value'
  | 'range-on-values'
  | 'value-on-thresholds'
  | 'range-with-lt-and-lte'
  | 'range-with-gt-and-gte'
  | 'range-holds-nothing'
  | 'unknown-outcome'
  | 'outcome-reserved'
  | 'conditions-without-conditional'
  | 'unknown-condition'
  | 'unknown-law';

export type PolicyFaultCode = ReadingFaultCode | PolicyOnlyFaultCode;
