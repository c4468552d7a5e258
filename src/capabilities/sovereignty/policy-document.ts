/** A policy out of a file, ready to judge by; or every fault of it, with its line. */
import type { Path } from '../../core/fault.ts';
import { type CompiledPolicy, compilePolicy, maxOutcomes } from '../../core/policy/compile.ts';
import { DiagramTooLarge } from '../../core/policy/diagram.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { readPolicyFile } from '../../formats/policy-document/read.ts';
import { readTextDocument } from '../../formats/text-document/read.ts';
import type { DocumentText } from '../../platform/command.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { invalid, type Refusal } from '../../platform/refusal.ts';
import { faultOf } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { words } from './words.ts';

const bytesOf = ({ text }: DocumentText): Uint8Array => new TextEncoder().encode(text);

/** Reads the text once more, which only the formats that name lines ask for. */
export const linesIn = (document: DocumentText) => (paths: readonly Path[]): readonly number[] => {
  const read = readTextDocument(bytesOf(document), document.name);
  return read.ok ? read.document.linesOf(paths) : paths.map(() => 1);
};

const inBoth = (text: (locale: 'nl' | 'en') => string) => ({ nl: text('nl'), en: text('en') });

const tooLarge = (document: DocumentText, member: 'outcomes' | 'rules'): Refusal =>
  invalid({ path: member, file: document.name, line: linesIn(document)([[member]])[0] ?? 1, message: inBoth((locale) => words(locale).policyTooLarge[member]) });

/** What a table asks of the engine, or that it is larger than the engine takes. */
export function unlessTooLarge<Answer>(document: DocumentText, ask: () => Answer): Answer | Refusal {
  try {
    return ask();
  } catch (error) {
    if (error instanceof DiagramTooLarge) return tooLarge(document, 'rules');
    throw error;
  }
}

const compiledOr = (policy: Policy, document: DocumentText, at: DocumentContext): CompiledPolicy | Refusal =>
  policy.outcomes.length > maxOutcomes ? tooLarge(document, 'outcomes') : unlessTooLarge(document, () => compilePolicy(policy, libraryOf(at.knowledge).facts));

export function readPolicyDocument(document: DocumentText, at: DocumentContext): CompiledPolicy | Refusal {
  const read = readPolicyFile(bytesOf(document), document.name, libraryOf(at.knowledge));
  if (!read.ok) return invalid(...read.faults.map((fault) => faultOf(fault, { file: document.name, line: fault.line })));
  return compiledOr(read.value, document, at);
}
