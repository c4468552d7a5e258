/** The frame of every page: who you are, where you can go, in which language. */
import type { Context } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { Button } from '../../ui/button/component.tsx';
import { Link, NamedLink } from '../../ui/link/component.tsx';
import { Notice } from '../../ui/notice/component.tsx';
import { Account as AccountArea, PageShell, renderDocument } from '../../ui/page-shell/component.tsx';
import { decide, decideAnywhere } from '../../platform/permission.ts';
import type { Visitor } from '../../platform/perform.ts';
import type { Rendered } from '../../platform/screen.ts';
import { type Locale, locales, say } from '../../platform/words.ts';
import type { Site } from '../site.ts';
import { words } from './words.ts';

const languageNames: Readonly<Record<Locale, string>> = { nl: 'Nederlands', en: 'English' };

const withLanguage = (url: URL, lang: Locale): string => {
  const query = new URLSearchParams(url.searchParams);
  query.set('lang', lang);
  return `${url.pathname}?${query}`;
};

/** The bands of `NavigationEntry`, each from a number on: under which word its entries wait. The first stand in the row itself. */
const bands = [[800, 'more'], [600, 'toSteer'], [500, 'toDemand'], [200, 'toHave'], [100, 'together']] as const;
const groupOf = (order: number, locale: Locale): string | undefined => {
  const band = bands.find(([from]) => order >= from);
  return band && words(locale).groups[band[1]];
};

function navigation(site: Site, visitor: Visitor, path: string) {
  return site.operations
    .flatMap(({ web, permission, about }) => (web && web.kind !== 'download' && web.nav && (about ? decideAnywhere : decide)(visitor.rights, permission).may ? [{ path: web.path, ...web.nav }] : []))
    .toSorted((a, b) => a.order - b.order)
    .map((entry) => ({ href: entry.path, text: say(entry.label, visitor.locale), current: isWithin(path, entry.path), group: groupOf(entry.order, visitor.locale) }));
}

const isWithin = (path: string, entry: string): boolean => path === entry || (entry !== '/' && path.startsWith(`${entry}/`));

const Account = ({ site, visitor }: { readonly site: Site; readonly visitor: Visitor }) => {
  const text = words(visitor.locale);
  if (!visitor.person) return <Link href={site.paths.signIn}>{text.signIn}</Link>;
  return (
    <AccountArea>
      <NamedLink href={site.paths.account} text={visitor.person.name} />
      {visitor.elsewhere && <Link href={site.paths.organisations}>{text.otherOrganisation}</Link>}
      <form method="post" action={site.paths.signOut}><Button kind="link">{text.signOut}</Button></form>
    </AccountArea>
  );
};

/** A notice is shown once, on the first page after it was left. */
function takeNotice(c: Context): string | undefined {
  const notice = getCookie(c, 'notice');
  if (notice !== undefined) deleteCookie(c, 'notice', { path: '/' });
  return notice;
}

export type ShownPage = { readonly title: string; readonly body: Rendered; readonly status?: number };

/** @param c also read for the notice, which is then gone. */
export async function showPage(c: Context, site: Site, visitor: Visitor, shown: ShownPage): Promise<Response> {
  const { locale } = visitor;
  const text = words(locale);
  const url = new URL(c.req.url);
  const notice = takeNotice(c);
  const html = await renderDocument(
    <PageShell
      lang={locale}
      title={`${shown.title} – ${text.product}`}
      assets={{ stylesheet: site.assets.href('ui.css'), favicon: site.assets.href('favicon.svg'), script: site.assets.href('ui.js') }}
      product={{ name: text.product, href: '/' }}
      organisation={visitor.organisation?.name}
      texts={text}
      navigation={navigation(site, visitor, url.pathname)}
      languages={locales.map((lang) => ({ href: withLanguage(url, lang), lang, text: languageNames[lang], current: lang === locale }))}
      account={<Account site={site} visitor={visitor} />}
    >
      {notice !== undefined && <Notice kind="success" title={notice} live />}
      {shown.body}
    </PageShell>,
  );
  c.header('cache-control', 'no-store');
  return c.html(html, (shown.status ?? 200) as 200);
}
