import type { Browser, Page } from 'playwright-core';
import type { RunningServer } from './running-server.ts';

/** The form that the page is for is the last one in its content; its first button sends it. */
export async function submit(page: Page): Promise<void> {
  const button = page.locator('main form').last().locator('button:not([type=button])').first();
  await Promise.all([page.waitForEvent('framenavigated'), button.click()]);
  await page.waitForLoadState();
}

/** The first account, with the code from the console. */
export async function setUp(page: Page, { address, setupCode }: RunningServer): Promise<void> {
  await page.goto(`${address}/set-up?lang=en`);
  const answers = { code: setupCode, organisation: 'Waterlinde', name: 'Ada', email: 'ada@example.nl', password: 'a sentence that is long enough' };
  for (const [name, value] of Object.entries(answers)) await page.fill(`[name="${name}"]`, value);
  await submit(page);
}

/** From the first run to the cockpit of the example organisation, as a person would. */
export async function setUpAndOpenExample(page: Page, server: RunningServer): Promise<void> {
  await setUp(page, server);
  await page.goto(`${server.address}/example`);
  await submit(page);
}

/** A founder who is privacy officer too, two programs let in, a second member with a role in a unit, a calendar address, a partner who has not signed yet, and a message that the other side no longer takes: what the pages of the ground show. */
export async function liveIn(page: Page, { address }: RunningServer, receiver: string): Promise<void> {
  const form = async (path: string, fill: () => Promise<void>): Promise<void> => {
    await page.goto(`${address}${path}`);
    await fill();
    await submit(page);
  };
  for (const path of ['/account/tokens/new', '/organisation/tokens/new']) {
    await form(path, async () => {
      await page.fill('[name=name]', 'Nightly copy');
      await page.locator('[name=scopes]').first().check();
    });
  }
  await form('/webhooks/add', async () => {
    await page.fill('[name=url]', `${receiver}/hook`);
    await page.check('[value="landscape.save-system"]');
  });
  await page.click('main a[href^="/webhooks/"]');
  await page.click('form[action$="/test"] button');
  await page.goto(`${address}/calendar`);
  await submit(page);
  await form('/partners/propose', async () => {
    const terms = { partnerName: 'Waterschap Buren', partner: '0190a000-0000-7000-8000-000000000000', programme: 'samen-water', until: '2030-12-31' };
    for (const [name, value] of Object.entries(terms)) await page.fill(`[name="${name}"]`, value);
  });
  await form('/operations/identity.add-directoryuser', async () => {
    await page.fill('[name=userName]', 'vera@example.nl');
    await page.fill('[name=displayName]', 'Vera Verwacht');
  });
  await form('/members/groups/save', async () => {
    await page.fill('[name=group]', 'regie-lezers');
    await page.check('[name=roles][value=reader]');
  });
  await page.goto(`${address}/members`);
  await page.locator('main a[href$="/roles"]').first().click();
  await page.check('[name=roles][value="privacy-officer"]');
  await submit(page);
  await form('/members/invite', async () => {
    for (const [name, value] of Object.entries({ name: 'Bo', email: 'bo@example.nl' })) await page.fill(`[name="${name}"]`, value);
    await page.check('[name=roles][value=reader]');
  });
  const link = /\/join\?token=[\w-]+/.exec(await page.innerText('body'))?.[0] ?? '';
  const bo = await (page.context().browser() as Browser).newContext();
  const theirs = await bo.newPage();
  await theirs.goto(`${address}${link}`);
  await theirs.fill('[name=password]', 'another long enough sentence');
  await submit(theirs);
  await bo.close();
  await form('/organisation/parts/add', () => page.fill('[name=name]', 'Water'));
  await page.goto(`${address}/members`);
  await page.getByRole('link', { name: 'Bo', exact: true }).click();
  await page.click('main a[href$="/part-roles/give"]');
  await page.selectOption('[name=part]', { index: 1 });
  await page.selectOption('[name=role]', 'change-manager');
  await page.fill('[name=reason]', 'Stands in until March');
  await submit(page);
}

/** A window of the same person in which they look after the platform, and see nothing of an organisation. */
export async function lookAfterPlatform(page: Page, { address }: RunningServer): Promise<void> {
  await page.goto(`${address}/sign-in?lang=en`);
  await page.fill('[name=email]', 'ada@example.nl');
  await page.fill('[name=password]', 'a sentence that is long enough');
  await submit(page);
  await page.goto(`${address}/organisations`);
  await page.locator('main form button').last().click();
  await page.waitForURL('**/platform');
}
