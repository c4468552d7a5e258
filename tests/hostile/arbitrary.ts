/** Inputs out of a JSON schema: right ones, ones wrong in one place, of another type, and at the edge. */
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { alternatives, type Schema } from '../../src/faces/fields/json-schema.ts';

type Limits = Schema & { readonly minimum?: number; readonly maximum?: number; readonly minItems?: number; readonly maxItems?: number; readonly pattern?: string };

const formats: Readonly<Record<string, Arbitrary<string>>> = {
  uuid: fc.uuid(),
  email: fc.stringMatching(/^[a-z]{1,9}@[a-z]{2,9}\.nl$/),
  date: fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  'date-time': fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }).map((day) => day.toISOString()),
};

/** What breaks programs: empty, huge, markup, quotes, control characters, turned writing, numbers in words. */
const strange = fc.constantFrom('', ' ', '\u0000', '\ud800', '\u202E', '%', "';--", '<svg/onload=1>', '../../etc/passwd', 'null', 'NaN', '-0', '1e400', 'x'.repeat(5000), '__proto__', '\r\nSet-Cookie: a=b', '{{7*7}}', '２', 'İ');
const otherTypes = fc.constantFrom<unknown>(null, true, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, '', 'text', [], [[]], {}, { a: 1 }, ['__proto__']);

function textOf(schema: Limits): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const max = Math.min(schema.maxLength ?? 40, 40);
  return formats[schema.format ?? ''] ?? fc.string({ minLength: Math.min(schema.minLength ?? 0, max), maxLength: Math.max(max, schema.minLength ?? 0) });
}

function numberOf({ minimum = -5, maximum = 1_000_000, type }: Limits): Arbitrary<unknown> {
  const whole = { min: Math.ceil(minimum), max: Math.floor(maximum) };
  return type === 'integer' ? fc.integer(whole) : fc.oneof(fc.integer(whole), fc.constantFrom(minimum, maximum));
}

/** At most this deep: schemas may contain themselves. */
const deepest = 5;

function objectOf(schema: Limits, depth: number): Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, right(member, depth + 1)] as const);
  const free = typeof schema.additionalProperties === 'object' ? fc.dictionary(fc.stringMatching(/^[a-z1-8]{1,4}$/), right(schema.additionalProperties, depth + 1), { maxKeys: 2 }) : fc.constant({});
  const own = fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])].filter((name) => name in (schema.properties ?? {})) as never[] });
  return fc.tuple(own, free).map(([mine, others]) => ({ ...others, ...mine }));
}

export function right(schema: Schema, depth = 0): Arbitrary<unknown> {
  const ways = alternatives(schema) as readonly Limits[];
  if (ways.length > 1) return fc.oneof(...ways.map((way) => right(way, depth)));
  const [way = {}] = ways;
  if (way.enum || way.const !== undefined || way.type === 'string') return textOf(way);
  if (way.type === 'number' || way.type === 'integer') return numberOf(way);
  if (way.type === 'boolean') return fc.boolean();
  if (depth > deepest) return fc.constant(null);
  if (way.type === 'array') return fc.array(right(way.items ?? {}, depth + 1), { minLength: Math.min(way.minItems ?? 0, 3), maxLength: 3 });
  return way.type === 'object' ? objectOf(way, depth) : otherTypes;
}

/** One member replaced by something strange or of another type, one too many, or one gone. */
export const oneWrong = (schema: Schema): Arbitrary<unknown> =>
  fc.tuple(right(schema), fc.constantFrom('strange', 'type', 'extra', 'gone'), fc.nat(), strange, otherTypes).map(([value, how, at, text, other]) => {
    const given = { ...(value as Record<string, unknown>) };
    const names = Object.keys(schema.properties ?? {});
    const name = names.length === 0 || how === 'extra' ? 'nobodyAskedForThis' : (names[at % names.length] as string);
    if (how === 'gone') delete given[name];
    else given[name] = how === 'strange' || how === 'extra' ? text : other;
    return given;
  });

export const anyInput = (schema: Schema): Arbitrary<unknown> => fc.oneof({ weight: 3, arbitrary: right(schema) }, { weight: 4, arbitrary: oneWrong(schema) }, { weight: 1, arbitrary: otherTypes });
