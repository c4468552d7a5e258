import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';

const id = 'aaaaaaaa-0000-7000-8000-00000000000a';

describe.each(eachDatabase)('on %s', (kind) => {
  const at = scene(kind);
  beforeAll(async () => {
    await sql`insert into job (organisation_id, id, kind, title, input, made_at, due_at, attempts, reason, given_up_at)
      select id, ${id}, 'test.send-letter', '{"nl": "Een brief sturen", "en": "Send a letter"}', 'sealed', now(), now(), 16, 'status-503', now() from organisation where name = 'Waterlinde'`.execute(at.db);
  });

  it('shows an administrator what was given up and why, and others nothing', async () => {
    const page = await (await at.first.get('/jobs')).text();
    expect(page).toContain('Send a letter');
    expect(page).toContain('The address answered with 503.');
    expect((await at.editor.get('/jobs')).status).toBe(403);
    expect(await (await at.outsider.get('/jobs')).text()).not.toContain('Send a letter');
  });

  it('tries again, and drops', async () => {
    expect((await at.outsider.send('POST', `/v1/jobs/${id}/_retry`)).status).toBe(404);
    expect((await at.first.post(`/jobs/${id}/retry`, {})).status).toBe(303);
    expect(await (await at.first.send('GET', '/v1/jobs')).json()).toMatchObject({ waiting: 1, givenUp: 0, jobs: [{ id, attempts: 0, isGivenUp: false }] });
    // Only what was given up is tried again by hand.
    expect((await at.first.send('POST', `/v1/jobs/${id}/_retry`)).status).toBe(404);
    expect((await at.outsider.send('DELETE', `/v1/jobs/${id}`)).status).toBe(404);
    expect((await at.first.send('DELETE', `/v1/jobs/${id}`)).status).toBe(200);
    expect(await (await at.first.get('/jobs')).text()).toContain('Nothing is waiting');
  });
});
