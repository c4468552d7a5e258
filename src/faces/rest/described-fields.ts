/** What goes into an operation and what comes out of it, a member a line, and an example of it. */
import { alternatives, type Schema } from '../fields/json-schema.ts';

export type DescribedField = { readonly name: string; readonly type: string; readonly isRequired: boolean; readonly schema: Schema };

const range = (low: number | undefined, high: number | undefined): string =>
  high === undefined || high >= Number.MAX_SAFE_INTEGER ? '' : low === undefined || low === high || low <= Number.MIN_SAFE_INTEGER ? ` ≤ ${high}` : ` ${low}–${high}`;

const shownValues = 12;
function plainType(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return [...schema.enum.slice(0, shownValues).map((value) => JSON.stringify(value)), ...(schema.enum.length > shownValues ? ['…'] : [])].join(' | ');
  if (schema.items) return `${typeOf(schema.items)}[]`;
  if (schema.type === 'string') return schema.format ? `string (${schema.format})` : `string${range(schema.minLength, schema.maxLength)}`;
  if (schema.type === 'integer' || schema.type === 'number') return `${schema.type}${range(schema.minimum, schema.maximum)}`;
  return schema.type ?? 'any';
}

export function typeOf(schema: Schema): string {
  const ways = [...new Set(alternatives(schema).map(plainType))];
  return ways.length > 1 ? ways.join(' | ') : (ways[0] ?? 'any');
}

/** Deeper is told by the machine's description. */
const deepest = 4;

/** `owners[].share`: what is inside stands below what holds it. */
export function fieldsIn(schema: Schema, prefix = '', depth = 0): DescribedField[] {
  if (depth === deepest) return [];
  return alternatives(schema).flatMap((way): DescribedField[] => {
    if (way.items) return fieldsIn(way.items, prefix === '' ? '[].' : `${prefix.slice(0, -1)}[].`, depth);
    const keyed = typeof way.additionalProperties === 'object' ? [['{…}', way.additionalProperties] as const] : [];
    return [...Object.entries(way.properties ?? {}), ...keyed].flatMap(([name, member]) => [
      { name: `${prefix}${name}`, type: typeOf(member), isRequired: way.required?.includes(name) ?? false, schema: member },
      ...fieldsIn(member, `${prefix}${name}.`, depth + 1),
    ]);
  });
}

const byFormat: Readonly<Record<string, string>> = { uuid: '01a21cb8-e803-7000-a16c-9537ddeb4186', date: '2027-01-31', 'date-time': '2027-01-31T12:00:00Z', email: 'ada@example.nl', uri: 'https://example.nl/' };

/** Only what must be there; a list has one item. */
export function exampleOf(schema: Schema, name = 'value'): unknown {
  const [way = {}] = alternatives(schema);
  if (way.const !== undefined) return way.const;
  if (way.enum) return way.enum[0];
  if (way.items) return [exampleOf(way.items, name)];
  if (way.type === 'boolean') return true;
  if (way.type === 'integer' || way.type === 'number') return Math.max(way.minimum ?? 1, 1);
  if (way.type === 'string') return byFormat[way.format ?? ''] ?? name;
  const required = Object.entries(way.properties ?? {}).filter(([key]) => way.required?.includes(key));
  return Object.fromEntries(required.map(([key, member]) => [key, exampleOf(member, key)]));
}
