/** What a person does who has a keyboard and no mouse: nothing is out of reach, nothing keeps them, and they see where they are. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from '../../src/ui/testing/browser.ts';
import { setUpAndOpenExample } from './first-steps.ts';
import { type RunningServer, startServer } from './running-server.ts';

/** More than any page of ours has; a walk that has not come round by then is caught somewhere. */
const mostStops = 400;

type Stop = { readonly name: string; readonly visible: boolean };
/** Focus shows by an outline, or the element that has it is none of ours. */
const stopOf = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return { name: element.outerHTML.slice(0, 100), visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 };
  });

/** Every stop from the top of the page until the keyboard leaves it again. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < mostStops) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`The keyboard does not come out of ${page.url()}; last at ${stops.at(-1)?.name}.`);
}

describe.skipIf(chromiumPath === undefined)('with the keyboard alone', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const open = (path: string) => page.goto(`${server.address}${path}`);
  const focused = (attribute: string) => page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);
  const tabTo = async (selector: string): Promise<void> => {
    for (let step = 0; step < mostStops; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`The keyboard never reaches ${selector} on ${page.url()}.`);
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })).newPage();
    await setUpAndOpenExample(page, server);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each(['/', '/systems/add', '/providers/koppelhuis', '/conversation'])('%s is walked through: each stop is seen, the last one leads out', async (path) => {
    await open(path);
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(15);
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
  }, 60_000);

  it('the first stop skips the menu', async () => {
    await open('/systems');
    await page.keyboard.press('Tab');
    expect(await focused('href')).toBe('#main');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });

  it('a system is added, and the reader stands at its page', async () => {
    await open('/systems/add');
    await tabTo('[name=name]');
    await page.keyboard.type('Parkeerlijst');
    await Promise.all([page.waitForURL('**/systems/parkeerlijst*'), page.keyboard.press('Enter')]);
    expect(await page.innerText('main h1')).toBe('Parkeerlijst');
  });

  it('after a refused form the reader stands at what is wrong', async () => {
    await open('/systems/add');
    await tabTo('main form button:not([type=button])');
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
    await page.waitForLoadState();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-focus-first'))).toBe(true);
  });

  it('the menu behind a word opens with Enter and closes with Escape, which leads back to it', async () => {
    await open('/');
    await tabTo('.regie-more > summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused('href')).toBe('/ideas');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.matches('.regie-more > summary'))).toBe(true);
    expect(await page.isVisible('.regie-more a')).toBe(false);
  });

  it('the menu on a phone opens, leads on, and closes', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open('/');
    await tabTo('.regie-nav--menu > summary');
    await page.keyboard.press('Enter');
    await tabTo('.regie-nav--menu a[href="/systems"]');
    await Promise.all([page.waitForURL('**/systems'), page.keyboard.press('Enter')]);
    expect(await page.isVisible('.regie-nav--menu a')).toBe(false);
  });
});
