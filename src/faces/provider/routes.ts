/**
 * Where the identity provider and this server meet (OpenID Connect): a visitor is sent there, comes back, or left there.
 * A visitor carries a ticket in a cookie meanwhile; whoever comes back without it began elsewhere, and is nobody.
 */
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Operation } from '../../platform/operation.ts';
import { perform } from '../../platform/perform.ts';
import { conflict, type Refusal } from '../../platform/refusal.ts';
import type { Text } from '../../platform/words.ts';
import { formFields } from '../body.ts';
import type { Site } from '../site.ts';
import { carrySession, cookieFor, originOf, sessionCookie, visitOf } from '../visit.ts';
import { showRefusal } from '../web/show-refusal.tsx';

const root = '/sign-in/organisation';
const minutesToComeBack = 10;
/** A logout token is a few hundred bytes. */
const tokenLimitBytes = 32 * 1024;

const ticketCookie = (site: Site): string => `${sessionCookie(site)}-visit`;

async function doing(c: Context, site: Site, operation: Operation, input: unknown) {
  const { world, visitor } = await visitOf(c, site);
  const answer = await perform(world, visitor, operation, input);
  if (answer.ok) carrySession(c, site, answer.session);
  return { visitor, answer };
}

/** What a link asks; a stranger's query asks nothing we do not know. */
const asked = (c: Context) => Object.fromEntries(['purpose', 'next', 'invitation'].flatMap((name) => (c.req.query(name) === undefined ? [] : [[name, c.req.query(name)]])));

async function sendAway(c: Context, site: Site, ask: Operation): Promise<Response> {
  const { visitor, answer } = await doing(c, site, ask, { purpose: 'sign-in', ...asked(c) });
  if (!answer.ok) return showRefusal(c, site, visitor, answer.refusal);
  const { address, ticket } = answer.output as { readonly address: string; readonly ticket: string };
  setCookie(c, ticketCookie(site), ticket, { ...cookieFor(site), maxAge: minutesToComeBack * 60 });
  return c.redirect(address, 303);
}

/** Each answer has a page of its own to go on to: a form around which somebody confirmed waits in another tab. */
const onwards = ({ next }: { readonly next: string | null }): string => next ?? '/';

async function comeBack(c: Context, site: Site, meet: Operation): Promise<Response> {
  const ticket = getCookie(c, ticketCookie(site)) ?? '-';
  deleteCookie(c, ticketCookie(site), { ...cookieFor(site) });
  const { visitor, answer } = await doing(c, site, meet, { ticket, answer: new URL(c.req.url).search.slice(1) || '-' });
  if (!answer.ok) return showRefusal(c, site, visitor, answer.refusal);
  const { next, notIn } = answer.output as { readonly next: string | null; readonly notIn: Text | null };
  // What they lost is lost; they are told, and not let in.
  return notIn ? showRefusal(c, site, visitor, conflict(notIn)) : c.redirect(onwards({ next }), 303);
}

/** RFC-like answers of Back-Channel Logout 1.0 §2.8: 200, or 400 with what is wrong; neither is kept by anybody. */
async function left(c: Context, site: Site, leave: Operation): Promise<Response> {
  const fields = await formFields(c.req.raw, tokenLimitBytes, () => false);
  const { answer } = await doing(c, site, leave, { token: fields.find(([name]) => name === 'logout_token')?.[1] ?? '' });
  c.header('cache-control', 'no-store');
  if (answer.ok) return c.body(null, 200);
  return statusOf(answer.refusal) === 400 ? c.json({ error: 'invalid_request' }, 400) : c.json({ error: 'temporarily_unavailable' }, 503);
}

const statusOf = ({ refused }: Refusal): number => (refused === 'unavailable' ? 503 : 400);

async function goodbye(c: Context, site: Site): Promise<Response> {
  const address = await site.world.provider?.goodbye(`${originOf(c, site)}${site.paths.start}`).catch(() => null);
  return c.redirect(address ?? site.paths.start, 303);
}

async function publicKeys(c: Context, { world }: Site): Promise<Response> {
  return world.provider ? c.json(await world.provider.publicKeys(), 200, { 'cache-control': 'public, max-age=3600' }) : c.notFound();
}

export function providerRoutes(app: Hono, site: Site): void {
  const { federation } = site;
  if (!federation) return;
  app.get(root, (c) => sendAway(c, site, federation.ask));
  app.get(`${root}/return`, (c) => comeBack(c, site, federation.meet));
  app.post(`${root}/logout`, (c) => left(c, site, federation.leave));
  app.get(`${root}/keys`, (c) => publicKeys(c, site));
  app.get('/sign-out/organisation', (c) => goodbye(c, site));
}
