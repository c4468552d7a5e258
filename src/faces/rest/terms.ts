/** The terms on which a program asks a change: `Idempotency-Key` and `If-Match`. */
import type { Context } from 'hono';
import { etagOf, matches } from '../../platform/http/etag.ts';
import type { Operation } from '../../platform/operation.ts';
import type { Terms } from '../../platform/perform.ts';
import { malformed, overtaken, type Refusal } from '../../platform/refusal.ts';
import { inputSchema } from '../fields/json-schema.ts';
import { readFields } from '../fields/read-fields.ts';
import type { Site } from '../site.ts';
import { operationsAt } from './route.ts';

/** Long enough that nobody guesses another's, as the answer is sealed under it. */
const keyForm = /^[\x21-\x7e]{16,255}$/;
const badKey = malformed({
  path: '',
  message: {
    nl: 'Een Idempotency-Key heeft 16 tot 255 zichtbare tekens, zoals een UUID. Stuur er zo een, of geen.',
    en: 'An Idempotency-Key has 16 to 255 visible characters, such as a UUID. Send one like that, or none.',
  },
});

/** What a GET answers, as it is sent: the ETag is that of this text. */
export const bodyTextOf = (output: unknown): string => JSON.stringify(output);

function conditionOf(c: Context, site: Site): Terms['condition'] | Refusal {
  const seen = c.req.header('if-match');
  if (seen === undefined) return undefined;
  const found = operationsAt(site.operations, c.req.path).find(({ operation }) => operation.rest.method === 'GET');
  if (!found) return overtaken;
  const given = readFields(inputSchema(found.operation.input), found.params);
  return { read: found.operation, given, holds: (output) => matches(seen, etagOf(bodyTextOf(output))) };
}

export function termsOf(c: Context, site: Site, operation: Operation, input: unknown): Terms | Refusal {
  if (operation.effect.kind !== 'change') return {};
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !keyForm.test(key)) return badKey;
  const condition = conditionOf(c, site);
  if (condition !== undefined && 'refused' in condition) return condition;
  return { once: key === undefined ? undefined : { key, asked: [c.req.method, c.req.path, input] }, condition };
}
