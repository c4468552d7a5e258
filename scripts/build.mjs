/**
 * Builds `dist/`: the server, the command line and the database's thread (packages stay outside), the style,
 * script and fonts with their content in their name, the SQL files, and an empty database to start from.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'esbuild';
import { buildUi } from './build-ui.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const source = join(root, 'src');
const assets = join(dist, 'assets');

const filesUnder = (folder, matches) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && matches.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : [];

/** Splitting keeps the command line from loading the server. */
const buildPrograms = () =>
  build({
    entryPoints: {
      server: join(source, 'entry/server.ts'),
      cli: join(source, 'entry/cli.ts'),
      'finish-build': join(source, 'entry/finish-build.ts'),
      'embedded-worker': join(source, 'platform/database/embedded-worker.ts'),
      'pkcs11-worker': join(source, 'platform/keys/pkcs11-worker.ts'),
    },
    outdir: dist,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });

function stamped(file) {
  const body = readFileSync(file);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  const name = `${basename(file, extname(file))}-${hash}${extname(file)}`;
  writeFileSync(join(assets, name), body);
  rmSync(file);
  return name;
}

/** Fonts carry their content in their name already. */
function stampAssets() {
  const named = ['ui.css', 'ui.js', 'favicon.svg'].filter((name) => existsSync(join(assets, name)));
  const manifest = Object.fromEntries(named.map((name) => [name, stamped(join(assets, name))]));
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest));
}

/** `src/<…>/<owner>/migrations/0001-x.sql` → `dist/migrations/<owner>/0001-x.sql` */
function copyMigrations() {
  for (const file of filesUnder(source, /^\d{4}-.*\.sql$/)) {
    const owner = basename(dirname(dirname(file)));
    mkdirSync(join(dist, 'migrations', owner), { recursive: true });
    cpSync(file, join(dist, 'migrations', owner, basename(file)));
  }
}

/** Creating a database takes seconds on every first start; unpacking one does not. Kept: it changes with PGlite only. */
async function packEmptyDatabase(keep) {
  const file = join(dist, 'empty-database.tar');
  if (keep) return writeFileSync(file, keep);
  const empty = await PGlite.create();
  writeFileSync(file, new Uint8Array(await (await empty.dumpDataDir('none')).arrayBuffer()));
  await empty.close();
}

const versionFile = join(dist, 'empty-database.version');
const version = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')).version;
const isCurrent = existsSync(versionFile) && readFileSync(versionFile, 'utf8') === version && existsSync(join(dist, 'empty-database.tar'));
const packed = isCurrent ? readFileSync(join(dist, 'empty-database.tar')) : null;

rmSync(dist, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });
await Promise.all([buildPrograms(), buildUi({ outdir: assets })]);
// Runs in this process; a fault in the library stops the build and names every one of them.
await import(pathToFileURL(join(dist, 'finish-build.js')).href);
stampAssets();
copyMigrations();
await packEmptyDatabase(packed);
writeFileSync(versionFile, version);
