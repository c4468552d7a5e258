import type { RefusalKind } from '../platform/refusal.ts';

/** Of RFC 9110 and 6585. */
export const refusalStatus: Readonly<Record<RefusalKind, number>> = {
  'not-signed-in': 401,
  'not-confirmed': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  overtaken: 412,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
};
