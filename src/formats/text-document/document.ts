/**
 * A YAML or JSON file as a plain value that remembers its lines. Knows nothing of landscapes or policies.
 */
import type { Fault, Path } from '../../core/fault.ts';

/** Line numbers count from 1. */
export type Located<F extends Fault> = F & { readonly line: number };

export type TextFaultCode =
  | 'not-utf-8'
  | 'utf-16'
  | 'empty-document'
  | 'yaml-too-large'
  | 'json-too-large'
  | 'nested-too-deep'
  | 'broken-yaml'
  | 'broken-json'
  | 'several-documents'
  | 'duplicate-key'
  | 'key-not-text'
  | 'alias-without-anchor'
  | 'alias-inside-itself'
  | 'aliases-too-many'
  | 'tag-not-allowed';

export type TextFault = Located<Fault<TextFaultCode>>;

/**
 * `faults` are those that leave the rest readable (a duplicate key), so that a reader can report its own
 * beside them. INVARIANT: a document with faults is never used for anything but finding more faults.
 */
export type TextDocument = {
  readonly value: unknown;
  readonly faults: readonly TextFault[];
  /**
   * The line of each path: of its key, or where the list item starts; of the nearest thing around it where
   * the path does not exist (a missing member). Reads the text again: ask once, for all paths together.
   */
  readonly linesOf: (paths: readonly Path[]) => readonly number[];
};

export type TextReading = { readonly ok: true; readonly document: TextDocument } | { readonly ok: false; readonly faults: readonly TextFault[] };

export type TextLimits = { readonly yamlBytes: number; readonly jsonBytes: number; readonly depth: number; readonly aliasedNodes: number };

/**
 * Measured on two shared cores: YAML reads at about 0.7 MB/s and 150 bytes of memory a byte, JSON at over
 * 50 MB/s. The depth is far above what any of our formats needs (8).
 */
export const textLimits: TextLimits = { yamlBytes: 16_000_000, jsonBytes: 200_000_000, depth: 64, aliasedNodes: 10_000 };

export const textFault = (code: TextFaultCode, line: number, details: TextFault['details'] = {}, path: Path = []): TextFault => ({ code, path, details, line });

/** Adds its line to every fault of a reader. */
export function located<F extends Fault>(faults: readonly F[], document: TextDocument): readonly Located<F>[] {
  const lines = document.linesOf(faults.map(({ path }) => path));
  return faults.map((fault, at) => ({ ...fault, line: lines[at] ?? 1 }));
}
