/** Everything that reads, as requests: each operation by REST and each page, without and with somebody's ids filled in. */
import { z } from 'zod';
import type { Operation } from '../../src/platform/operation.ts';
import { alternatives, type Schema } from '../../src/faces/fields/json-schema.ts';

export type Asking = { readonly operation: string; readonly method: string; readonly path: string; readonly body?: unknown; /** The id that was filled in, or none. */ readonly id: string | null };
type Ids = { readonly texts: readonly string[]; readonly uuids: readonly string[]; readonly numbers: readonly string[] };

const isText = (schema: Schema): boolean => alternatives(schema).some(({ type, enum: values }) => type === 'string' && !values);
const isUuid = (schema: Schema): boolean => alternatives(schema).some(({ format }) => format === 'uuid');
const wantsId = (schema: Schema): boolean => isText(schema) && (isUuid(schema) || alternatives(schema).every(({ format }) => !format || format === 'uuid'));

const choicesOf = (schema: Schema): readonly string[] => alternatives(schema).flatMap(({ enum: values = [], const: only }) => (only === undefined ? values : [only])).map(String);
const isNumber = (schema: Schema): boolean => alternatives(schema).some(({ type, enum: values }) => (type === 'integer' || type === 'number') && !values);

/** The schema of what comes out: a number that is read out of a text is a number here. */
const schemaOf = ({ input }: Operation): Schema => z.toJSONSchema(input, { io: 'output', unrepresentable: 'any' }) as Schema;

type Filled = Readonly<Record<string, string>>;
/** At most so many, spread over all that is possible. */
const combinationsAtMost = 12;

function combinations(members: readonly (readonly [string, readonly string[]])[]): Filled[] {
  const all = members.reduce<Filled[]>((filled, [name, values]) => filled.flatMap((before) => values.map((value) => ({ ...before, [name]: value }))), [{}]);
  const step = Math.max(1, Math.ceil(all.length / combinationsAtMost));
  return all.filter((_, at) => at % step === 0);
}

const inPath = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** Texts and uuids are ids before numbers are: `systems/{id}/layers/{layer}` asks for a system. */
function idsFor(members: readonly (readonly [string, Schema])[], ids: Ids): { readonly names: readonly string[]; readonly values: readonly string[] } {
  const named = (is: (schema: Schema) => boolean): string[] => members.flatMap(([name, schema]) => (is(schema) ? [name] : []));
  const names = named(wantsId);
  if (names.length === 0) return { names: named(isNumber), values: ids.numbers };
  return { names, values: named(isUuid).length === names.length ? ids.uuids : [...ids.texts, ...ids.uuids.slice(0, 2)] };
}

/** Ways to fill in these members with one id; `null` where the operation asks for none. */
function fillings(schema: Schema, asked: readonly string[], ids: Ids): { readonly id: string | null; readonly filled: Filled }[] {
  const members = asked.map((name) => [name, schema.properties?.[name] ?? { type: 'string' }] as const);
  const { names, values } = idsFor(members, ids);
  const others = members.flatMap(([name, member]) => (names.includes(name) ? [] : [[name, isNumber(member) ? ids.numbers : choicesOf(member)] as const]));
  const rest = combinations(others.filter(([, choices]) => choices.length > 0));
  if (names.length === 0) return rest.map((filled) => ({ id: null, filled }));
  return values.flatMap((id) => rest.map((filled) => ({ id, filled: { ...filled, ...Object.fromEntries(names.map((name) => [name, id])) } })));
}

function addressOf(path: string, filled: Filled): string {
  const query = new URLSearchParams(Object.entries(filled).filter(([name]) => !path.includes(`{${name}}`)));
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filled[name] ?? '1'));
  return query.size === 0 ? address : `${address}?${query}`;
}

/** With what the address asks alone, and with everything the input knows. */
function addressesOf(operation: Operation, path: string, ids: Ids): { readonly id: string | null; readonly address: string }[] {
  const schema = schemaOf(operation);
  const needed = inPath(path);
  const known = [...new Set([...needed, ...Object.keys(schema.properties ?? {})])];
  const filled = [...fillings(schema, needed, ids), ...(known.length > needed.length ? fillings(schema, known, ids) : [])];
  return filled.map((one) => ({ id: one.id, address: addressOf(path, one.filled) }));
}

const pageOf = ({ web, name }: Operation): string => web?.path ?? `/operations/${name}`;

/** INVARIANT: a form is read too; only what a POST or PUT to a change does is left out. */
export function readsOf(operation: Operation, ids: Ids): Asking[] {
  const pages = addressesOf(operation, pageOf(operation), ids).map(({ id, address }) => ({ operation: operation.name, method: 'GET', path: address, id }));
  if (operation.effect.kind === 'change') return pages;
  const { method, path } = operation.rest;
  const routes = addressesOf(operation, path, ids).map(({ id, address }) => ({ operation: operation.name, method, path: `/v1${address}`, id, ...(method === 'GET' ? {} : { body: {} }) }));
  return [...pages, ...routes];
}

/** Changes to what a stranger knows the id of. The bodies are what the forms would send where they ask anything. */
export const changesOf = (operation: Operation, ids: Ids, bodies: Readonly<Record<string, unknown>>): Asking[] =>
  operation.effect.kind === 'change' && operation.rest.path.includes('{')
    ? fillings(schemaOf(operation), inPath(operation.rest.path), ids).map(({ id, filled }) => ({
        operation: operation.name, method: operation.rest.method, path: `/v1${addressOf(operation.rest.path, filled)}`, id, body: bodies[operation.name] ?? {},
      }))
    : [];
