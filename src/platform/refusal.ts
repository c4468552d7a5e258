/**
 * Why an operation did not do what was asked. A refusal is a value the handler returns; the faces turn it
 * into a page, problem+json or an exit code. Whatever is thrown instead is a defect: opaque outside, whole
 * in the log.
 *
 * INVARIANT: a refused change leaves nothing behind; its transaction is rolled back.
 */
import type { ToldReason } from './permission.ts';
import type { Text } from './words.ts';

/** `path` is dotted (`layers.6.operator`), empty for the whole. `file` and `line` (from 1) where a document is meant. */
export type InputFault = {
  readonly path: string;
  readonly message: Text;
  readonly file?: string;
  readonly line?: number;
};

export type Refusal =
  | { readonly refused: 'not-signed-in' }
  /** Signed in, and it was not made sure lately that it is them. */
  | { readonly refused: 'not-confirmed' }
  | { readonly refused: 'not-allowed'; readonly because?: ToldReason }
  | { readonly refused: 'not-found' }
  /** `malformed` where the input has not the shape its schema asks; without it the shape is right, and what it says cannot be. */
  | { readonly refused: 'invalid'; readonly faults: readonly InputFault[]; readonly malformed?: true }
  | { readonly refused: 'conflict'; readonly message: Text }
  /** Somebody changed it since it was seen. */
  | { readonly refused: 'overtaken' }
  | { readonly refused: 'too-large'; readonly limitBytes: number }
  | { readonly refused: 'too-many'; readonly retryAfterSeconds: number }
  /** Not now, and not through any fault of who asked: something the server itself needs is away. */
  | { readonly refused: 'unavailable'; readonly message: Text; readonly retryAfterSeconds: number };

export type RefusalKind = Refusal['refused'];

export const notFound: Refusal = { refused: 'not-found' };
export const notAllowed: Refusal = { refused: 'not-allowed' };
export const notSignedIn: Refusal = { refused: 'not-signed-in' };
export const notConfirmed: Refusal = { refused: 'not-confirmed' };
export const invalid = (...faults: readonly InputFault[]): Refusal => ({ refused: 'invalid', faults });
export const unavailable = (message: Text, retryAfterSeconds = 5): Refusal => ({ refused: 'unavailable', message, retryAfterSeconds });
export const malformed = (...faults: readonly InputFault[]): Refusal => ({ refused: 'invalid', faults, malformed: true });
export const overtaken: Refusal = { refused: 'overtaken' };
export const conflict = (message: Text): Refusal => ({ refused: 'conflict', message });

export const isRefusal = (answer: unknown): answer is Refusal => typeof answer === 'object' && answer !== null && 'refused' in answer;

/** Carries a refusal out from deep inside, and out of a transaction, so that it is rolled back. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}
