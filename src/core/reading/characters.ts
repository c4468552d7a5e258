/** What may stand in the texts and ids of a document. */
import { withoutControls } from '../fault.ts';
import { type Reader, type ReadingFaultCode, report, type Spot } from './spot.ts';

/** Where texts are written down by hand this is ample; it bounds what one member can make a page do. */
export const mostCharacters = 2000;
const mostIdCharacters = 200;

const plain = /^[\x20-\x7e]+$/;
const control = /\p{Cc}/u;
const controlBesidesLines = /(?![\n\t\r])\p{Cc}/u;
/**
 * Characters that reorder the text around them (embeddings, overrides, isolates), that are invisible and
 * mean nothing (zero-width space, word joiner, byte order mark, soft hyphen, tags), or half a character.
 * Allowed, since Arabic, Hebrew, Persian and emoji need them: marks (LRM, RLM, ALM) and zero-width (non-)joiners.
 */
const hidden = /[\u00ad\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/u;

/** A foreign value as it may stand in a sentence: short, and without a character that would act on a terminal or a page. */
export const short = (value: string): string => withoutControls(value.length > 60 ? `${value.slice(0, 59)}…` : value);

export const codePointText = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function charactersAllowed(value: string, spot: Spot<ReadingFaultCode>, forbidden: RegExp): boolean {
  if (plain.test(value)) return true;
  const broken = forbidden.exec(value);
  if (broken) report(spot, 'control-character', { character: codePointText(broken[0]), position: broken.index + 1 });
  const unseen = hidden.exec(value);
  if (unseen) report(spot, 'hidden-character', { character: codePointText(unseen[0]), position: unseen.index + 1 });
  return broken === null && unseen === null;
}

export const kindOf = (value: unknown): 'text' | 'number' | 'true-or-false' | 'list' | 'object' | 'nothing' => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  const kinds = { string: 'text', number: 'number', boolean: 'true-or-false' } as const;
  return kinds[typeof value as keyof typeof kinds] ?? 'object';
};

export type ValueKind = ReturnType<typeof kindOf>;

export function wrongType(value: unknown, spot: Spot<ReadingFaultCode>, expected: ValueKind): undefined {
  if (value === null || value === undefined) return report(spot, 'no-value', { expected });
  return report(spot, 'wrong-type', { expected, found: kindOf(value) });
}

/** Characters as people count them, and JSON Schema: a pair of surrogates is one. Exact only where it matters. */
const lengthOf = (value: string, most: number): number => (value.length <= most || value.length > 2 * most ? value.length : [...value].length);

const tooLong = (value: string, most: number, spot: Spot<ReadingFaultCode>): boolean => {
  const length = lengthOf(value, most);
  if (length > most) report(spot, 'text-too-long', { length, most });
  return length > most;
};

const textWithout =
  (forbidden: RegExp): Reader<string> =>
  (value, spot) => {
    if (typeof value !== 'string') return wrongType(value, spot, 'text');
    if (value.trim() === '') return report(spot, 'empty-text');
    if (tooLong(value, mostCharacters, spot)) return undefined;
    return charactersAllowed(value, spot, forbidden) ? value : undefined;
  };

/** One line of text, such as a name. HTML in it is text like any other. */
export const line: Reader<string> = textWithout(control);
/** Text that may have lines, such as a reason. */
export const prose: Reader<string> = textWithout(controlBesidesLines);

/** Letters and digits of any script, and signs that survive in addresses, scenarios (`layer:ID/7`) and files. */
const idPattern = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._:@+~/#-]*$/u;
const reserved = new Set(['self', '-']);

/** An id as it is given to something new. References are only looked up. */
export const newId: Reader<string> = (value, spot) => {
  if (typeof value !== 'string') return wrongType(value, spot, 'text');
  if (reserved.has(value)) return report(spot, 'id-reserved', { id: value });
  if (value === '') return report(spot, 'empty-text');
  if (tooLong(value, mostIdCharacters, spot)) return undefined;
  if (idPattern.test(value)) return value;
  const allowed = charactersAllowed(value, spot, control);
  return allowed ? report(spot, 'id-shape', { id: short(value) }) : undefined;
};

const asciiLower = /^[a-z0-9._:@+~/#-]*$/;
/** Two ids with the same fold look alike to people: they differ only in case or in Unicode normalisation. */
export const foldId = (id: string): string => (asciiLower.test(id) ? id : id.normalize('NFKC').toLowerCase().normalize('NFKC'));
