/** Answers in fewer bytes, where the browser can read them so. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const worthwhileBytes = 1024;
const compressible = /^(text\/|application\/(json|problem\+json|javascript|xml)|image\/svg)/;

/** Quality 5: pages are made anew each time, and 11 takes a hundred times as long for a tenth less. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const ways = [
  { name: 'br', pack: (body: Uint8Array) => brotli(body, quick) },
  { name: 'gzip', pack: (body: Uint8Array) => zip(body) },
] as const;

const accepts = (header: string, name: string): boolean => new RegExp(`(?:^|[,\\s])${name}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:[,;\\s]|$)`, 'i').test(header);

export async function compressed(response: Response, acceptEncoding: string): Promise<Response> {
  if (!response.body || response.headers.has('content-encoding') || !compressible.test(response.headers.get('content-type') ?? '')) return response;
  const way = ways.find(({ name }) => accepts(acceptEncoding, name));
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  if (!way || body.byteLength < worthwhileBytes) return new Response(body, { status: response.status, headers });
  headers.set('content-encoding', way.name);
  headers.delete('content-length');
  return new Response(new Uint8Array(await way.pack(body)), { status: response.status, headers });
}
