/**
 * Every page there is, read from the table of operations, on the example organisation in a real browser: axe finds
 * nothing, nothing sticks out, nothing goes wrong in the console. Each look is a file of its own, so that they run side by side.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { axeFaults, chromiumPath, openBrowser, sticksOut } from '../../src/ui/testing/browser.ts';
import { liveIn, lookAfterPlatform, setUpAndOpenExample } from './first-steps.ts';
import { goneReceiver, type Receiver } from './receiver.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { samplesOf } from './samples.ts';

type Look = { readonly width: number; readonly scheme: 'light' | 'dark'; readonly language: 'nl' | 'en'; readonly rules: readonly string[] | null };

const paths = operations.flatMap(({ web, name }) => (web === undefined ? [`/operations/${name}`] : web.kind === 'download' ? [] : [web.path]));
const formWithoutPage = new Set(operations.flatMap(({ web }) => (web?.kind === 'form' && web.render === undefined ? [web.path] : [])));
/** The pages for programmers are of no operation. */
const reference = ['/v1', '/v1?operation=landscape.save-provider'];
const pages = [...paths.filter((path) => !formWithoutPage.has(path as never)).flatMap(samplesOf), ...reference];

/** @returns the status of the page that was meant. */
async function visit(page: Page, address: string, path: string, language: string): Promise<number | undefined> {
  const [from = '', ...onwards] = path.split(' → ');
  let answer = await page.goto(`${address}${from}${from.includes('?') ? '&' : '?'}lang=${language}`);
  for (const pattern of onwards) {
    const links = await page.locator('main a[href]').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    const [, nth = '1', fits = pattern] = /^(\d+): (.*)$/.exec(pattern) ?? [];
    const href = links.filter((link) => new RegExp(fits).test(link))[Number(nth) - 1];
    if (href === undefined) throw new Error(`${page.url()} has no link that fits ${pattern}.`);
    answer = await page.goto(`${address}${href}`);
  }
  return answer?.status();
}

/** INVARIANT: a page with a fault in the console, in axe's eyes or sticking out of its width does not pass. */
export function everyPagePasses({ width, scheme, language, rules }: Look): void {
  describe.skipIf(chromiumPath === undefined)(`${width} px, ${scheme}, ${language}`, () => {
    let server: RunningServer;
    let browser: Browser;
    let receiver: Receiver;
    let page: Page;
    let platform: Page;
    const errors: string[] = [];

    beforeAll(async () => {
      receiver = await goneReceiver();
      [server, browser] = await Promise.all([startServer(receiver.origin), openBrowser()]);
      const newPage = async (): Promise<Page> => (await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' })).newPage();
      [page, platform] = await Promise.all([newPage(), newPage()]);
      await setUpAndOpenExample(page, server);
      await liveIn(page, server, receiver.origin);
      await lookAfterPlatform(platform, server);
      for (const one of [page, platform]) {
        one.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        one.on('pageerror', (error) => errors.push(error.message));
      }
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
      receiver?.stop();
    });

    it('knows a page for every operation', () => expect(pages.length).toBeGreaterThan(30));

    it.each(pages)('%s', async (path) => {
      errors.length = 0;
      const seen = path.startsWith('/platform') ? platform : page;
      expect(await visit(seen, server.address, path, language)).toBe(200);
      expect(await seen.getAttribute('html', 'lang')).toBe(language);
      expect(errors).toEqual([]);
      expect(await sticksOut(seen)).toEqual([]);
      expect(await axeFaults(seen, new Set(), rules)).toEqual([]);
    }, 60_000);
  });
}
