/** A landscape file: bytes in; a landscape, or every fault of text and content with its line. */
import type { Fault } from '../../core/fault.ts';
import type { DateText, Landscape } from '../../core/landscape/document.ts';
import type { LandscapeFaultCode } from '../../core/landscape/fault-codes.ts';
import { readLandscape } from '../../core/landscape/read.ts';
import type { Vocabulary } from '../../core/library/vocabulary.ts';
import { type FileReading, readContent } from '../text-document/content.ts';
import { type Located, type TextFaultCode, type TextLimits, textLimits } from '../text-document/document.ts';
import { readTextDocument } from '../text-document/read.ts';

export type LandscapeFileFault = Located<Fault<LandscapeFaultCode | TextFaultCode>>;

/** @param today the day to read dates against where the file names none (`asOf`). */
export const readLandscapeFile = (bytes: Uint8Array, fileName: string, vocabulary: Vocabulary, today: DateText, limits: TextLimits = textLimits): FileReading<Landscape, LandscapeFaultCode> =>
  readContent(readTextDocument(bytes, fileName, limits), (value) => readLandscape(value, vocabulary, today));
