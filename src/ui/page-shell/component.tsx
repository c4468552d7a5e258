import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import { CompassMark } from '../compass/component.tsx';
import { Glyph } from '../icon/component.tsx';
import { Link, UserText } from '../link/component.tsx';

export type NavigationItem = {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean | undefined;
  /** In the row it waits under this word, with the others of its group, so that the row stays one line. */
  readonly group?: string | undefined;
};
export type LanguageItem = { readonly href: string; readonly lang: string; readonly text: string; readonly current?: boolean | undefined };
export type PageAssets = { readonly stylesheet: string; readonly favicon: string; readonly script?: string | undefined };

export type PageShellProps = {
  readonly lang: string;
  /** Of the browser tab: the page first, the product last. */
  readonly title: string;
  readonly assets: PageAssets;
  readonly product: { readonly name: string; readonly href: string };
  readonly organisation?: string | undefined;
  readonly texts: { readonly skip: string; readonly menu: string; readonly navigation: string; readonly languages: string };
  readonly navigation: readonly NavigationItem[];
  readonly languages: readonly LanguageItem[];
  /** Who is signed in, and the way out. */
  readonly account?: Child;
  readonly breadcrumb?: Child;
  readonly footer?: Child;
  readonly children?: Child;
};

const Head = ({ lang, title, assets }: Pick<PageShellProps, 'lang' | 'title' | 'assets'>) => (
  <head lang={lang}>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{title}</title>
    <link rel="icon" href={assets.favicon} type="image/svg+xml" />
    <link rel="stylesheet" href={assets.stylesheet} />
    {assets.script && <script src={assets.script} type="module"></script>}
  </head>
);

const NavigationList = ({ items, children }: { readonly items: readonly NavigationItem[]; readonly children?: Child }) => (
  <ul class="regie-nav__list">{items.map(({ href, text, current }) => <li><Link href={href} current={current}>{text}</Link></li>)}{children}</ul>
);

type Group = { readonly text: string; readonly items: readonly NavigationItem[] };

/** In the order of their first items. */
const groupsOf = (navigation: readonly NavigationItem[]): Group[] => [...Map.groupBy(navigation, ({ group }) => group)].flatMap(([text, items]) => (text === undefined ? [] : [{ text, items }]));

const Unfolding = ({ text, items }: Group) => (
  <li>
    <details class={`regie-more${items.some(({ current }) => current) ? ' regie-more--current' : ''}`} data-closes>
      <summary>{text}</summary>
      <NavigationList items={items} />
    </details>
  </li>
);

const Headed = ({ text, items }: Group) => <li><span class="regie-nav__group">{text}</span><NavigationList items={items} /></li>;

/** Stands twice, of which one is ever shown: a row where there is room, a `details` on a phone. No script needed. */
const Navigation = ({ texts, navigation }: Pick<PageShellProps, 'texts' | 'navigation'>) => (
  <>
    <nav class="regie-nav regie-nav--row" aria-label={texts.navigation}>
      <NavigationList items={navigation.filter(({ group }) => group === undefined)}>{groupsOf(navigation).map((group) => <Unfolding {...group} />)}</NavigationList>
    </nav>
    <details class="regie-nav regie-nav--menu" data-closes>
      <summary><Glyph name="menu" /> {texts.menu}</summary>
      <nav aria-label={texts.navigation}><NavigationList items={navigation.filter(({ group }) => group === undefined)}>{groupsOf(navigation).map((group) => <Headed {...group} />)}</NavigationList></nav>
    </details>
  </>
);

const Languages = ({ texts, languages }: Pick<PageShellProps, 'texts' | 'languages'>) => (
  <nav class="regie-languages" aria-label={texts.languages}>
    <ul>{languages.map(({ href, lang, text, current }) => <li><Link href={href} lang={lang} current={current ? 'true' : undefined}>{text}</Link></li>)}</ul>
  </nav>
);

const Masthead = (props: PageShellProps) => (
  <header class="regie-masthead">
    <div class="regie-masthead__bar regie-page-width">
      <Link href={props.product.href} class="regie-brand">
        <CompassMark size={44} />
        <span class="regie-brand__words"><span class="regie-brand__name">{props.product.name}</span>{props.organisation && <span class="regie-brand__organisation"><UserText text={props.organisation} /></span>}</span>
      </Link>
      <div class="regie-masthead__side"><Languages {...props} />{props.account}</div>
    </div>
    {props.navigation.length > 0 && <div class="regie-page-width"><Navigation {...props} /></div>}
  </header>
);

/** Who is signed in and the way out, at the end of the masthead. */
export const Account = ({ children }: { readonly children?: Child }) => <div class="regie-account">{children}</div>;

/** The whole document around a page's content. Send it with `renderDocument`. */
export const PageShell = (props: PageShellProps) => (
  <html lang={props.lang}>
    <Head lang={props.lang} title={props.title} assets={props.assets} />
    <body>
      <a class="regie-skip" href="#main">{props.texts.skip}</a>
      <Masthead {...props} />
      {props.breadcrumb && <div class="regie-page-width">{props.breadcrumb}</div>}
      <main id="main" class={`regie-main regie-page-width${props.breadcrumb ? '' : ' regie-main--first'}`} tabindex={-1}>{props.children}</main>
      {props.footer && <footer class="regie-footer"><div class="regie-page-width">{props.footer}</div></footer>}
    </body>
  </html>
);

/** The page as text, with its doctype; waits for parts that are drawn asynchronously. */
export const renderDocument = async (page: Child): Promise<string> => `<!doctype html>${await raw(await (<>{page}</>).toString())}`;
