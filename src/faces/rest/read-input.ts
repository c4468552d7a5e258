/** What a program asks, out of the address, the query and the body. */
import type { Context } from 'hono';
import type { Operation } from '../../platform/operation.ts';
import { type InputFault, isRefusal, malformed, type Refusal } from '../../platform/refusal.ts';
import { bodyLimitOf, readBody } from '../body.ts';
import { alternatives, inputSchema, type Schema } from '../fields/json-schema.ts';
import { type Fields, readFields } from '../fields/read-fields.ts';
import { hasBody, pathNames } from './route.ts';
import { readStrictJson } from './strict-json.ts';

type Members = Readonly<Record<string, unknown>>;

const notJson: InputFault = { path: '', message: { nl: 'Stuur een JSON-object, met content-type application/json.', en: 'Send a JSON object, with content type application/json.' } };
const notUtf8: InputFault = { path: '', message: { nl: 'Dit is geen UTF-8. Sla het zo op en stuur het opnieuw.', en: 'This is not UTF-8. Save it so and send it again.' } };
const twice = (path: string): InputFault => ({ path, message: { nl: 'Dit staat er twee keer. Laat er een weg.', en: 'This is there twice. Leave one out.' } });

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** An object, read strictly; without a body an empty one. @throws BodyTooLarge */
export async function readJson(c: Context, limitBytes: number, mediaType = /^application\/json\s*(;|$)/i): Promise<Members | Refusal> {
  const bytes = await readBody(c.req.raw, limitBytes);
  if (bytes.byteLength === 0) return {};
  if (!mediaType.test(c.req.header('content-type') ?? '')) return malformed(notJson);
  const source = decoded(bytes);
  if (source === null) return malformed(notUtf8);
  const { value, faults } = readStrictJson(source);
  if (faults.length > 0) return malformed(...faults);
  return isMembers(value) ? value : malformed(notJson);
}

const isList = (schema: Schema | undefined): boolean => schema !== undefined && alternatives(schema).some(({ type }) => type === 'array');

/** Where one value is asked, which of two was meant? */
function repeated(schema: Schema, fields: Fields): InputFault[] {
  const names = fields.map(([name]) => name);
  const again = names.filter((name, at) => names.indexOf(name) !== at && !isList(schema.properties?.[name]));
  return [...new Set(again)].map(twice);
}

/** INVARIANT: what the address says wins over what the query says. `lang` is of the faces. */
function fromQuery(c: Context, schema: Schema, params: Fields): unknown {
  const query = [...new URL(c.req.url).searchParams].filter(([name]) => name !== 'lang');
  const faults = repeated(schema, query);
  if (faults.length > 0) return malformed(...faults);
  return readFields(schema, [...query.filter(([name]) => !params.some(([own]) => own === name)), ...params]);
}

/** INVARIANT: what the address says wins over what the body says. */
export async function inputOf(c: Context, operation: Operation): Promise<unknown> {
  const params = pathNames(operation.rest.path).map((name) => [name, c.req.param(name) ?? ''] as const);
  const schema = inputSchema(operation.input);
  if (!hasBody(operation)) return fromQuery(c, schema, params);
  const body = await readJson(c, bodyLimitOf(operation));
  return isRefusal(body) ? body : { ...body, ...(readFields({ ...schema, required: [] }, params) as Members) };
}
