/**
 * Whether a request that may change something was sent by one of our own pages. Browsers say where a request
 * comes from; cookies are SameSite=Lax besides. Programs say nothing and carry no cookie of a visitor.
 */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/** @param own every origin this server is known by. */
export function isSameOrigin(method: string, headers: { readonly get: (name: string) => string | null }, own: readonly string[]): boolean {
  if (harmless.has(method)) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null ? !headers.get('cookie') : own.includes(originOf(origin) ?? '');
}
