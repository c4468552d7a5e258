/**
 * JSON from outside, read more strictly than `JSON.parse` does: nothing deeper than anybody needs, no member
 * twice (the parser keeps the last in silence), no whole number that would be rounded, no name that means
 * something to JavaScript. Every fault at once, each with the path to it.
 */
import { visit } from 'jsonc-parser';
import type { InputFault } from '../../platform/refusal.ts';
import type { Text } from '../../platform/words.ts';

const deepest = 32;

type Step = string | number;
export type StrictReading = { readonly value: unknown; readonly faults: readonly InputFault[] };

const text = {
  notJson: { nl: 'Dit is geen geldige JSON. Kijk haakjes, komma’s en aanhalingstekens na.', en: 'This is not valid JSON. Check brackets, commas and quotes.' },
  tooDeep: { nl: `Dit ligt dieper dan ${deepest} lagen. Maak het vlakker.`, en: `This lies deeper than ${deepest} levels. Make it flatter.` },
  twice: { nl: 'Dit staat er twee keer. Laat er een weg.', en: 'This is there twice. Leave one out.' },
  reserved: { nl: 'Deze naam mag niet. Laat dit weg.', en: 'This name is not allowed. Leave it out.' },
  rounded: { nl: 'Dit getal is te groot om precies te bewaren. Stuur een kleiner getal.', en: 'This number is too large to keep exactly. Send a smaller one.' },
} satisfies Record<string, Text>;

const reserved = new Set(['__proto__', 'constructor', 'prototype']);
const dotted = (path: readonly Step[]): string => path.join('.');
/** As the parser understood it, not as it is written: 1e400 is no number any more. */
const isRounded = (value: unknown): boolean => typeof value === 'number' && (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)));

class TooDeep extends Error {}

/** @throws TooDeep before the walk itself could run out of stack. */
function faultsIn(source: string): InputFault[] {
  const faults: InputFault[] = [];
  const open: Set<string>[] = [];
  const enter = (): void => {
    open.push(new Set());
    if (open.length > deepest) throw new TooDeep();
  };
  const leave = (): void => void open.pop();
  const note = (path: readonly Step[], message: Text): void => void faults.push({ path: dotted(path), message });
  visit(source, {
    onObjectBegin: enter,
    onArrayBegin: enter,
    onObjectEnd: leave,
    onArrayEnd: leave,
    onObjectProperty: (key, _offset, _length, _line, _character, path) => {
      const names = open.at(-1);
      if (reserved.has(key)) note([...path(), key], text.reserved);
      if (names?.has(key)) note([...path(), key], text.twice);
      names?.add(key);
    },
    onLiteralValue: (value, _offset, _length, _line, _character, path) => {
      if (isRounded(value)) note(path(), text.rounded);
    },
  });
  return faults;
}

function parsed(source: string): StrictReading {
  try {
    return { value: JSON.parse(source) as unknown, faults: [] };
  } catch {
    return { value: undefined, faults: [{ path: '', message: text.notJson }] };
  }
}

export function readStrictJson(source: string): StrictReading {
  try {
    const faults = faultsIn(source);
    return faults.length > 0 ? { value: undefined, faults } : parsed(source);
  } catch (error) {
    if (error instanceof TooDeep) return { value: undefined, faults: [{ path: '', message: text.tooDeep }] };
    throw error;
  }
}
