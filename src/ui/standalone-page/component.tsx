import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import { standaloneStyle } from './standalone-style.ts';

type StandalonePageProps = { readonly lang: string; readonly title: string; readonly children?: Child };

/** A whole document in one file, to keep, send or print: it asks nothing of any server. */
export const StandalonePage = ({ lang, title, children }: StandalonePageProps) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <style>{raw(standaloneStyle)}</style>
    </head>
    <body><main>{children}</main></body>
  </html>
);

/** As text with its doctype, on one line but for the style. Nothing in such a page is drawn asynchronously. */
export const renderStandalone = (page: Child): string => `<!doctype html>${String(page)}`;
