/** The description of the REST face, made from the operations (OpenAPI 3.0.3: the Dutch API Design Rules' checker takes no later one). */
import { z } from 'zod';
import type { Operation } from '../../platform/operation.ts';
import { type Locale, say } from '../../platform/words.ts';
import type { Schema } from '../fields/json-schema.ts';
import { apiVersion } from './problem.ts';
import { answersOf, problemAnswers, problemSchema, termParameters, termsAsked, versionHeader } from './answers.ts';
import { hasBody, pathNames, restPrefix } from './route.ts';

const tagOf = ({ name }: Operation): string => name.split('.')[0] ?? name;

type Json = { readonly [key: string]: unknown };

const ours = new Set(['label', 'hint', 'choices', '$schema', '~standard', 'id']);

/** zod writes the pattern behind a format beside it; one says enough. Our own members are not OpenAPI's. */
function tidied(value: unknown, isSchema = true): unknown {
  if (Array.isArray(value)) return value.map((item) => tidied(item, isSchema));
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([key]) => !isSchema || (!ours.has(key) && !(key === 'pattern' && 'format' in value)));
  return Object.fromEntries(given.map(([key, inside]) => [key, tidied(inside, !isSchema || key !== 'properties')]));
}

export const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => tidied(z.toJSONSchema(type, { io, target: 'openapi-3.0', unrepresentable: 'any' })) as Schema;

function parameter(name: string, place: 'path' | 'query', schema: Schema): Json {
  const own = schema.properties?.[name] ?? {};
  return { name, in: place, required: place === 'path' || (schema.required?.includes(name) ?? false), schema: own };
}

function parametersOf(operation: Operation, schema: Schema): Json[] {
  const inPath = pathNames(operation.rest.path);
  const inQuery = hasBody(operation) ? [] : Object.keys(schema.properties ?? {}).filter((name) => !inPath.includes(name));
  return [...inPath.map((name) => parameter(name, 'path', schema)), ...inQuery.map((name) => parameter(name, 'query', schema))];
}

function bodySchema(operation: Operation, schema: Schema): Schema {
  const inPath = new Set(pathNames(operation.rest.path));
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !inPath.has(name)));
  const required = (schema.required ?? []).filter((name) => !inPath.has(name));
  return { ...schema, properties, ...(required.length > 0 ? { required } : { required: undefined as never }) };
}

function describe(operation: Operation, locale: Locale): Json {
  const schema = schemaOf(operation.input, 'input');
  const body = hasBody(operation) ? { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(operation, schema) } } } } : {};
  return {
    operationId: operation.name,
    summary: say(operation.title, locale),
    tags: [tagOf(operation)],
    parameters: [...parametersOf(operation, schema), ...termsAsked(operation)],
    ...body,
    responses: answersOf(operation, schemaOf(operation.output, 'output')),
    security: operation.permission === 'anyone' ? [] : [{ token: [] }, { session: [] }],
    ...(operation.rest.deprecated ? { deprecated: true } : {}),
    'x-permission': operation.permission,
    'x-effect': operation.effect.kind,
  };
}

const ownDescription: Json = {
  get: { operationId: 'openapi', summary: 'OpenAPI 3.0.3', tags: ['api'], parameters: [], responses: { 200: { description: 'OpenAPI', headers: versionHeader, content: { 'application/json': { schema: { type: 'object' } } } } }, security: [] },
};

function pathsOf(operations: readonly Operation[], locale: Locale): Json {
  const paths: Record<string, Record<string, unknown>> = { '/openapi.json': ownDescription };
  for (const operation of operations) (paths[operation.rest.path] ??= {})[operation.rest.method.toLowerCase()] = describe(operation, locale);
  return paths;
}

/** @param origin where this server is reached, without a path. */
export const openApiOf = (operations: readonly Operation[], origin: string, cookieName: string, locale: Locale): Json => ({
  openapi: '3.0.3',
  info: {
    title: 'Regiekompas',
    version: apiVersion,
    description: 'Who controls an organisation’s digital landscape, and under which law it stands.',
    contact: { name: 'The maintainers', url: `${origin}${restPrefix}`, email: 'api@regiekompas.example' },
    license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
  },
  servers: [{ url: `${origin}${restPrefix}` }],
  tags: ['api', ...new Set(operations.map(tagOf))].map((name) => ({ name })),
  paths: pathsOf(operations, locale),
  components: {
    schemas: { Problem: problemSchema },
    responses: problemAnswers,
    parameters: termParameters,
    securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: cookieName } },
  },
});
