/** What the faces need to know of an input's shape, in the one notation zod hands out. */
import { z } from 'zod';
import type { Text } from '../../platform/words.ts';

export type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  /** What a person reads: `.meta({ label: { nl, en }, hint: { nl, en } })` on the zod type. */
  readonly label?: Text;
  readonly hint?: Text;
  /** What the values of an enum are called: `.meta({ choices: { wide: { nl, en } } })`. */
  readonly choices?: Readonly<Record<string, Text>>;
};

/** Kept: the declaration does not change while the process runs. */
function keptSchema(io: 'input' | 'output'): (type: z.ZodType) => Schema {
  const known = new WeakMap<z.ZodType, Schema>();
  return (type) => {
    const before = known.get(type);
    if (before) return before;
    const made = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
    known.set(type, made);
    return made;
  };
}

/** The shape of what may be put in. */
export const inputSchema = keptSchema('input');
/** The shape of what comes out; without members where the type is known to the compiler alone (`z.custom`). */
export const outputSchema = keptSchema('output');

/** One value out of many ways to write it: the alternatives, without nesting. */
export const alternatives = (schema: Schema): readonly Schema[] => (schema.anyOf ?? schema.oneOf)?.flatMap(alternatives) ?? [schema];

/** A document: text with the name it is spoken of by. A form takes it as a file. */
export const isDocument = (schema: Schema): boolean => alternatives(schema).some(({ properties }) => properties?.['text'] !== undefined && properties['name'] !== undefined && Object.keys(properties).length === 2);
