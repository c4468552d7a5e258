/**
 * JSON through `JSON.parse`. A valid document is scanned once more, cheaply: `JSON.parse` keeps the last of
 * two equal keys in silence, so members are counted in the text and in the value, and only a difference
 * pays for finding where.
 */
import { visit } from 'jsonc-parser';
import type { Path } from '../../core/fault.ts';
import { type TextFault, type TextLimits, type TextReading, textFault } from './document.ts';
import { lineAt, type Wanted, wantedLines } from './wanted-lines.ts';

const quote = 34;
const backslash = 92;
const colon = 58;
const opens = (code: number): boolean => code === 123 || code === 91;
const closes = (code: number): boolean => code === 125 || code === 93;

/** The position of the quote that ends the string that starts at `from`. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}

type Survey = { readonly members: number; readonly depth: number; readonly deepestAt: number };

/** Counts members and nesting in the text, without trusting it to be JSON. */
function survey(text: string): Survey {
  let members = 0;
  let open = 0;
  let depth = 0;
  let deepestAt = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at);
    else if (code === colon) members += 1;
    else if (opens(code)) {
      open += 1;
      if (open > depth) [depth, deepestAt] = [open, at];
    } else if (closes(code)) open -= 1;
  }
  return { members, depth, deepestAt };
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  return members.reduce<number>((sum, member) => sum + countMembers(member), Array.isArray(value) ? 0 : members.length);
}

/** Every second and further key of an object, with its line. */
function duplicateKeys(text: string): TextFault[] {
  const faults: TextFault[] = [];
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (key, _offset, _length, line, _character, path) => {
      const seen = objects.at(-1);
      if (seen?.has(key)) faults.push(textFault('duplicate-key', line + 1, { key }, [...path(), key]));
      seen?.add(key);
    },
  });
  return faults;
}

type Frame = { readonly wanted: Wanted | undefined; next: number; key: Wanted | undefined };

/** Walks the text once and writes down the lines of the wanted places. */
function fillLines(text: string, root: Wanted): void {
  const frames: Frame[] = [];
  const place = (line: number): Wanted | undefined => {
    const frame = frames.at(-1);
    if (frame === undefined) {
      root.line = line;
      return root;
    }
    if (frame.next < 0) return frame.key;
    const wanted = frame.wanted?.inside.get(String(frame.next++));
    if (wanted) wanted.line = line;
    return wanted;
  };
  const open = (next: number) => (_offset: number, _length: number, line: number) => void frames.push({ wanted: place(line + 1), next, key: undefined });
  visit(text, {
    onObjectBegin: open(-1),
    onArrayBegin: open(0),
    onObjectEnd: () => void frames.pop(),
    onArrayEnd: () => void frames.pop(),
    onLiteralValue: (_value, _offset, _length, line) => void place(line + 1),
    onObjectProperty: (key, _offset, _length, line) => {
      const frame = frames.at(-1);
      if (frame === undefined) return;
      frame.key = frame.wanted?.inside.get(key);
      if (frame.key) frame.key.line = line + 1;
    },
  });
}

function linesOf(text: string, paths: readonly Path[]): readonly number[] {
  if (paths.length === 0) return [];
  const root = wantedLines(paths);
  fillLines(text, root);
  return paths.map((path) => lineAt(root, path));
}

function firstSyntaxFault(text: string): TextFault {
  let line: number | undefined;
  visit(text, { onError: (_code, _offset, _length, at) => void (line ??= at + 1) }, { allowTrailingComma: false, disallowComments: true });
  return textFault('broken-json', line ?? 1);
}

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

export function readJson(text: string, limits: TextLimits): TextReading {
  const { members, depth, deepestAt } = survey(text);
  if (depth > limits.depth) {
    const line = text.slice(0, deepestAt).split('\n').length;
    return { ok: false, faults: [textFault('nested-too-deep', line, { depth: limits.depth })] };
  }
  const json = parsed(text);
  if (json === undefined) return { ok: false, faults: [firstSyntaxFault(text)] };
  const faults = members === countMembers(json.value) ? [] : duplicateKeys(text);
  return { ok: true, document: { value: json.value, faults, linesOf: (paths) => linesOf(text, paths) } };
}
