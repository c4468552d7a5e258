import { beforeAll, describe, expect, it } from 'vitest';
import { browser, firstPerson, password, settingOn, type Setting } from '../../../tests/faces/visitor.ts';
import { workshopOf } from '../../entry/jobs.ts';
import { serve } from '../../faces/serve.tsx';
import { eachDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { workOff } from '../../platform/jobs/queue.ts';
import { type Mailing, plainText } from '../../platform/mail/letter.ts';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  const sent: Mailing[] = [];
  let setting: Setting;
  beforeAll(() => {
    const plain = settingOn(at);
    const world = { ...plain.site.world, outside: { ...plain.site.world.outside, mail: async (mailing: Mailing) => (sent.push(mailing), { kind: 'done' as const }) } };
    const site = { ...plain.site, world };
    setting = { ...plain, site, app: serve(site) };
  });

  it('sends an invitation where asked, and tells of a new device and another password', async () => {
    const anna = await firstPerson(setting);
    expect(await (await anna.get('/members/invite')).text()).toContain('name="letter"');
    await anna.send('POST', '/v1/invitations', { name: 'Bo', email: 'bo@example.nl', roles: ['reader'], letter: true });
    await anna.send('POST', '/v1/invitations', { name: 'Cas', email: 'cas@example.nl', roles: ['reader'] });
    expect(sent).toEqual([]);
    await workOff(workshopOf(setting.site.world));
    expect(sent.map(({ to }) => to)).toEqual(['bo@example.nl']);
    expect(plainText((sent[0] as Mailing).letter)).toMatch(/Anna invites you to work together in Waterlinde[\s\S]*http:\/\/localhost\/join\?token=/);
    // A browser that was never seen; then the same one again.
    const other = browser(setting, 'nl');
    await other.post('/sign-in', { email: 'anna@example.nl', password });
    await other.post('/sign-in', { email: 'anna@example.nl', password });
    await other.post('/account/password', { current: password, password: 'another sentence that is long enough' });
    await workOff(workshopOf(setting.site.world));
    expect(sent.slice(1).map(({ to, letter }) => [to, letter.subject])).toEqual([['anna@example.nl', 'Er is ingelogd op een nieuw apparaat'], ['anna@example.nl', 'Uw wachtwoord is gewijzigd']]);
  });
});
