/** A landscape document by the rules of the file format: from a file's text, or from an edit. */
import type { Fault } from '../../core/fault.ts';
import { pathText } from '../../core/fault.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import { readLandscape } from '../../core/landscape/read.ts';
import { landscapeDocument } from '../../core/landscape/write.ts';
import { readLandscapeFile } from '../../formats/landscape-document/read.ts';
import { type TextLimits, textLimits } from '../../formats/text-document/document.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { invalid, type InputFault, type Refusal } from '../../platform/refusal.ts';
import { libraryOf } from '../library/public.ts';
import { sentence } from './words/faults.ts';
import type { DocumentFaultCode } from './words/fault-sentences.ts';

type DocumentFault = Fault<DocumentFaultCode>;

/** Of a landscape or a policy. */
export const faultOf = (fault: DocumentFault, place: { readonly file?: string; readonly line?: number } = {}): InputFault => ({
  path: pathText(fault.path),
  message: { nl: sentence('nl', fault), en: sentence('en', fault) },
  ...place,
});

/** For a server, which answers others meanwhile: large YAML takes seconds to read, the same as JSON does not. */
export const serverLimits: TextLimits = { ...textLimits, yamlBytes: 3_000_000 };

/** All faults at once, each with its line. */
export function readDocument({ name, text }: { readonly name: string; readonly text: string }, at: DocumentContext, limits: TextLimits = textLimits): Landscape | Refusal {
  const read = readLandscapeFile(new TextEncoder().encode(text), name, libraryOf(at.knowledge), at.today, limits);
  return read.ok ? read.value : invalid(...read.faults.map((fault) => faultOf(fault, { file: name, line: fault.line })));
}

/** An edited landscape, held to the same rules as a file. */
export function readCandidate(candidate: Landscape, at: DocumentContext): Landscape | Refusal {
  const read = readLandscape(landscapeDocument(candidate), libraryOf(at.knowledge), at.today);
  return read.ok ? read.value : invalid(...read.faults.map((fault) => faultOf(fault)));
}
