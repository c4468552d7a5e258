/** What user text may become in an attribute: addresses that can only lead somewhere, never run something. */

const leadingSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const nowhere = 'https://nowhere.invalid';

/**
 * The address when a link may carry it, otherwise `undefined` (the text is then shown without a link).
 * Allowed: addresses on this site (path, query, fragment) and http(s), mailto and tel.
 * INVARIANT: it is read by the same parser as the browser's, which drops tabs and line breaks inside `java\nscript:`.
 */
export function safeHref(href: string): string | undefined {
  if (!URL.canParse(href, nowhere)) return undefined;
  const { protocol, origin } = new URL(href, nowhere);
  const staysHere = origin === nowhere && !/^\s*[\\/]{2}/.test(href);
  const saysWhereItGoes = leadingSchemes.has(protocol) && /^[a-z]+:/i.test(href);
  return staysHere || saysWhereItGoes ? href : undefined;
}

/**
 * User text for an attribute or an SVG text, where `<bdi>` cannot stand: first-strong isolate (U+2068) … pop (U+2069),
 * so that a right-to-left name does not reorder the words around it. Stray isolates in the text itself are dropped.
 */
export const isolated = (text: string): string => `\u2068${text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;
