/**
 * For who runs the server, not for who uses it: is it alive, is it ready, and how is it doing.
 * `/healthz` says that the process answers; `/readyz` that it can do its work; `/metrics` gives figures to who has the
 * token; `/.well-known/security.txt` says where a weakness is reported.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Hono } from 'hono';
import { metricsMediaType } from '../platform/metrics.ts';
import type { World } from '../platform/perform.ts';
import type { Site } from './site.ts';

const patienceMs = 2000;
const within = <Result>(promise: Promise<Result>): Promise<Result> =>
  Promise.race([promise, new Promise<never>((_, reject) => void setTimeout(() => reject(new Error('Too slow.')), patienceMs).unref())]);

/** What is away; nothing when it can do its work. */
async function missing({ database, keys }: World): Promise<string[]> {
  const answers = await within(database.read({}, (db) => sql`select 1`.execute(db))).then(() => true, () => false);
  if (!answers) return ['database'];
  return (await keys.state()).kind === 'open' ? [] : ['keys'];
}

async function ready(c: Context, site: Site): Promise<Response> {
  const away = await missing(site.world);
  if (away.length === 0) return c.json({ status: 'ready' });
  return c.json({ status: 'not-ready', missing: away }, 503, { 'retry-after': '5' });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whoever lacks the token cannot tell that there is anything here. */
async function figures(c: Context, { operating }: Site): Promise<Response> {
  const token = operating?.metricsToken ?? null;
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  if (!operating || token === null || !timingSafeEqual(digest(given), digest(token))) return c.notFound();
  return c.body(await operating.metrics.text(), 200, { 'content-type': metricsMediaType });
}

const daysItCounts = 180;

/** RFC 9116. It says until when it counts, so that an address of long ago is not taken for one of now. */
function securityText(c: Context, { operating, world }: Site): Response | Promise<Response> {
  const contact = operating?.securityContact ?? null;
  if (contact === null) return c.notFound();
  const expires = new Date(world.clock.now());
  expires.setUTCDate(expires.getUTCDate() + daysItCounts);
  expires.setUTCHours(0, 0, 0, 0);
  return c.text(`Contact: ${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: nl, en\n`);
}

export function observe(app: Hono, { operating }: Site): void {
  if (!operating) return;
  app.use(async (c, next) => {
    const startedAt = performance.now();
    await next();
    operating.metrics.answered({ method: c.req.method, route: c.res.status === 404 ? 'none' : c.req.routePath, status: c.res.status, seconds: (performance.now() - startedAt) / 1000 });
  });
}

export function operateRoutes(app: Hono, site: Site): void {
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', (c) => ready(c, site));
  app.get('/metrics', (c) => figures(c, site));
  app.get('/.well-known/security.txt', (c) => securityText(c, site));
}
