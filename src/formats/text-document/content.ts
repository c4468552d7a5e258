/** What a file says, read by the reader of its format: every fault of text and content at once. */
import type { Fault, Read } from '../../core/fault.ts';
import { located, type Located, type TextFaultCode, type TextReading } from './document.ts';

export type FileReading<T, Code extends string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Located<Fault<Code | TextFaultCode>>[] };

/** Reads the content also where the text has faults of its own (duplicate keys), so that all are reported at once. */
export function readContent<T, Code extends string>(text: TextReading, read: (value: unknown) => Read<T, Code>): FileReading<T, Code> {
  if (!text.ok) return text;
  const content = read(text.document.value);
  if (content.ok && text.document.faults.length === 0) return content;
  const faults: Located<Fault<Code | TextFaultCode>>[] = [...text.document.faults, ...(content.ok ? [] : located(content.faults, text.document))];
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
}
