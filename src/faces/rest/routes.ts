/** Every operation as a REST route, with its description beside it. */
import type { Context, Hono } from 'hono';
import type { Operation } from '../../platform/operation.ts';
import { etagOf, matches } from '../../platform/http/etag.ts';
import { type Answer, perform } from '../../platform/perform.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Site } from '../site.ts';
import { carrySession, localeOf, originOf, queriesSaid, sessionCookie, type Visit, visitOf } from '../visit.ts';
import { openApiOf } from './openapi.ts';
import { apiVersion, problemOf } from './problem.ts';
import { inputOf } from './read-input.ts';
import { showReference } from './reference.tsx';
import { byParameters, restPrefix } from './route.ts';
import { bodyTextOf, termsOf } from './terms.ts';

async function performed(c: Context, site: Site, operation: Operation, { world, visitor }: Visit): Promise<Answer> {
  const input = await inputOf(c, operation);
  if (isRefusal(input)) return { ok: false, refusal: input };
  const terms = termsOf(c, site, operation, input);
  return 'refused' in terms ? { ok: false, refusal: terms } : perform(world, visitor, operation, input, terms);
}

/** A program that has it already gets 304 in place of all of it. */
function send(c: Context, output: unknown): Response {
  const body = bodyTextOf(output);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  if (c.req.method !== 'GET') return c.body(body, 200, headers);
  const etag = etagOf(body);
  const known = c.req.header('if-none-match');
  return known !== undefined && matches(known, etag) ? c.body(null, 304, { etag, 'cache-control': 'no-store' }) : c.body(body, 200, { ...headers, etag });
}

/** RFC 9745 and 8594: that a route will go, since when that is known, when it goes, and what to use then. */
function warnOfTheEnd(c: Context, { rest: { deprecated } }: Operation): void {
  if (!deprecated) return;
  c.header('deprecation', `@${Date.parse(deprecated.since) / 1000}`);
  c.header('sunset', new Date(deprecated.until).toUTCString());
  if (deprecated.instead) c.header('link', `<${restPrefix}${deprecated.instead}>; rel="successor-version"`);
}

async function answer(c: Context, site: Site, operation: Operation): Promise<Response> {
  const visit = await visitOf(c, site);
  const given = await performed(c, site, operation, visit);
  if (site.tellsQueries) c.header('server-timing', queriesSaid(visit.count));
  warnOfTheEnd(c, operation);
  if (!given.ok) return problemOf(c, given.refusal, visit.visitor.locale);
  carrySession(c, site, given.session);
  return send(c, given.output);
}

function serveDescription(app: Hono, site: Site): void {
  const description = (c: Context) => openApiOf(site.operations, originOf(c, site), sessionCookie(site), localeOf(c));
  const serveJson = (c: Context): Response => c.json(description(c), 200, { 'api-version': apiVersion, 'access-control-allow-origin': '*' });
  app.get(`${restPrefix}/openapi.json`, serveJson);
  app.get('/openapi.json', serveJson);
  app.get(restPrefix, async (c) => showReference(c, site, (await visitOf(c, site)).visitor, originOf(c, site)));
}

const honoPath = (path: string): string => `${restPrefix}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

export function restRoutes(app: Hono, site: Site): void {
  serveDescription(app, site);
  for (const operation of site.operations.toSorted(byParameters)) app.on(operation.rest.method, honoPath(operation.rest.path), (c) => answer(c, site, operation));
}
