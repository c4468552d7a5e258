import type { Child } from 'hono/jsx';
import { safeHref } from '../url.ts';

type LinkProps = {
  readonly href: string;
  readonly children?: Child;
  readonly class?: string | undefined;
  readonly lang?: string | undefined;
  readonly current?: boolean | 'page' | 'step' | 'true' | undefined;
  readonly label?: string | undefined;
  readonly rel?: string | undefined;
};

/** A link, or its plain text where the address is not one that a link may carry. */
export function Link({ href, children, class: className, lang, current, label, rel }: LinkProps) {
  const address = safeHref(href);
  if (address === undefined) return <span class={className}>{children}</span>;
  return (
    <a href={address} class={className} lang={lang} hreflang={lang} rel={rel} aria-label={label} aria-current={current === true ? 'page' : current || undefined}>
      {children}
    </a>
  );
}

/** Text that a user or a file wrote: kept from reordering the words around it (right-to-left names). */
export const UserText = ({ text }: { readonly text: string }) => <bdi>{text}</bdi>;

/** A name that someone wrote, as a link where it leads somewhere. */
export const NamedLink = ({ href, text }: { readonly href?: string | undefined; readonly text: string }) =>
  href === undefined ? <UserText text={text} /> : <Link href={href}><UserText text={text} /></Link>;
