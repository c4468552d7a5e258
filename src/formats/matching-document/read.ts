/** A matching file in YAML or JSON: bytes in; people, or who could be paired, or every fault with its line. */
import { type MatchingDocument, type MatchingFaultCode, readMatching } from '../../core/matching/read.ts';
import { type FileReading, readContent } from '../text-document/content.ts';
import { readTextDocument } from '../text-document/read.ts';

export const readMatchingFile = (bytes: Uint8Array, fileName: string): FileReading<MatchingDocument, MatchingFaultCode> => readContent(readTextDocument(bytes, fileName), readMatching);
