/** Where a message may go, as far as the address says by itself; the rest is decided when the connection is made. */
import { isIP } from 'node:net';
import { isOpenAddress } from './address-rules.ts';

/** Addresses inside that the administrator of the server allows, as origins: `http://hook.inside:8080`. */
export type Inside = ReadonlySet<string>;

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Null where it may not. `new URL` has already made 127.1, 0x7f000001 and ①②⑦ into what they mean. */
export function targetOf(text: string, inside: Inside): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  if (inside.has(url.origin)) return url;
  if (url.protocol !== 'https:' || url.port !== '') return null;
  const host = bare(url.hostname);
  if (isIP(host) !== 0) return isOpenAddress(host) ? url : null;
  // A name without a dot is of the network we stand in.
  return /\.[a-z][a-z0-9-]*\.?$/.test(host) && !/\.(?:localhost|local|internal|home\.arpa|onion)\.?$/.test(`.${host}`) ? url : null;
}
