/** An anonymous employee on a phone, without script: speaks up, gets a receipt, and comes back with it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, chromiumPath, openBrowser, sticksOut } from '../../src/ui/testing/browser.ts';
import { setUp, submit } from './first-steps.ts';
import { type RunningServer, startServer } from './running-server.ts';

describe.skipIf(chromiumPath === undefined)('speaking up without a name', () => {
  let server: RunningServer;
  let browser: Browser;
  let organiser: Page;
  let phone: Page;
  let entrance = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    organiser = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await setUp(organiser, server);
    await organiser.goto(`${server.address}/ideas/entrance`);
    await submit(organiser);
    entrance = (await organiser.innerText('main code')).trim();
    // A script is needed by axe alone.
    phone = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'nl-NL' })).newPage();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const looksWell = async () => expect([await sticksOut(phone), await axeFaults(phone, new Set())]).toEqual([[], []]);

  it('tells what is on their mind, and is shown a receipt once; nothing of them is kept in the browser', async () => {
    await phone.goto(entrance);
    await looksWell();
    await phone.fill('[name=title]', 'Er wordt gelachen');
    await phone.fill('[name=body]', 'In het overleg durft niemand meer te zeggen dat het systeem vastloopt.');
    await submit(phone);
    await looksWell();
    expect((await phone.context().cookies()).filter(({ name }) => !['lang'].includes(name)).map(({ name }) => name)).toEqual([]);
    expect(await phone.innerText('main')).toContain('Het is verstuurd');
  });

  it('comes back with it, reads the word that is there, and writes back', async () => {
    const receipt = (await phone.innerText('main code')).trim();
    await organiser.goto(`${server.address}/ideas`);
    await organiser.click('main table a');
    await organiser.fill('[name=text]', 'Dank u. Wilt u met iemand praten?');
    await submit(organiser);
    await phone.goto(`${entrance}/receipt`);
    await looksWell();
    await phone.fill('[name=receipt]', receipt.toLowerCase().replaceAll('-', ' '));
    await phone.fill('[name=message]', 'Ja, graag.');
    await submit(phone);
    await looksWell();
    const text = await phone.innerText('main');
    expect([text.includes('Wilt u met iemand praten?'), text.includes('Ja, graag.')]).toEqual([true, true]);
  });

  it('a receipt that is not known is said so, and nothing typed is lost', async () => {
    await phone.goto(`${entrance}/receipt`);
    await phone.fill('[name=receipt]', 'AAAA-AAAA');
    await phone.fill('[name=message]', 'Nog iets.');
    await submit(phone);
    expect([await phone.inputValue('[name=message]'), (await phone.innerText('main')).includes('vinden wij niets')]).toEqual(['Nog iets.', true]);
  });
});
