/** A refusal as a page: what is the matter and what can be done. */
import type { Context } from 'hono';
import { HeadingGroup } from '../../ui/heading-group/component.tsx';
import { Link } from '../../ui/link/component.tsx';
import type { Visitor } from '../../platform/perform.ts';
import type { Refusal, RefusalKind } from '../../platform/refusal.ts';
import type { Locale } from '../../platform/words.ts';
import { refusalStatus } from '../refusal-status.ts';
import type { Site } from '../site.ts';
import { showPage } from './shell.tsx';
import { words } from './words.ts';

type Said = { readonly title: string; readonly lines: readonly string[] };

export function sayRefusal(refusal: Refusal, locale: Locale): Said {
  const text = words(locale);
  switch (refusal.refused) {
    case 'not-found': return { title: text.notFoundTitle, lines: [text.notFoundText] };
    case 'not-allowed': return { title: text.notAllowedTitle, lines: [text.because[refusal.because ?? 'no-role']] };
    case 'not-confirmed': return { title: text.notConfirmedTitle, lines: [text.notConfirmedText] };
    case 'not-signed-in': return { title: text.notSignedInTitle, lines: [text.notSignedInText] };
    case 'invalid': return { title: text.invalidTitle, lines: refusal.faults.map(({ path, message }) => `${path}: ${message[locale]}`) };
    case 'conflict': return { title: text.conflictTitle, lines: [refusal.message[locale]] };
    case 'overtaken': return { title: text.overtakenTitle, lines: [text.overtakenText] };
    case 'too-large': return { title: text.tooLargeTitle, lines: [text.tooLargeText(Math.floor(refusal.limitBytes / 1_048_576))] };
    case 'unavailable': return { title: text.unavailableTitle, lines: [refusal.message[locale]] };
    case 'too-many': return { title: text.tooManyTitle, lines: [text.tooManyText(refusal.retryAfterSeconds)] };
  }
}

const wayOn = (site: Site, kind: RefusalKind, locale: Locale) =>
  kind === 'not-signed-in' ? <Link href={site.paths.signIn}>{words(locale).signIn}</Link> : <Link href="/">{words(locale).home}</Link>;

const toConfirm = (c: Context, site: Site): Response => {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`${site.paths.confirm}?${new URLSearchParams({ next: `${pathname}${search}` })}`, 303);
};

/** Whoever comes in by the front door is first told what this is. */
const toSignIn = (c: Context, site: Site): Response => {
  const { pathname, search } = new URL(c.req.url);
  if (pathname === '/') return c.redirect(site.paths.start, 303);
  return c.redirect(`${site.paths.signIn}?${new URLSearchParams({ next: `${pathname}${search}` })}`, 303);
};

export async function showRefusal(c: Context, site: Site, visitor: Visitor, refusal: Refusal): Promise<Response> {
  if (refusal.refused === 'not-signed-in' && c.req.method === 'GET') return toSignIn(c, site);
  if (refusal.refused === 'not-confirmed' && c.req.method === 'GET') return toConfirm(c, site);
  if ('retryAfterSeconds' in refusal) c.header('retry-after', String(refusal.retryAfterSeconds));
  const { title, lines } = sayRefusal(refusal, visitor.locale);
  const body = (
    <>
      <HeadingGroup title={title} />
      {lines.map((line) => <p>{line}</p>)}
      <p>{wayOn(site, refusal.refused, visitor.locale)}</p>
    </>
  );
  return showPage(c, site, visitor, { title, body, status: refusalStatus[refusal.refused] });
}
