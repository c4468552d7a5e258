/** Where the logs of others show us what they signed, and where anybody sees what we saw (C2SP tlog-witness). */
import type { Hono } from 'hono';
import { readBody } from './body.ts';
import type { Site } from './site.ts';

export const witnessPrefix = '/witness';
/** 63 hashes and a checkpoint with its signatures are a tenth of it. */
const bodyLimitBytes = 64 * 1024;
const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

export function witnessRoutes(app: Hono, { witness }: Site): void {
  if (!witness) return;
  app.post(`${witnessPrefix}/add-checkpoint`, async (c) => {
    const { status, mediaType, text } = await witness.add(new TextDecoder().decode(await readBody(c.req.raw, bodyLimitBytes)));
    return c.body(text, status, { ...plain, 'content-type': mediaType });
  });
  app.get(`${witnessPrefix}/:origin{[0-9a-f]{64}}/checkpoint`, async (c) => {
    const note = await witness.lastSeen(c.req.param('origin'));
    return note === null ? c.body('', 404, plain) : c.body(note, 200, plain);
  });
}
