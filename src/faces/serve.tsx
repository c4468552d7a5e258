/** The whole of HTTP around the operations: what every request passes, in the order it passes. */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { LogUnavailable } from '../platform/audit/record-event.ts';
import { CommitUncertain } from '../platform/database/commit.ts';
import { isUnreachable } from '../platform/database/unreachable.ts';
import { compressed } from '../platform/http/compress.ts';
import { securityHeaders, securityHeadersOverTls } from '../platform/http/headers.ts';
import { isSameOrigin } from '../platform/http/same-origin.ts';
import { KeysSealed } from '../platform/keys/vault.ts';
import { defectFields } from '../platform/log.ts';
import { type Refusal, unavailable } from '../platform/refusal.ts';
import type { Visitor } from '../platform/perform.ts';
import { both } from '../platform/words.ts';
import { HeadingGroup } from '../ui/heading-group/component.tsx';
import { BodyTooLarge, UnreadableForm } from './body.ts';
import { observe, operateRoutes } from './operate.ts';
import { providerRoutes } from './provider/routes.ts';
import { isScim, scimError, scimRefusal } from './scim/answer.ts';
import { scimRoutes } from './scim/routes.ts';
import { apiVersion, problem, problemOf } from './rest/problem.ts';
import { operationsAt, restPrefix } from './rest/route.ts';
import { restRoutes } from './rest/routes.ts';
import type { Site } from './site.ts';
import { localeOf, rememberLocale, strangerAt, visitOf } from './visit.ts';
import { webRoutes } from './web/routes.tsx';
import { showPage } from './web/shell.tsx';
import { showRefusal } from './web/show-refusal.tsx';
import { words } from './web/words.ts';
import { witnessRoutes } from './witness.ts';

const isRest = (c: Context): boolean => c.req.path === restPrefix || c.req.path.startsWith(`${restPrefix}/`) || c.req.path === '/openapi.json';

function secure(app: Hono, site: Site): void {
  const headers = site.publicUrl?.startsWith('https:') ? securityHeadersOverTls : securityHeaders;
  app.use(async (c, next) => {
    await next();
    rememberLocale(c, site);
    if (isRest(c)) c.res.headers.set('api-version', apiVersion);
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res = await compressed(c.res, c.req.header('accept-encoding') ?? '');
  });
}

type Said = { readonly status: number; readonly title: string; readonly detail: string };

/** What is wrong with a request before anybody looks at who sent it. */
async function refuseRequest(c: Context, site: Site, { status, title, detail }: Said): Promise<Response> {
  if (isScim(c)) return scimError(c, status, detail);
  if (isRest(c)) return problem(c, status, title, { detail });
  return showPage(c, site, strangerAt(c, site), { title, status, body: <HeadingGroup title={title} lead={detail} /> });
}

/** The name the browser used, and the public one when a proxy stands in front. */
const ownOrigins = (c: Context, site: Site): string[] => [new URL(c.req.url).origin, ...(site.publicUrl ? [new URL(site.publicUrl).origin] : [])];

function refuseForeignForms(app: Hono, site: Site): void {
  app.use(async (c, next) => {
    if (isSameOrigin(c.req.method, c.req.raw.headers, ownOrigins(c, site))) return next();
    const text = words(localeOf(c));
    return refuseRequest(c, site, { status: 403, title: text.foreignTitle, detail: text.foreignText });
  });
}

/** Unpacking is where a small body becomes a large one; who writes to us need not pack. */
function refusePackedBodies(app: Hono, site: Site): void {
  app.use(async (c, next) => {
    if (!c.req.header('content-encoding')) return next();
    const text = words(localeOf(c));
    return refuseRequest(c, site, { status: 415, title: text.packedTitle, detail: text.packedText });
  });
}

function serveAssets(app: Hono, site: Site): void {
  app.get('/assets/:file', (c) => {
    const asset = site.assets.find(c.req.param('file'));
    if (!asset) return c.notFound();
    const headers = { 'content-type': asset.mediaType, etag: asset.etag, 'cache-control': 'public, max-age=31536000, immutable' };
    return c.req.header('if-none-match') === asset.etag ? c.body(null, 304, headers) : c.body(asset.body, 200, headers);
  });
}

/** What is thrown deep inside and is no defect. */
function refusalBehind(error: Error): Refusal | null {
  if (error instanceof BodyTooLarge) return { refused: 'too-large', limitBytes: error.limitBytes };
  if (error instanceof LogUnavailable) return unavailable(both(words, (text) => text.logAway));
  if (error instanceof CommitUncertain) return unavailable(both(words, (text) => text.uncertain));
  if (error instanceof KeysSealed) return unavailable(both(words, (text) => text.sealedText));
  return isUnreachable(error) ? unavailable(both(words, (text) => text.databaseAway)) : null;
}

/** In the way of who asked. */
async function told(c: Context, site: Site, visitor: Visitor, refusal: Refusal): Promise<Response> {
  if (isScim(c)) return scimRefusal(c, refusal, localeOf(c));
  return isRest(c) ? problemOf(c, refusal, localeOf(c)) : showRefusal(c, site, visitor, refusal);
}

/** A defect: outside a number, in the log everything. */
async function onError(c: Context, site: Site, error: Error): Promise<Response> {
  const refusal = refusalBehind(error);
  if (error instanceof LogUnavailable) site.world.log('error', 'audit-log-unavailable', defectFields(error));
  if (refusal) return told(c, site, strangerAt(c, site), refusal);
  const text = words(localeOf(c));
  if (error instanceof UnreadableForm) return refuseRequest(c, site, { status: 400, title: text.unreadableTitle, detail: text.unreadableText });
  const reference = randomUUID().slice(0, 8);
  site.world.log('error', 'defect', { reference, method: c.req.method, route: c.req.routePath, ...defectFields(error) });
  return refuseRequest(c, site, { status: 500, title: text.brokenTitle, detail: text.brokenText(reference) });
}

/** 405 where the address is right and the method is not; null where there is nothing at all. */
function otherMethod(c: Context, site: Site): Response | null {
  const methods = [...new Set(operationsAt(site.operations, c.req.path).map(({ operation }) => operation.rest.method))].toSorted();
  if (methods.length === 0) return null;
  c.header('allow', methods.join(', '));
  const text = words(localeOf(c));
  return problem(c, 405, text.methodTitle, { detail: text.methodText(methods.join(', ')) });
}

async function onNotFound(c: Context, site: Site): Promise<Response> {
  const refusal = { refused: 'not-found' } as const;
  if (isScim(c)) return scimRefusal(c, refusal, localeOf(c));
  if (isRest(c)) return otherMethod(c, site) ?? problemOf(c, refusal, localeOf(c));
  return showRefusal(c, site, (await visitOf(c, site)).visitor, refusal);
}

/** INVARIANT: without the key nothing is read, written or shown. */
function refuseWhileSealed(app: Hono, site: Site): void {
  app.use(async (_, next) => {
    const keys = await site.world.keys.state();
    if (keys.kind === 'open') return next();
    throw new KeysSealed(keys.message);
  });
}

export function serve(site: Site): Hono {
  const app = new Hono();
  observe(app, site);
  secure(app, site);
  refuseForeignForms(app, site);
  refusePackedBodies(app, site);
  serveAssets(app, site);
  operateRoutes(app, site);
  refuseWhileSealed(app, site);
  witnessRoutes(app, site);
  restRoutes(app, site);
  providerRoutes(app, site);
  scimRoutes(app, site);
  webRoutes(app, site);
  app.notFound((c) => onNotFound(c, site));
  app.onError((error, c) => onError(c, site, error));
  return app;
}
