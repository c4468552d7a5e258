/** One request's visitor: their language, their session, what they may do; and the answer's cookies. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { clearedAtSignOut } from '../platform/http/headers.ts';
import { counted, type QueryCount } from '../platform/database/counted.ts';
import { enter } from '../platform/database/scoped-database.ts';
import { browserName } from '../platform/http/browser-name.ts';
import type { Visitor, World } from '../platform/perform.ts';
import { nobody } from '../platform/permission.ts';
import type { SessionChange } from '../platform/session/door.ts';
import { knownForDays } from '../platform/session/known-device.ts';
import { absoluteHours, findSession, hashOf } from '../platform/session/session.ts';
import { isLocale, type Locale, locales } from '../platform/words.ts';
import { restPrefix } from './rest/route.ts';
import { isScim } from './scim/answer.ts';
import type { Site } from './site.ts';

export type Visit = { readonly world: World; readonly visitor: Visitor; readonly count: QueryCount };

const isSecure = (site: Site): boolean => site.publicUrl?.startsWith('https:') ?? false;
/** `__Host-` ties the cookie to this host; browsers take it over TLS only. */
export const sessionCookie = (site: Site): string => (isSecure(site) ? '__Host-regie' : 'regie');
const deviceCookie = (site: Site): string => `${sessionCookie(site)}-device`;
export const cookieFor = (site: Site) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(site) }) as const;

const asked = (c: Context): string | undefined => new URL(c.req.url).searchParams.get('lang') ?? undefined;

/** `?lang=` for this and later pages, then what was chosen before, then what the browser prefers, then Dutch. */
export function localeOf(c: Context): Locale {
  const preferred = (c.req.header('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return [asked(c), getCookie(c, 'lang'), ...preferred].find((value): value is Locale => value !== undefined && isLocale(value)) ?? locales[0];
}

export function rememberLocale(c: Context, site: Site): void {
  const locale = asked(c);
  if (locale !== undefined && isLocale(locale)) setCookie(c, 'lang', locale, { ...cookieFor(site), maxAge: 31_536_000 });
}

/** The address of the other end; throttling of several visitors behind one proxy is then shared, which is safe. */
const addressOf = (c: Context): string => (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';

/** Which door, and an id by which the log's entries of one request belong together. */
const requestOf = (c: Context) => ({ via: c.req.path.startsWith(restPrefix) || isScim(c) ? 'rest' : 'web', request: randomUUID() }) as const;

const memberOf = (site: Site, world: World, token: string) =>
  world.database.change({ shown: hashOf(token) }, async (db) => {
    const now = world.clock.now();
    const session = await findSession(db, token, now);
    if (session === null) return null;
    // Across organisations: the token found the session, and the session says where its person is.
    await enter(db, session);
    const member = await site.whoIs(db, session, now);
    return member && { ...member, session, token };
  });

/** INVARIANT: it has no session, and so makes nobody sure that it is them. */
const bearerAt = (site: Site, world: World, token: string) =>
  world.database.change({ shown: hashOf(token) }, (db) => site.bearerOf(db, token, world.clock.now()));

/** What a program shows in place of a cookie; undefined where it shows nothing. */
export const bearerToken = (c: Context): string | undefined => /^Bearer\b *(.*)$/i.exec(c.req.header('authorization') ?? '')?.[1];

/** INVARIANT: with a token no cookie counts: whoever sends one gets no more than it gives. */
async function comer(c: Context, site: Site, world: World) {
  const bearer = bearerToken(c);
  if (bearer !== undefined) return bearerAt(site, world, bearer);
  const token = getCookie(c, sessionCookie(site));
  return token === undefined ? null : memberOf(site, world, token);
}

/** Somebody of whom nothing is known but where they come from. */
export const strangerAt = (c: Context, site: Site): Visitor => ({
  person: null, organisation: null, rights: nobody, elsewhere: false, isReadOnly: false, token: null, session: null,
  locale: localeOf(c), device: getCookie(c, deviceCookie(site)) ?? null, browser: browserName(c.req.header('user-agent') ?? ''), address: addressOf(c), origin: originOf(c, site), ...requestOf(c),
});

/** Two queries with a session or a token (and a third, at most once a minute, to note its use), none without. */
export async function visitOf(c: Context, site: Site): Promise<Visit> {
  const count: QueryCount = { queries: 0 };
  const world = { ...site.world, database: counted(site.world.database, count) };
  return { world, count, visitor: { ...strangerAt(c, site), ...(await comer(c, site, world)) } };
}

export function carrySession(c: Context, site: Site, change: SessionChange): void {
  if (change?.kind === 'opened') setCookie(c, sessionCookie(site), change.token, { ...cookieFor(site), maxAge: absoluteHours * 3600 });
  if (change?.kind === 'opened' && change.device !== null) setCookie(c, deviceCookie(site), change.device, { ...cookieFor(site), maxAge: knownForDays * 86_400 });
  if (change?.kind !== 'closed') return;
  deleteCookie(c, sessionCookie(site), { path: '/', secure: isSecure(site) });
  c.header('clear-site-data', clearedAtSignOut);
}

/** As a browser names this server. */
export const originOf = (c: Context, site: Site): string => new URL(site.publicUrl ?? c.req.url).origin;

export const queriesSaid = ({ queries }: QueryCount): string => `db;desc="${queries}"`;
