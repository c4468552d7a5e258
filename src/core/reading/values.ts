/** Readers of single values and of lists. */
import { short, wrongType } from './characters.ts';
import { nearest } from './nearest.ts';
import { inside, type Reader, type ReadingFaultCode, report, type Spot } from './spot.ts';

export const oneOf =
  <const T extends string>(values: readonly T[]): Reader<T> =>
  (value, spot) => {
    if (typeof value !== 'string') return wrongType(value, spot, 'text');
    const found = values.find((known) => known === value);
    return found ?? report(spot, 'not-one-of', { value: short(value), allowed: values.join(', '), nearest: nearest(value, values) });
  };

export type Bounds = { readonly least: number; readonly most?: number; readonly whole?: boolean };

export const number =
  ({ least, most = Number.POSITIVE_INFINITY, whole = false }: Bounds): Reader<number> =>
  (value, spot) => {
    if (typeof value !== 'number') return wrongType(value, spot, 'number');
    if (!Number.isFinite(value)) return report(spot, 'not-a-number');
    if (value < least) return report(spot, 'number-too-small', { value, least });
    if (value > most) return report(spot, 'number-too-large', { value, most });
    if (whole && !Number.isInteger(value)) return report(spot, 'number-not-whole', { value });
    return value === 0 ? 0 : value; // -0 would not survive writing
  };

export const yesOrNo: Reader<boolean> = (value, spot) => (typeof value === 'boolean' ? value : wrongType(value, spot, 'true-or-false'));

export function items<Code extends string>(value: unknown, spot: Spot<Code | ReadingFaultCode>, least = 0): readonly unknown[] {
  if (!Array.isArray(value)) wrongType(value, spot, 'list');
  else if (value.length < least) report<ReadingFaultCode>(spot, 'too-few-items', { least });
  else return value;
  return [];
}

export const list =
  <T, Code extends string>(reader: Reader<T, Code | ReadingFaultCode>, least = 0): Reader<readonly T[], Code | ReadingFaultCode> =>
  (value, spot) => {
    const read: T[] = [];
    items(value, spot, least).forEach((item, at) => {
      const one = reader(item, inside(spot, at));
      if (one !== undefined) read.push(one);
    });
    return read;
  };

/** A list in which saying the same twice adds nothing: the second is dropped. */
export const distinct =
  <T extends string | number, Code extends string>(reader: Reader<T, Code | ReadingFaultCode>, least = 0): Reader<readonly T[], Code | ReadingFaultCode> =>
  (value, spot) => [...new Set(list(reader, least)(value, spot))];

/** An empty list or object says nothing: canonically it is left out. */
export const unlessEmpty =
  <T extends object, Code extends string>(reader: Reader<T, Code>): Reader<T, Code> =>
  (value, spot) => {
    const read = reader(value, spot);
    return read === undefined || Object.keys(read).length === 0 ? undefined : read;
  };
