/**
 * One declaration, every face. A slice lists its operations in `operations.ts`; the pages, the REST routes
 * with their OpenAPI, the permission check, the audit entry and, where marked, the command all follow.
 *
 * INVARIANT: an operation without a permission, or a change or sensitive read without a trace, does not type-check.
 */
import type { z } from 'zod';
import type { Command } from './command.ts';
import type { Context, DocumentContext, OpenContext, OutsideContext, SignedInContext } from './context.ts';
import type { Permission, Subject } from './permission.ts';
import type { Refusal } from './refusal.ts';
import type { Download, Page, Screen } from './screen.ts';
import type { Saying } from './words.ts';

/** What the audit log says happened. `object` is `<kind>/<id>`; `detail` is what changed, never more than needed. */
export type Trace = {
  readonly object: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Why it was read, where the reader must say so. */
  readonly purpose?: string;
  /** The persons it concerns, who see in their own account that it happened. Without it: the person that `object` is. */
  readonly subjects?: readonly string[];
  /** Where the visitor was nobody before, such as at signing in. Null: outside any. Otherwise the visitor's own. */
  readonly organisation?: string | null;
  readonly person?: string;
};

/**
 * `anonymous`: of whoever does it nothing is kept, not even the hour. The trace says the day, the operation and the
 * kind of object, and is shown only with others of its kind (`platform/audit/sequence-events.ts`).
 */
export type Effect<Input, Output> =
  | { readonly kind: 'read' }
  | { readonly kind: 'change'; readonly trace: (input: Input, output: Output) => Trace | readonly Trace[]; readonly anonymous?: true }
  | { readonly kind: 'sensitive-read'; readonly trace: (input: Input, output: Output) => Trace };

/** Served under `/v1`; `{name}` is a member of the input, the rest comes from the query (GET, DELETE) or the body. */
export type RestRoute = { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: `/${string}`; readonly deprecated?: Deprecated };

/** A route that will go: known since, gone on (both `YYYY-MM-DD`), and what takes its place. */
export type Deprecated = { readonly since: string; readonly until: string; readonly instead?: `/${string}` };

/** A member's operation is handed a member; what anyone may do must cope with nobody. */
export type ContextFor<Granted extends Permission> = Granted extends 'anyone' ? OpenContext : Granted extends 'signed-in' | `platform:${string}` ? SignedInContext : Context;

type Core<Input extends z.ZodObject, Output extends z.ZodType, Granted extends Permission> = {
  /** `<slice>.<verb>-<noun>`; also its operationId, and its name in the audit log. Never reused. */
  readonly name: `${string}.${string}-${string}`;
  readonly title: Saying;
  /** `anyone` needs no account, `signed-in` an account, `member` one of the organisation; the rest is granted to roles. */
  readonly permission: Granted;
  /** Asks for a fresh proof that it is them: nobody does this from a screen that was left alone. `in-person`: a program with a token, made under such a proof, may do it too. */
  readonly stepUp?: boolean | 'in-person';
  /** Also while nothing of the organisation may be changed, because it is leaving. */
  readonly whileLeaving?: boolean;
  /** A strict object: what it does not know, it refuses. */
  readonly input: Input;
  readonly output: Output;
  readonly effect: Effect<z.output<Input>, z.output<Output>>;
  /** Without it: GET or POST `/v1/operations/<name>`. */
  readonly rest?: RestRoute;
};

/** A change runs in one transaction with its audit entry; a read runs read-only. Refusals are returned, not thrown. */
export type Declaration<Input extends z.ZodObject, Output extends z.ZodType, Granted extends Permission, Extra, Found> = Core<Input, Output, Granted> & {
  readonly handle: (at: ContextFor<Granted>, input: z.output<Input>, found: Found) => Promise<z.output<Output> | Refusal>;
  /** Asked of the world outside before the transaction begins; the handler gets what it found. */
  readonly outside?: (at: OutsideContext, input: z.output<Input>) => Promise<Found | Refusal>;
  /** What it is about, where a role in a part, a clearance, a list or an agreement decides. Without it: the whole organisation, internal. */
  readonly about?: (at: ContextFor<Granted>, input: z.output<Input>) => Promise<Subject | Refusal>;
  /** Without it: a plain page or form under `/operations/<name>`. */
  readonly web?: Screen<z.output<Input>, z.output<Output>, Extra, ContextFor<Granted>>;
};

export type DocumentDeclaration<Input extends z.ZodObject, Output extends z.ZodType, Granted extends Permission> = Omit<Core<Input, Output, Granted>, 'effect'> & {
  readonly handle: (at: DocumentContext, input: z.output<Input>) => Promise<z.output<Output> | Refusal> | z.output<Output> | Refusal;
  readonly command: Command<z.output<Input>, z.output<Output>>;
  readonly web?: Page<z.output<Input>, z.output<Output>> | Download<z.output<Input>, z.output<Output>>;
};

/** An operation as the faces see it: the types of its input and output are known to its schemas only. */
export type Operation = {
  readonly name: string;
  readonly title: Saying;
  readonly permission: Permission;
  readonly stepUp?: boolean | 'in-person';
  readonly whileLeaving?: boolean;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  readonly effect: Effect<unknown, unknown>;
  readonly handle: (at: Context, input: unknown, found?: unknown) => Promise<unknown>;
  readonly outside?: (at: OutsideContext, input: unknown) => Promise<unknown>;
  readonly about?: (at: Context, input: unknown) => Promise<Subject | Refusal>;
  readonly rest: RestRoute;
  // `never` would be the sound type of what a face cannot know; the face passes only what the schemas parsed.
  // oxlint-disable-next-line typescript/no-explicit-any -- see above
  readonly web?: Screen<any, any, any, any>;
  // oxlint-disable-next-line typescript/no-explicit-any -- see above
  readonly command?: Command<any, any>;
};

const routeOf = (declared: { name: string; effect: { kind: string }; rest?: RestRoute }): RestRoute =>
  declared.rest ?? { method: declared.effect.kind === 'read' ? 'GET' : 'POST', path: `/operations/${declared.name}` };

/** Ties the declaration's types together, then lets go of them. Shapes: see `Declaration`. */
export function defineOperation<Input extends z.ZodObject, Output extends z.ZodType, const Granted extends Permission, Extra = undefined, Found = undefined>(
  declared: Declaration<Input, Output, Granted, Extra, Found>,
): Operation {
  return { ...declared, rest: routeOf(declared) } as unknown as Operation;
}

/** A pure operation on document texts: no database, no trace. It is also a command, run on files alone. */
export function defineDocumentOperation<Input extends z.ZodObject, Output extends z.ZodType, const Granted extends Permission>(
  declared: DocumentDeclaration<Input, Output, Granted>,
): Operation {
  const rest = declared.rest ?? { method: 'POST', path: `/operations/${declared.name}` };
  return { ...declared, effect: { kind: 'read' }, handle: async (at: DocumentContext, input: never) => declared.handle(at, input), rest } as unknown as Operation;
}
