/** Readers of objects: which members there are, which must be there, and what was meant by one that is not. */
import { short, wrongType } from './characters.ts';
import { nearest } from './nearest.ts';
import { inside, type Reader, type ReadingFaultCode, report, type Spot } from './spot.ts';

type Member<T, Code extends string> = { readonly required: boolean; readonly read: Reader<T, Code> };

export const required = <T, Code extends string>(read: Reader<T, Code>): Member<T, Code> & { readonly required: true } => ({ required: true, read });
export const optional = <T, Code extends string>(read: Reader<T, Code>): Member<T, Code> & { readonly required: false } => ({ required: false, read });

export type Members<T, Code extends string> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? { readonly required: false; readonly read: Reader<Exclude<T[K], undefined>, Code> }
    : { readonly required: true; readonly read: Reader<T[K], Code> };
};

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown, spot: Spot<ReadingFaultCode>): Fields | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  return wrongType(value, spot, 'object');
}

/** Reports every key that is not known here, with the nearest that is. */
export function refuseUnknownKeys(given: Fields, known: ReadonlySet<string>, spot: Spot<ReadingFaultCode>): void {
  for (const key of Object.keys(given)) {
    if (known.has(key)) continue;
    report(inside(spot, key), 'unknown-key', { key: short(key), nearest: nearest(key, known), known: [...known].join(', ') });
  }
}

/** A look at the members of an object together, after each was read by itself. */
export type Check<T, Code extends string> = (read: Partial<T>, spot: Spot<Code>, given: Fields) => void;

/** Members come out in the order they are declared in, whatever the order of the document. */
export function object<T, Code extends string>(members: Members<T, Code>, check?: Check<T, Code>): Reader<T, Code | ReadingFaultCode> {
  const entries = Object.entries(members) as [keyof T & string, Member<T[keyof T & string], Code>][];
  const known = new Set(entries.map(([key]) => key as string));
  return (value, spot) => {
    const given = fields(value, spot);
    if (given === undefined) return undefined;
    refuseUnknownKeys(given, known, spot);
    const read: Partial<T> = {};
    for (const [key, member] of entries) {
      if (!Object.hasOwn(given, key)) {
        if (member.required) report<ReadingFaultCode>(inside(spot, key), 'missing', { key });
        continue;
      }
      const one: T[keyof T & string] | undefined = member.read(given[key], inside(spot, key) as Spot<Code>);
      if (one !== undefined) read[key] = one;
    }
    check?.(read, spot as Spot<Code>, given);
    return read as T;
  };
}
