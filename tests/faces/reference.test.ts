/** The pages for programmers: made from the operations, for every one of them. */
import { describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { curlOf } from '../../src/faces/rest/reference.tsx';
import { freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { browser, settingOn } from './visitor.ts';

const at = freshDatabase();
const open = async (path: string) => browser(settingOn(at)).get(path);

describe('the pages for programmers', () => {
  it('say of every operation how it is asked, with what and what can go wrong, in both languages', async () => {
    const anybody = browser(settingOn(at));
    for (const operation of operations) {
      const page = await anybody.get(`/v1?operation=${operation.name}&lang=nl`);
      const text = await page.text();
      expect([operation.name, page.status]).toEqual([operation.name, 200]);
      expect(text).toContain(`${operation.rest.method} /v1${operation.rest.path}`);
      for (const heading of ['Voorbeeld', 'Wat u meegeeft', 'Wat u terugkrijgt', 'Wat er mis kan gaan']) expect(text).toContain(heading);
    }
  }, 120_000);

  it('find by a part of the address or of the title, and say so where nothing is found', async () => {
    expect(await (await open('/v1?q=systems/{id}')).text()).toContain('GET /v1/systems/{id}');
    expect(await (await open('/v1?q=systems/{id}')).text()).not.toContain('/v1/webhooks');
    expect(await (await open('/v1?q=zzz&lang=en')).text()).toContain('Nothing found');
    expect((await open('/v1?operation=no.such')).status).toBe(404);
  });

  it('give a request that a shell takes: every quote is closed, every parameter of the path is filled in', () => {
    for (const operation of operations) {
      const curl = curlOf(operation, 'https://regie.example.nl');
      expect([operation.name, curl.replaceAll("'\\''", '').split("'").length % 2]).toEqual([operation.name, 1]);
      expect(curl.split('\n')[0]).not.toContain('{');
    }
  });
});
