/** The shape of the sentences in each language. INVARIANT: a code without a sentence in one of them does not compile. */
import type { Fault } from '../../../core/fault.ts';
import type { LandscapeFaultCode } from '../../../core/landscape/fault-codes.ts';
import type { PolicyFaultCode } from '../../../core/policy/fault-codes.ts';
import type { TextFaultCode } from '../../../formats/text-document/document.ts';

export type DocumentFaultCode = LandscapeFaultCode | PolicyFaultCode | TextFaultCode;
export type FaultSentences = Readonly<Record<DocumentFaultCode, (details: Fault['details']) => string>>;
