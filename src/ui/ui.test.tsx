import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildUi } from '../../scripts/build-ui.mjs';
import { renderDocument } from './page-shell/component.tsx';
import { axeFaults, chromiumPath, decidedOtherwise, type Look, looks, openBrowser, openPages, paleTextInDrawings, smallTargets, sticksOut } from './testing/browser.ts';
import { composedPages } from './testing/composed.tsx';
import { componentNames, gallery, readExamples } from './testing/gallery.tsx';

const all = await readExamples();
const pages = new Map([['/gallery', await renderDocument(gallery(all))]]);
for (const { name, page } of [...all.flatMap((one) => one.pages), ...composedPages]) pages.set(`/${name.replaceAll(' ', '-')}`, await renderDocument(page));
const composed = new Set(composedPages.map(({ name }) => `/${name}`));
/** Pages made of examples show nothing new in every look; two opposite ones are enough to see the parts in company. */
const pagesFor = ({ width, scheme }: Look): string[] => [...pages.keys()].filter((path) => !composed.has(path) || (width === 1280) === (scheme === 'light'));

describe('every component', () => {
  it.each(componentNames)('%s has examples, and a folder with nothing unexpected in it', (name) => {
    const { examples = [], pages: whole = [] } = all.find(({ component }) => component === name) ?? {};
    expect(examples.length + whole.length).toBeGreaterThan(0);
    expect(readdirSync(join(import.meta.dirname, name)).filter((file) => !/^(component|examples)\.tsx$|^style\.css$|^[a-z-]+(\.test)?\.tsx?$/.test(file))).toEqual([]);
  });

  it('leaves styles to the stylesheet and behaviour to the script', () => {
    for (const html of pages.values()) expect(html).not.toMatch(/\sstyle="|\son[a-z]+="|javascript:/i);
  });

  it('gives an id once', () => {
    for (const [path, html] of pages) {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []]);
    }
  });

  it('styles no class that no component has', () => {
    const styles = componentNames.map((name) => join(import.meta.dirname, name, 'style.css')).filter((file) => existsSync(file));
    const styled = styles.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\.(regie-[a-z]+)/g)].map(([, block]) => block));
    const used = [...pages.values()].join('');
    expect([...new Set(styled)].filter((block) => !used.includes(String(block)))).toEqual([]);
  });
});

describe('what a page costs', () => {
  it('is at most 12 kB of style and 3 kB of script, compressed', async () => {
    const files = new Map((await buildUi()).map(({ name, contents }) => [name, gzipSync(contents).length]));
    expect(files.get('ui.css')).toBeLessThan(12_000);
    expect(files.get('ui.js')).toBeLessThan(3_000);
  });
});

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  let browser: Browser;
  const exempted = new Set<unknown>();
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(() => browser.close());

  it.each(looks)('passes axe, fits and can be hit at $width px, $scheme', async (look) => {
    const context = await openPages(browser, pages, look);
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const path of pagesFor(look)) {
      await page.goto(`http://ui.test${path}`);
      complaints.push(...[...(await axeFaults(page, exempted)), ...(await paleTextInDrawings(page)), ...(await sticksOut(page)), ...(await smallTargets(page))].map((fault) => `${path} ${fault}`));
    }
    await context.close();
    expect(complaints).toEqual([]);
  }, 120_000);

  it('keeps no exemption that nothing needs', () => {
    expect(decidedOtherwise.filter((known) => !exempted.has(known))).toEqual([]);
  });

  it('takes the colours of an authority’s own theme', async () => {
    const context = await openPages(browser, pages, { width: 1280, scheme: 'light' });
    const page = await context.newPage();
    await page.goto('http://ui.test/welcome');
    const background = await page.evaluate(() => {
      document.documentElement.style.setProperty('--basis-color-default-bg-document', 'rgb(1, 2, 3)');
      return getComputedStyle(document.body).backgroundColor;
    });
    expect(background).toBe('rgb(1, 2, 3)');
    await context.close();
  });

  it('reflows at 320 px without script', async () => {
    const context = await openPages(browser, pages, { width: 320, scheme: 'light', script: false });
    const page = await context.newPage();
    for (const path of pages.keys()) {
      await page.goto(`http://ui.test${path}`);
      expect([path, await sticksOut(page)]).toEqual([path, []]);
    }
    await context.close();
  });
});
