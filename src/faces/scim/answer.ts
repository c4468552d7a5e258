/** Answers and errors as SCIM has them (RFC 7644 §3.12). */
import type { Context } from 'hono';
import type { InputFault, Refusal } from '../../platform/refusal.ts';
import type { Locale } from '../../platform/words.ts';
import { refusalStatus } from '../refusal-status.ts';
import { titleOf } from '../rest/problem.ts';
import type { ScimFault, ScimType } from './fault.ts';

export const scimPrefix = '/scim/v2';
export const isScim = (c: Context): boolean => c.req.path === scimPrefix || c.req.path.startsWith(`${scimPrefix}/`);

export const send = (c: Context, body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  c.body(JSON.stringify(body), status as 200, { 'content-type': 'application/scim+json; charset=utf-8', 'cache-control': 'no-store', ...headers });

export const scimError = (c: Context, status: number, detail: string, scimType?: ScimType): Response =>
  send(c, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), ...(scimType ? { scimType } : {}), detail }, status);

export const scimFault = (c: Context, { scimType, message }: ScimFault): Response => scimError(c, 400, message, scimType);

const sayAll = (faults: readonly InputFault[], locale: Locale): string => faults.map(({ path, message }) => (path === '' ? message[locale] : `${path}: ${message[locale]}`)).join(' ');

function detailOf(refusal: Refusal, locale: Locale): string {
  if (refusal.refused === 'invalid') return sayAll(refusal.faults, locale);
  return 'message' in refusal ? refusal.message[locale] : titleOf(refusal, locale);
}

/** `isNew`: what cannot be added because of what is there already is not unique. */
export function scimRefusal(c: Context, refusal: Refusal, locale: Locale, isNew = false): Response {
  if ('retryAfterSeconds' in refusal) c.header('retry-after', String(refusal.retryAfterSeconds));
  if (refusal.refused === 'not-signed-in') c.header('www-authenticate', 'Bearer realm="regiekompas"');
  const status = refusal.refused === 'invalid' ? 400 : refusalStatus[refusal.refused];
  const scimType = refusal.refused === 'invalid' ? 'invalidValue' : refusal.refused === 'conflict' && isNew ? 'uniqueness' : undefined;
  return scimError(c, status, detailOf(refusal, locale), scimType);
}
