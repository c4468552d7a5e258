import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildUi } from '../../../scripts/build-ui.mjs';
import { favicon } from '../compass/component.tsx';

const candidates = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' };
const typeOf = (name: string): string => types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/** The strictest policy a page of ours must live with: no inline style, no inline script, nothing from elsewhere. */
const contentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'";

/** A page that is a file by itself brings its style along, and asks for nothing at all. */
const standalonePolicy = "default-src 'none'; style-src 'unsafe-inline'";
const policyFor = (page: string): string => (page.includes('<style>') ? standalonePolicy : contentSecurityPolicy);

export type Look = { readonly width: number; readonly scheme: 'light' | 'dark'; readonly script?: boolean; readonly forcedColors?: 'active' };
export const looks: readonly Look[] = [1280, 360].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

let built: ReturnType<typeof buildUi> | undefined;

/** Serves `pages` by path with the built assets, all from memory; answers anything else with 404. */
export async function openPages(browser: Browser, pages: ReadonlyMap<string, string>, look: Look) {
  built ??= buildUi();
  const assets = new Map((await built).map(({ name, contents }) => [`/${name}`, Buffer.from(contents)]));
  assets.set('/favicon.svg', Buffer.from(favicon()));
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.scheme, forcedColors: look.forcedColors ?? 'none', javaScriptEnabled: look.script ?? true, reducedMotion: 'reduce' });
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const page = pages.get(pathname);
    const asset = assets.get(pathname);
    if (page !== undefined) return route.fulfill({ body: page, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policyFor(page) } });
    return asset ? route.fulfill({ body: asset, contentType: typeOf(pathname) }) : route.fulfill({ status: 404 });
  });
  return context;
}

/**
 * What axe leaves undecided and another check decides, with the reason; anything else it leaves open fails.
 * An entry that no longer occurs fails as well (ui.test.tsx).
 */
export const decidedOtherwise: readonly { readonly rule: string; readonly html: RegExp; readonly reason: string }[] = [
  { rule: 'color-contrast', html: /class="regie-graph__/, reason: 'axe does not know what lies behind text in an SVG; paleTextInDrawings measures it' },
];
type NodeResult = { readonly html: string; readonly target: unknown; readonly any: readonly { message: string }[]; readonly all: readonly { message: string }[]; readonly none: readonly { message: string }[] };

const exemptionOf = (rule: string, { html }: NodeResult) => decidedOtherwise.find((known) => known.rule === rule && known.html.test(html));
const described = (kind: string, rule: string, { target, any, all, none }: NodeResult): string =>
  `${kind} ${rule} at ${String(target)}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe runs in the page itself, once: our pages have no frames, for which its driver would open a second page each time. */
async function runAxe(page: Page, rules: readonly string[] | null): Promise<axe.AxeResults> {
  await page.evaluate(axeSource);
  return page.evaluate((only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const runOnly: axe.RunOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    return inPage.run(document, { runOnly, resultTypes: ['violations', 'incomplete'] });
  }, rules && [...rules]);
}

/** What depends on width, colours and what the style hides; everything else is the same on every screen. */
export const rulesOfLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block', 'aria-hidden-focus', 'skip-link', 'meta-viewport', 'empty-heading', 'button-name', 'link-name', 'region'] as const;

/** Faults axe found or could not rule out; `exempted` collects the entries of `decidedOtherwise` that were needed. @param rules all without it. */
export async function axeFaults(page: Page, exempted: Set<unknown>, rules: readonly string[] | null = null): Promise<string[]> {
  const { violations, incomplete } = await runAxe(page, rules);
  const open = incomplete.flatMap(({ id, nodes }) => nodes.filter((node) => { const known = exemptionOf(id, node); exempted.add(known); return known === undefined; }).map((node) => described('incomplete', id, node)));
  return [...violations.flatMap(({ id, nodes }) => nodes.map((node) => described('violation', id, node))), ...open];
}

/** Text in a drawing with less than 4.5 : 1 to the box it stands in, or to the ground when it stands in none. */
export const paleTextInDrawings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
    const luminance = (color: string) => {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return [...document.querySelectorAll('svg text')].flatMap((text) => {
      const box = text.parentElement?.querySelector('rect');
      const ground = box ? getComputedStyle(box).fill : getComputedStyle(text.closest('[data-region]') ?? document.body).backgroundColor;
      const [light = 0, dark = 0] = [luminance(getComputedStyle(text).fill), luminance(ground)].toSorted((a, b) => b - a);
      const contrast = (light + 0.05) / (dark + 0.05);
      return contrast >= 4.5 ? [] : [`${text.outerHTML.slice(0, 100)} has ${contrast.toFixed(2)} : 1`];
    });
  });

/** Elements that stick out of the page to the right, outside a region that scrolls by itself. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const boxes = [...document.body.querySelectorAll('*')].filter((element) => !element.closest('[data-region] *') && element.getBoundingClientRect().right > room + 1);
    // Text can stick out of a box that fits, so the width of the page is said in any case.
    return [`the page is ${document.documentElement.scrollWidth} wide in ${room}`, ...boxes.map((element) => element.outerHTML.slice(0, 120)).slice(0, 8)];
  });

/** Targets smaller than 24 by 24 pixels that are not a link in running text (WCAG 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => element.getClientRects().length > 0 && !element.matches('.regie-skip'))
      .filter((element) => !(element.matches('a') && getComputedStyle(element).display === 'inline'))
      .filter((element) => { const { width, height } = element.getBoundingClientRect(); return width < 24 || height < 24; })
      .map((element) => element.outerHTML.slice(0, 120));
  });
