/** What a proxy, a cluster and a monitor ask of the server. */
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/faces/serve.tsx';
import { connect } from '../../src/platform/database/open-database.ts';
import { freshDatabase } from '../../src/platform/database/testing/fresh-database.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import { type Setting, settingOn } from './visitor.ts';

const token = 'a token of more than twenty characters';
const withFigures = ({ site }: Setting, securityContact: string | null = null) => serve({ ...site, operating: { metrics: makeMetrics(), metricsToken: token, securityContact } });

describe('with its database', () => {
  const at = freshDatabase();

  it('it is alive and ready', async () => {
    const app = withFigures(settingOn(at));
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'alive' });
    expect(await (await app.request('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('its figures are for who has the token; for others there is nothing there', async () => {
    const app = withFigures(settingOn(at));
    const nothing = await app.request('/no-such-page');
    for (const authorization of ['', 'Bearer wrong', token]) expect((await app.request('/metrics', { headers: { authorization } })).status).toBe(nothing.status);
    expect((await serve(settingOn(at).site).request('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
    expect((await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });

  it('it says where a weakness is reported, and until when that counts', async () => {
    const text = await (await withFigures(settingOn(at), 'mailto:security@example.nl').request('/.well-known/security.txt')).text();
    expect(text).toBe('Contact: mailto:security@example.nl\nExpires: 2027-05-22T00:00:00.000Z\nPreferred-Languages: nl, en\n');
    expect((await withFigures(settingOn(at)).request('/.well-known/security.txt')).status).toBe(404);
  });

  it('they count by pattern, and hold nothing of what was asked', async () => {
    const app = withFigures(settingOn(at));
    await app.request('/library/measures/customer-held-keys?q=somebody%40example.nl');
    await app.request('/somebody@example.nl');
    const text = await (await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })).text();
    expect(text).toMatch(/regie_requests_total\{method="GET",route="\/library\/:kind\/:id",status="\d+"\} 1/);
    expect(text).toMatch(/regie_requests_total\{method="GET",route="none",status="404"\} 1/);
    expect(text).not.toMatch(/somebody|customer-held-keys/);
  });
});

it('HA-4 without its database it is alive and not ready, and says what is missing', async () => {
  const db = connect({ host: '127.0.0.1', port: 1, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 500 });
  const app = withFigures(settingOn({ db }));
  expect((await app.request('/healthz')).status).toBe(200);
  const ready = await app.request('/readyz');
  expect([ready.status, ready.headers.get('retry-after'), await ready.json()]).toEqual([503, '5', { status: 'not-ready', missing: ['database'] }]);
  await db.destroy();
});
