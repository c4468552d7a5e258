/**
 * Fields of a form, a query or a command line, to the input an operation asks: dotted names become nested
 * values, texts become what the schema says they are. A text that cannot is left as it is, for the schema to
 * say so; nothing is dropped silently.
 */
import { alternatives, type Schema } from './json-schema.ts';

/** In the order given; a name may occur more than once. */
export type Fields = readonly (readonly [name: string, value: string])[];

const yes = new Set(['on', 'true', 'yes', 'ja', '1']);
const no = new Set(['off', 'false', 'no', 'nee', '0']);

const asNumber = (text: string): unknown => {
  const plain = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : text;
};
const asBoolean = (text: string): unknown => (yes.has(text) ? true : no.has(text) ? false : text);

const isNumber = ({ type }: Schema): boolean => type === 'number' || type === 'integer';

/** `undefined` for a field left empty, unless an empty text is an answer. */
function asValue(schema: Schema, text: string): unknown {
  const ways = alternatives(schema);
  if (text === '' && ways.some(({ type }) => type === 'null')) return null;
  const own = ways.find(({ enum: values, const: only }) => values?.includes(text) || only === text);
  if (own) return text;
  if (ways.some(isNumber) && text !== '') return asNumber(text);
  if (ways.some(({ type }) => type === 'boolean') && text !== '') return asBoolean(text);
  return text === '' && !isFreeText(ways) ? undefined : text;
}

const isFreeText = (ways: readonly Schema[]): boolean => ways.some(({ type, enum: values, format, minLength }) => type === 'string' && !values && !format && !minLength);

const keyOf = (name: string): string => name.split('.', 1)[0] as string;
const restOf = (name: string): string => name.slice(keyOf(name).length + 1);

const byKey = (fields: Fields): Map<string, (readonly [string, string])[]> => {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const [name, value] of fields) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), [restOf(name), value]]);
  return groups;
};

function readObject(schema: Schema, fields: Fields): unknown {
  const entries = [...byKey(fields)].flatMap(([key, inside]) => {
    const value = readValue(memberOf(schema, key), inside, schema.required?.includes(key) ?? false);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries([...entries, ...uncheckedBoxes(schema, fields)]);
}

const memberOf = (schema: Schema, key: string): Schema => {
  if (schema.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key] as Schema;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
};

/** A browser does not send a box that is not ticked; a boolean that must be there is then a no. */
const uncheckedBoxes = (schema: Schema, fields: Fields): [string, false][] => {
  const given = new Set(fields.map(([name]) => keyOf(name)));
  return Object.entries(schema.properties ?? {}).flatMap(([key, { type }]) => (type === 'boolean' && schema.required?.includes(key) && !given.has(key) ? [[key, false]] : []));
};

/** Either one name given several times, or numbered names (`owners.0.provider`). Empty items are left out. */
function readList(schema: Schema, fields: Fields): unknown[] {
  const items = schema.items ?? {};
  const direct = fields.filter(([name, value]) => name === '' && value !== '').map(([, value]) => asValue(items, value));
  const numbered = [...byKey(fields.filter(([name]) => name !== ''))].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inside]) => readValue(items, inside, false));
  return [...direct, ...numbered.filter((value) => value !== undefined && !isEmpty(value))];
}

const isEmpty = (value: unknown): boolean => value === '' || (typeof value === 'object' && value !== null && Object.values(value).every((inside) => inside === undefined || isEmpty(inside)));

function readValue(schema: Schema, fields: Fields, required: boolean): unknown {
  const ways = alternatives(schema);
  const written = asWritten(ways, fields);
  if (written !== undefined) return written;
  const list = ways.find(({ type }) => type === 'array');
  if (list) return readList(list, fields);
  if (fields.some(([name]) => name !== '')) return readGroup(ways.find(({ type }) => type === 'object') ?? {}, fields, required);
  const text = fields.at(-1)?.[1] ?? '';
  const value = asValue(schema, text);
  return value === '' && !required ? undefined : value;
}

/** Groups and lists may also come as JSON in one field, where no form can be drawn for them. */
function asWritten(ways: readonly Schema[], fields: Fields): unknown {
  const [only] = fields;
  if (fields.length !== 1 || !only || only[0] !== '' || !/^[[{]/.test(only[1]) || !ways.some(({ type }) => type === 'object' || type === 'array')) return undefined;
  try {
    return JSON.parse(only[1]);
  } catch {
    return only[1];
  }
}

/** A group of which nothing was filled in was not given, unless it must be there. */
function readGroup(schema: Schema, fields: Fields, required: boolean): unknown {
  const value = readObject(schema, fields);
  return !required && isEmpty(value) ? undefined : value;
}

/** @param schema of the whole input, an object. */
export const readFields = (schema: Schema, fields: Fields): unknown => readObject(schema, fields);

/** The other way round: what a form shows for a value. */
export function fieldsOf(value: unknown, name = ''): Fields {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => (typeof item === 'object' ? fieldsOf(item, `${name}.${at}`) : fieldsOf(item, name)));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inside]) => fieldsOf(inside, name === '' ? key : `${name}.${key}`));
  return [[name, String(value)]];
}
