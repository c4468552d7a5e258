/** Every rule that a landscape document can break (engine.md §2), beside those of any document. */
import type { ReadingFaultCode } from '../reading/spot.ts';

export type LandscapeOnlyFaultCode =
  | 'unknown-provider'
  | 'unknown-dataset'
  | 'unknown-system'
  | 'unknown-contract'
  | 'unknown-evidence'
  | 'unknown-measure'
  | 'unknown-clause'
  | 'unknown-country'
  | 'service-as-need'
  | 'self-as-owner'
  | 'self-as-sub-processor'
  | 'self-as-provider'
  | 'share-out-of-range'
  | 'shares-over-one'
  | 'owner-without-share-or-control'
  | 'not-a-layer'
  | 'layer-8-has-no-operator'
  | 'reason-missing'
  | 'runs-on-itself'
  | 'runs-on-cycle'
  | 'alternative-repeated'
  | 'says-about-nothing'
  | 'says-about-several'
  | 'organisation-not-true';

export type LandscapeFaultCode = ReadingFaultCode | LandscapeOnlyFaultCode;
