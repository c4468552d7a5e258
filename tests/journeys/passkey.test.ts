/** Somebody who never types a password, in a real browser with an authenticator of its own (CDP): first run, out, in again, confirming, a second key, the platform. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, chromiumPath, openBrowser, sticksOut } from '../../src/ui/testing/browser.ts';
import { submit } from './first-steps.ts';
import { type RunningServer, startServer } from './running-server.ts';

/** Pictures of what was passed, for who wants to look. */
const pictures = process.env['REGIE_PICTURES'];

describe.skipIf(chromiumPath === undefined)('with a passkey', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let devices: CDPSession;
  const errors: string[] = [];
  const text = (): Promise<string> => page.innerText('main');
  /** `localhost`: a passkey is of a name, not of an address. */
  const open = (path: string) => page.goto(`${server.address.replace('127.0.0.1', 'localhost')}${path}`);
  const newDevice = (transport: 'internal' | 'usb' = 'internal') => devices.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport, hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  const press = async (): Promise<void> => {
    await Promise.all([page.waitForEvent('framenavigated'), page.click('[data-passkey] button')]);
    await page.waitForLoadState();
  };

  /** On a desk and on a phone: nothing sticks out, axe finds nothing, the console is silent. */
  async function passes(name: string): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
      expect(await sticksOut(page)).toEqual([]);
      expect(await axeFaults(page, new Set())).toEqual([]);
    }
    expect(errors).toEqual([]);
  }

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await newDevice();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('sets up the organisation without a password', async () => {
    await open('/set-up?lang=en');
    await passes('set-up');
    for (const [name, value] of Object.entries({ code: server.setupCode, organisation: 'Waterlinde', name: 'Ada', email: 'ada@example.nl' })) await page.fill(`[name="${name}"]`, value);
    await press();
    await open('/account?lang=nl');
    expect(await text()).toContain('U hebt geen wachtwoord');
    await passes('account');
  }, 90_000);

  it('signs out, and in again without saying who it is', async () => {
    await page.click('form[action="/sign-out"] button');
    await page.waitForLoadState();
    await open('/sign-in?lang=nl');
    await passes('sign-in');
    await press();
    await open('/account?lang=en');
    expect(await text()).toContain('Ada');
  }, 90_000);

  it('adds a second key under a name, and removes it', async () => {
    await open('/account/passkeys/add?lang=en');
    await passes('add-passkey');
    const { authenticatorId } = await newDevice('usb');
    await page.fill('[name=name]', 'Spare key');
    await press();
    expect(await text()).toContain('Spare key');
    await page.click('a[aria-label="Remove: Spare key"]');
    await page.waitForLoadState();
    await passes('remove-passkey');
    await submit(page);
    expect(await text()).not.toContain('Spare key');
    await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  }, 90_000);

  it('confirms with it, prints recovery codes, and looks after the platform', async () => {
    await open('/confirm?next=%2Faccount%2Frecovery-codes&lang=nl');
    await passes('confirm');
    await press();
    expect(new URL(page.url()).pathname).toBe('/account/recovery-codes');
    await submit(page);
    expect(await page.locator('main ol code').count()).toBe(10);
    await passes('recovery-codes');
    await open('/organisations?lang=nl');
    await passes('places');
    await page.locator('main form button').last().click();
    await page.waitForURL('**/platform');
    await passes('platform');
    for (const path of ['/platform/begin', '/platform/accounts']) {
      await open(path);
      await passes(path.slice(1).replace('/', '-'));
    }
  }, 120_000);
});
