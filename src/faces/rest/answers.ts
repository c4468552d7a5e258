/** What every operation may answer, and the terms it may be asked on, as OpenAPI says it: once for all of them. */
import type { Operation } from '../../platform/operation.ts';
import type { Schema } from '../fields/json-schema.ts';
import { apiVersion } from './problem.ts';

type Json = { readonly [key: string]: unknown };

export const versionHeader: Json = { 'API-Version': { description: 'Version of this API', schema: { type: 'string', example: apiVersion } } };
const etagHeader: Json = { ETag: { description: 'Name of exactly this content, for If-None-Match and If-Match', schema: { type: 'string' } } };

const fault: Json = {
  type: 'object',
  properties: {
    path: { type: 'string', description: 'Dotted: `layers.6.operator`; empty for the whole' },
    pointer: { type: 'string', description: 'The same as a JSON pointer' },
    message: { type: 'string' },
    file: { type: 'string' },
    line: { type: 'integer' },
  },
  required: ['path', 'pointer', 'message'],
};

export const problemSchema: Json = {
  type: 'object',
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, faults: { type: 'array', items: fault }, limitBytes: { type: 'integer' } },
  required: ['type', 'title', 'status', 'detail'],
};

/** Each refusal by its status, in the order of the numbers. */
const said = {
  400: 'The input has not the shape that is asked; every fault is listed',
  401: 'Not signed in, or the token is not known (any more)',
  403: 'Not allowed',
  404: 'Not there',
  409: 'Cannot be done now',
  412: 'Changed since it was read',
  413: 'Too large',
  422: 'The shape is right, but what it says cannot be; every fault is listed',
  429: 'Too many attempts',
  503: 'Something the server needs is away; try again later',
} as const;
export type Status = keyof typeof said;

const problem = (description: string): Json => ({ description, headers: versionHeader, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
export const problemAnswers: Json = Object.fromEntries(Object.entries(said).map(([status, description]) => [`Problem${status}`, problem(description)]));

/** In the order of the numbers. */
export function refusalsOf({ effect, rest }: Operation): Status[] {
  const changed: Status[] = effect.kind === 'change' ? [412, 429] : [];
  const sent: Status[] = rest.method === 'GET' || rest.method === 'DELETE' ? [] : [413];
  return [400, 401, 403, 404, 409, 422, 503, ...changed, ...sent];
}

const known: Json = { description: 'What you have already', headers: { ...versionHeader, ...etagHeader } };

export function answersOf(operation: Operation, output: Schema): Json {
  const isGet = operation.rest.method === 'GET';
  const done = { description: 'Done', headers: { ...versionHeader, ...(isGet ? etagHeader : {}) }, content: { 'application/json': { schema: output } } };
  const refusals = refusalsOf(operation).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  return { 200: done, ...(isGet ? { 304: known } : {}), ...Object.fromEntries(refusals) };
}

const header = (name: string, description: string, schema: Json): Json => ({ name, in: 'header', required: false, description, schema });
export const termParameters: Json = {
  IdempotencyKey: header('Idempotency-Key', 'The same key with the same request is done once, and answered the same for a day', { type: 'string', minLength: 16, maxLength: 255 }),
  IfMatch: header('If-Match', 'Only while what is read at this address still has this ETag', { type: 'string' }),
  IfNoneMatch: header('If-None-Match', 'Answered with 304 while the content still has this ETag', { type: 'string' }),
};

const term = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });
export function termsAsked({ effect, rest }: Operation): Json[] {
  if (rest.method === 'GET') return [term('IfNoneMatch')];
  return effect.kind === 'change' ? [term('IdempotencyKey'), term('IfMatch')] : [];
}
