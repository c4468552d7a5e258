/** From a change to a message at a real receiver's door. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browser, firstPerson, settingOn, type Setting, stranger } from '../../../tests/faces/visitor.ts';
import { workshopOf } from '../../entry/jobs.ts';
import { serve } from '../../faces/serve.tsx';
import { eachDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { workOff } from '../../platform/jobs/queue.ts';
import { outgoing } from '../../platform/outgoing/post.ts';

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  const received: Received[] = [];
  let status = 204;
  let receiver: Server;
  let url = '';
  let setting: Setting;
  let anna: Browser;
  let made: { id: string; secret: string };

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => (received.push({ headers: request.headers, body }), response.writeHead(status).end('a body that nobody shows')));
    });
    await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', () => resolve()); });
    url = `http://127.0.0.1:${(receiver.address() as { port: number }).port}/hook`;
    const plain = settingOn(at);
    const world = { ...plain.site.world, outside: { mail: null, outgoing: outgoing(new Set([new URL(url).origin])) } };
    const site = { ...plain.site, world };
    setting = { ...plain, site, app: serve(site) };
    anna = await firstPerson(setting);
    made = (await (await anna.send('POST', '/v1/webhooks', { url, events: ['identity.invite-member'], oin: '00000001823288444000' })).json()) as typeof made;
  });
  afterAll(() => { receiver.close(); });

  const invite = (name: string) => anna.send('POST', '/v1/invitations', { name, email: `${name}@example.nl`, roles: ['reader'] });
  const work = () => workOff(workshopOf(setting.site.world));
  const later = (seconds: number): void => setting.clock.set(new Date(setting.clock.now().getTime() + seconds * 1000).toISOString());
  const fresh = async (): Promise<void> => void (anna = await (async () => { const again = browser(setting); await again.post('/sign-in', { email: 'anna@example.nl', password: 'a sentence that is long enough' }); return again; })());
  const signatures = ({ headers, body }: Received, secret: string) =>
    (headers['webhook-signature'] as string).split(' ').includes(`v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`);

  it('tells what happened as a signed CloudEvent of the Dutch profile, with ids and nothing else', async () => {
    await invite('Bo');
    await anna.send('DELETE', '/v1/account/sessions');
    expect(await work()).toBe(1);
    const [message] = received as [Received];
    expect(message.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    const event = JSON.parse(message.body) as Record<string, unknown>;
    expect(event).toMatchObject({ specversion: '1.0', source: 'urn:nld:oin:00000001823288444000:systeem:regiekompas', type: 'nl.regiekompas.identity.invite-member', subject: 'invitation/new', time: '2026-11-23T10:00:00.000Z', datacontenttype: 'application/json' });
    expect(event['id']).toBe(message.headers['webhook-id']);
    expect(message.body).not.toContain('Bo');
    expect(signatures(message, made.secret)).toBe(true);
    expect(await (await anna.get(`/webhooks/${made.id}`)).text()).toContain('Arrived');
  });

  it('tries again under the same id, shows the status and never the body', async () => {
    status = 500;
    await invite('Cas');
    await work();
    const page = await (await anna.get(`/webhooks/${made.id}`)).text();
    expect(page).toContain('The address answered with 500.');
    expect(page).not.toContain('a body that nobody shows');
    status = 204;
    later(20);
    await work();
    expect(received.at(-1)?.headers['webhook-id']).toBe(received.at(-2)?.headers['webhook-id']);
    expect((await (await anna.send('GET', `/v1/webhooks/${made.id}`)).json() as { deliveries: unknown[] }).deliveries[0]).toMatchObject({ state: 'delivered', attempts: 2, reason: null });
  });

  it('signs with both secrets for a day, sends a test, says nothing while paused, and ends', async () => {
    await fresh();
    const rotated = (await (await anna.send('POST', `/v1/webhooks/${made.id}/_rotate`)).json()) as { secret: string };
    expect((await anna.post(`/webhooks/${made.id}/test`, {})).status).toBe(303);
    await work();
    expect([made.secret, rotated.secret].map((secret) => signatures(received.at(-1) as Received, secret))).toEqual([true, true]);
    later(25 * 3600);
    await fresh();
    await anna.send('POST', `/v1/webhooks/${made.id}/_test`);
    await work();
    expect([made.secret, rotated.secret].map((secret) => signatures(received.at(-1) as Received, secret))).toEqual([false, true]);
    const before = received.length;
    await anna.post(`/webhooks/${made.id}/pause`, { paused: 'yes' });
    await invite('Dirk');
    await work();
    expect(received.length).toBe(before);
    expect((await anna.send('DELETE', `/v1/webhooks/${made.id}`)).status).toBe(200);
    expect((await anna.get(`/webhooks/${made.id}`)).status).toBe(404);
  });

  it('SEC-3 #31 saves no address inside, and says so at the field', async () => {
    await fresh();
    for (const inner of ['https://127.1/', 'http://169.254.169.254/', 'https://[::ffff:7f00:1]/', 'https://10.0.0.1/', 'https://user@example.nl/', 'http://127.0.0.1:1/']) {
      const answer = await anna.send('POST', '/v1/webhooks', { url: inner, events: ['identity.invite-member'] });
      expect([inner, answer.status]).toEqual([inner, 422]);
      expect(await answer.text()).toContain('url');
    }
    expect((await anna.send('POST', '/v1/webhooks', { url, events: ['identity.sign-in'] })).status).toBe(422);
  });

  it('keeps its secret sealed, and is nobody else’s', async () => {
    await fresh();
    const own = (await (await anna.send('POST', '/v1/webhooks', { url, events: ['identity.invite-member'] })).json()) as typeof made;
    const outsider = await stranger(setting, anna, ['administrator']);
    expect((await outsider.get(`/webhooks/${own.id}`)).status).toBe(404);
    expect((await outsider.send('POST', `/v1/webhooks/${own.id}/_test`)).status).toBe(404);
  });
});
