/**
 * SEC-1: sends inputs that nobody would think of to every operation and looks at what comes back. Never a 5xx, never
 * a stack, never something of another organisation, and always what the description promises.
 */
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { openApiOf } from '../../src/faces/rest/openapi.ts';
import { inputSchema, type Schema } from '../../src/faces/fields/json-schema.ts';
import { pathNames } from '../../src/faces/rest/route.ts';
import { fieldsOf } from '../../src/faces/fields/read-fields.ts';
import type { Operation } from '../../src/platform/operation.ts';
import { canary, type Two } from '../faces/two-organisations.ts';
import { type Browser, signedIn } from '../faces/visitor.ts';
import { anyInput } from './arbitrary.ts';

export type Asked = { readonly operation: string; readonly method: string; readonly path: string; readonly body?: unknown };
export type Outcome = { readonly found: readonly Found[]; readonly statuses: ReadonlyMap<number, number> };
export type Found = { readonly asked: Asked; readonly status: number; readonly what: string };

type Answers = Readonly<Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>>;
type Described = { paths: Record<string, Record<string, { responses: Answers }>>; components: { schemas: { Problem: object } } };

const ajv = new Ajv({ strict: false, validateFormats: false });
/** `nullable` of OpenAPI 3.0 is `null` in JSON Schema. */
const nullable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable: isNullable, ...rest } = Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, nullable(inside)]));
  return isNullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
};

export function checks(operations: readonly Operation[]) {
  const described = JSON.parse(JSON.stringify(openApiOf(operations, 'https://regie.example.nl', 'regie', 'en'))) as Described;
  const problem = ajv.compile(described.components.schemas.Problem);
  const done = new Map(operations.map(({ name, rest }) => {
    const answers = described.paths[rest.path]?.[rest.method.toLowerCase()]?.responses ?? {};
    return [name, { statuses: new Set(Object.keys(answers)), isRight: ajv.compile(nullable(answers['200']?.content?.['application/json']?.schema ?? {}) as object) }] as const;
  }));
  return (operation: string, status: number, text: string): string | null => {
    const promised = done.get(operation);
    if (status >= 500) return 'breaks';
    if (!promised?.statuses.has(String(status))) return 'answers what is not described';
    if (/\n\s+at .+:\d+:\d+|node_modules|\/src\//.test(text)) return 'shows its inside';
    if (text.toLowerCase().includes(canary.toLowerCase())) return 'tells of another organisation';
    const isRight = status === 200 ? promised.isRight : problem;
    return isRight(JSON.parse(text)) ? null : `is not of its schema: ${ajv.errorsText(isRight.errors)}`;
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? ''));

/** A path needs something at each place. */
const place = (value: unknown, ids: readonly string[], turn: number): string => encodeURIComponent(turn % 2 === 0 ? (ids[turn % ids.length] as string) : textOf(value) || 'x');

function asked(operation: Operation, input: unknown, ids: readonly string[], turn: number): Asked {
  const given = typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Record<string, unknown>) : {};
  const names = pathNames(operation.rest.path);
  const path = `/v1${operation.rest.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => place(given[name], ids, turn))}`;
  const others = Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
  const { method } = operation.rest;
  const { name } = operation;
  if (method !== 'GET' && method !== 'DELETE') return { operation: name, method, path, body: given === input ? others : input };
  const query = new URLSearchParams(fieldsOf(others).map(([key, value]) => [key.toWellFormed(), value.toWellFormed()]));
  return { operation: name, method, path: query.size === 0 ? path : `${path}?${query}` };
}

/** These end the session or lead elsewhere: what comes after would be another's answer. Each gets a visitor of its own. */
const leadsAway = new Set(['identity.sign-out', 'identity.switch-organisation', 'landscape.open-example']);

const sent = (who: Browser, { method, path, body }: Asked): Promise<Response> => who.send(method, path, body);

/** Made beforehand: among what is sent are so many wrong passwords that nobody signs in any more. */
async function ownVisitors({ setting }: Two, rounds: number): Promise<ReadonlyMap<string, readonly Browser[]>> {
  const made = new Map<string, Browser[]>([...leadsAway].map((name) => [name, []]));
  for (const visitors of made.values()) while (visitors.length < rounds) visitors.push(await signedIn(setting, 'vreemd@example.nl'));
  return made;
}

/** Operations one after the other on the same data, so that each meets what the others left behind. */
export async function fuzz(operations: readonly Operation[], two: Two, nobody: Browser, how: { readonly requests: number; readonly seed: number }): Promise<Outcome> {
  const check = checks(operations);
  const rounds = Math.ceil(how.requests / operations.length);
  const inputs = operations.map((operation) => fc.sample(anyInput(inputSchema(operation.input) as Schema), { numRuns: rounds, seed: how.seed }));
  const own = await ownVisitors(two, rounds);
  const foreign = new RegExp(two.ids.texts.join('|'), 'gi');
  const found: Found[] = [];
  const statuses = new Map<number, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, operation] of operations.entries()) {
      const request = asked(operation, inputs[at]?.[round], [...two.ids.texts, ...two.ids.uuids, ...two.ids.numbers], round * 7 + at);
      const answer = await sent(own.get(operation.name)?.[round] ?? (round % 10 === 9 ? nobody : two.outsider), request);
      const text = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const isEcho = [...two.ids.texts, ...two.ids.uuids].some((id) => request.path.includes(encodeURIComponent(id)));
      const what = check(operation.name, answer.status, isEcho ? text.replaceAll(foreign, '…') : text);
      if (what !== null) found.push({ asked: request, status: answer.status, what });
    }
  }
  return { found, statuses };
}

/** One line to run it again, and one for each kind of thing that is wrong. */
export function reported(found: readonly Found[]): string[] {
  const kinds = new Map(found.map((one) => [`${one.asked.operation} ${one.status} ${one.what}`, one]));
  return [...kinds].map(([kind, { asked: request }]) => `${kind}: ${request.method} ${request.path.slice(0, 300)} ${(JSON.stringify(request.body) ?? '').slice(0, 500)}`);
}
