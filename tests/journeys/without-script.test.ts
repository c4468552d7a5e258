/** What a person can do with script switched off, and with the keyboard alone: everything that matters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from '../../src/ui/testing/browser.ts';
import { setUp, submit } from './first-steps.ts';
import { type RunningServer, startServer } from './running-server.ts';

const example = readFileSync(join(import.meta.dirname, '../conformance/example/landscape.yaml'), 'utf8');

describe.skipIf(chromiumPath === undefined)('without script', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const open = (path: string) => page.goto(`${server.address}${path}`);
  const text = () => page.innerText('main');

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', acceptDownloads: true })).newPage();
    await setUp(page, server);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('a landscape document comes in: shown first, then applied', async () => {
    await open('/landscape/import');
    await page.fill('[name=text]', example);
    await submit(page);
    expect(await text()).toContain('Nothing has been applied yet');
    await submit(page);
    expect(page.url()).toContain('/landscape/history');
    await open('/systems');
    expect(await text()).toContain('Zaaksysteem');
  });

  it('a document with a fault comes back with the line and the mend, and nothing of it is applied', async () => {
    await open('/landscape/import');
    await page.fill('[name=text]', example.replace('country: IE', 'country: XX'));
    await submit(page);
    expect(page.url()).toContain('/landscape/import');
    expect(await text()).toContain('XX');
    expect(await page.inputValue('[name=text]')).toContain('country: XX');
    await open('/providers/coldstore-ie');
    expect(await text()).not.toContain('XX');
  });

  it('a system is added, what is wrong is said beside the field, and nothing typed is lost', async () => {
    await open('/systems/add');
    await page.fill('[name=name]', 'Parkeersysteem');
    await page.locator('[name="needs.0.anyOf"]').first().selectOption('idp');
    await page.locator('[name="needs.0.anyOf"]').nth(1).selectOption('zaaksysteem');
    await page.fill('[name="restore.testedHours"]', 'soon');
    await submit(page);
    expect(await page.inputValue('[name=name]')).toBe('Parkeersysteem');
    expect(await page.locator('[name="needs.0.anyOf"]').nth(1).inputValue()).toBe('zaaksysteem');
    await page.fill('[name="restore.testedHours"]', '');
    await submit(page);
    expect(page.url()).toMatch(/\/systems\/parkeersysteem/);
    expect(await text()).toContain('Parkeersysteem');
  });

  it('a layer is said, and the plate shows it', async () => {
    await open('/systems/parkeersysteem/layers/6/edit');
    await page.selectOption('[name=operator]', 'self');
    await page.check('[name="measures.encryption-at-rest.state"][value=yes]');
    await submit(page);
    expect(page.url()).toMatch(/\/systems\/parkeersysteem/);
  });

  it('a change is undone, and taken along as a file', async () => {
    await open('/landscape/history');
    await page.locator('form[action$="/undo"] button').first().click();
    await page.waitForLoadState();
    expect(await text()).toContain('has been undone');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="export.yaml"]').click()]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(file).toContain('parkeersysteem');
    expect(file).not.toContain('encryption-at-rest: yes\n            own');
  });

  it('the simulation answers by its address alone', async () => {
    await open('/simulation?without=country:US');
    expect(await text()).toContain('Burgerzaken');
  });

  it('the keyboard reaches the content past the menu', async () => {
    await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) ?? false)).toBe(true);
  });
});
