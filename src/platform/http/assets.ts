/** Style, script and fonts, made by the build with their content in their name: a browser may keep them for ever. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly mediaType: string; readonly etag: string };
export type Assets = {
  /** Address of a file by the name it has before the build: `ui.css`. */
  readonly href: (name: string) => string;
  readonly find: (fileName: string) => Asset | undefined;
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function readAsset(folder: string, name: string): Asset {
  const body = new Uint8Array(readFileSync(join(folder, name)));
  return { body, mediaType: mediaTypes[extname(name)] ?? 'application/octet-stream', etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** @param folder the build's assets, with `manifest.json` from name to file name; when missing, pages have no style. */
export function readAssets(folder: string): Assets {
  const manifestFile = join(folder, 'manifest.json');
  const manifest = existsSync(manifestFile) ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>) : {};
  const files = new Map((existsSync(folder) ? readdirSync(folder) : []).filter((name) => name !== 'manifest.json').map((name) => [name, readAsset(folder, name)]));
  return { href: (name) => `/assets/${manifest[name] ?? name}`, find: (name) => files.get(name) };
}
