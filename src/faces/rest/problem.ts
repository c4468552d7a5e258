/** What went wrong, as application/problem+json (RFC 9457), with every fault at once. */
import type { Context } from 'hono';
import type { InputFault, Refusal, RefusalKind } from '../../platform/refusal.ts';
import type { Locale, Text } from '../../platform/words.ts';
import { refusalStatus } from '../refusal-status.ts';

export const apiVersion = '1.0.0';

const titles: Readonly<Record<RefusalKind, Text>> = {
  'not-signed-in': { nl: 'U bent niet aangemeld', en: 'You are not signed in' },
  'not-confirmed': { nl: 'Bevestig eerst dat u het bent', en: 'First confirm that it is you' },
  'not-allowed': { nl: 'Dit mag u niet doen', en: 'You may not do this' },
  'not-found': { nl: 'Dit is er niet', en: 'This is not there' },
  invalid: { nl: 'De invoer klopt niet', en: 'The input is not right' },
  conflict: { nl: 'Dit kan nu niet', en: 'This cannot be done now' },
  overtaken: { nl: 'Dit is gewijzigd sinds u het las', en: 'This was changed since you read it' },
  'too-large': { nl: 'Dit is te groot', en: 'This is too large' },
  'too-many': { nl: 'Te veel pogingen', en: 'Too many attempts' },
  unavailable: { nl: 'Dit kan nu even niet', en: 'This cannot be done right now' },
};

type Extras = { readonly detail?: string; readonly faults?: readonly unknown[]; readonly limitBytes?: number };

export function problem(c: Context, status: number, title: string, extras: Extras = {}): Response {
  const { detail = title, ...rest } = extras;
  return c.body(JSON.stringify({ type: 'about:blank', title, status, detail, ...rest }), status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** `layers.6.operator` as a JSON pointer (RFC 6901) into what was sent. */
const pointerTo = (path: string): string => (path === '' ? '#' : `#/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('.', '/')}`);
const faultOf = ({ message, ...where }: InputFault, locale: Locale) => ({ ...where, pointer: pointerTo(where.path), message: message[locale] });

/** Rule /core/error-handling/invalid-input: what has not the shape of the schema is 400. Elsewhere the shape is right: 422. */
const statusOf = (refusal: Refusal): number => (refusal.refused === 'invalid' && refusal.malformed ? 400 : refusalStatus[refusal.refused]);

function extrasOf(refusal: Refusal, locale: Locale): Extras {
  if (refusal.refused === 'invalid') return { faults: refusal.faults.map((fault) => faultOf(fault, locale)) };
  if (refusal.refused === 'conflict' || refusal.refused === 'unavailable') return { detail: refusal.message[locale] };
  return refusal.refused === 'too-large' ? { limitBytes: refusal.limitBytes } : {};
}

export const titleOf = ({ refused }: Refusal, locale: Locale): string => titles[refused][locale];

export function problemOf(c: Context, refusal: Refusal, locale: Locale): Response {
  if ('retryAfterSeconds' in refusal) c.header('retry-after', String(refusal.retryAfterSeconds));
  if (refusal.refused === 'not-signed-in') c.header('www-authenticate', 'Bearer realm="regiekompas"');
  return problem(c, statusOf(refusal), titleOf(refusal, locale), extrasOf(refusal, locale));
}
