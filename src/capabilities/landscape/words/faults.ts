/**
 * What is wrong with a document, and the mend, for every code that the readers of text, landscapes and
 * policies can give.
 */
import type { Fault } from '../../../core/fault.ts';
import type { Locale } from '../../../platform/words.ts';
import type { DocumentFaultCode, FaultSentences } from './fault-sentences.ts';
import { faultsEn } from './faults.en.ts';
import { faultsNl } from './faults.nl.ts';

const sentences: Readonly<Record<Locale, FaultSentences>> = { nl: faultsNl, en: faultsEn };

export const sentence = (locale: Locale, { code, details }: Fault<DocumentFaultCode>): string => sentences[locale][code](details);
