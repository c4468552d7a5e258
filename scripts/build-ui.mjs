/**
 * One stylesheet, one script and the fonts of the interface, bundled by esbuild.
 * The list of styles is the folders of src/ui: a component with a `style.css` is in, nothing is registered by hand.
 *
 *   buildUi({ outdir })  writes ui.css, ui.js and the fonts (content hash in the name) to `outdir`
 *   buildUi({})          answers the same as files in memory: [{ name, contents }]
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ui = join(dirname(fileURLToPath(import.meta.url)), '../src/ui');

const styles = () => [
  './tokens.css',
  './base.css',
  ...readdirSync(ui).filter((name) => existsSync(join(ui, name, 'style.css'))).toSorted().map((name) => `./${name}/style.css`),
];

const shared = { bundle: true, minify: true, write: false, logLevel: 'error', target: ['chrome123', 'firefox121', 'safari17.5'] };

export async function buildUi({ outdir } = {}) {
  const out = outdir ?? join(ui, 'dist');
  const css = await build({
    ...shared,
    stdin: { contents: styles().map((path) => `@import "${path}";`).join('\n'), resolveDir: ui, sourcefile: 'ui.css', loader: 'css' },
    outfile: join(out, 'ui.css'), loader: { '.woff2': 'file' }, assetNames: '[name]-[hash]', external: [], write: outdir !== undefined,
    // Written for browsers that have light-dark() and nesting: kept as it is.
    supported: { nesting: true },
  });
  const script = await build({ ...shared, entryPoints: [join(ui, 'browser/ui.ts')], outfile: join(out, 'ui.js'), format: 'esm', write: outdir !== undefined });
  return [...(css.outputFiles ?? []), ...(script.outputFiles ?? [])].map(({ path, contents }) => ({ name: basename(path), contents }));
}
