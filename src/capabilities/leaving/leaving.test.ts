/** Leaving, from saying so to the certificate: with its days, its rights, and nothing of anybody else touched. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { scene } from '../../../tests/faces/scene.ts';
import type { AdministratorCommand } from '../../platform/control/administrator-command.ts';
import { eachDatabase } from '../../platform/database/testing/fresh-database.ts';
import { sequenceEvents } from '../../platform/audit/sequence-events.ts';
import { signCheckpoint } from '../../platform/audit/sign-checkpoint.ts';
import { newSigning } from '../../platform/audit/testing/written-log.ts';
import { certificateCommand, eraseCommand } from './erase-command.ts';
import { filesIn, runHere } from './testing/run-here.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const verifier = join(import.meta.dirname, '../../../verifier/verify_log.py');
const signing = newSigning();

describe.each(eachDatabase)('leaving on %s', (kind) => {
  const at = scene(kind);
  const folder = mkdtempSync(join(tmpdir(), 'regie-leaving-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const organisation = async (): Promise<string> => (await sql<{ id: string }>`select organisation_id as id from landscape`.execute(at.db)).rows[0]?.id ?? '';
  const run = (command: AdministratorCommand, input: object) => runHere({ setting: at.setting, db: at.db }, command, input);
  const change = (name = 'Newer') => at.editor.send('PUT', `/v1/systems/${at.system}`, { name, recovery: 'unknown' });

  it('shows the plan to whoever reads, made from what is here, with the law and how sure it is', async () => {
    const plan = (await (await at.reader.send('GET', '/v1/exit-plan')).json()) as { tables: { table: string; rows: number }[]; periods: unknown[]; exit: unknown; longestNotice: string };
    expect(plan.tables.find(({ table }) => table === 'landscape_item')?.rows).toBeGreaterThan(5);
    expect(plan).toMatchObject({ exit: null, longestNotice: '2027-01-23' });
    expect(plan.periods).toContainEqual({ law: 'data-act', id: 'switching-retrieval', bound: 'at-least', amount: 30, unit: 'days', article: '25(2)(g)', confidence: 'high' });
    const page = await (await at.reader.get('/leaving')).text();
    expect(page).toContain('Take along my own data');
    expect(page).not.toContain('/leaving/export.zip');
    expect(await (await at.first.get('/leaving')).text()).toContain('/leaving/export.zip');
  });

  it('EXIT-7 everything is for the board, after confirming, and it leaves a trace', async () => {
    expect((await at.reader.get('/leaving/export.zip')).status).toBe(403);
    const answer = await at.first.get('/leaving/export.zip');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect((await filesIn(new Uint8Array(await answer.arrayBuffer()))).get('data/landscape_item.jsonl')).toContain(at.system);
    const { rows } = await sql<{ object: string }>`select object from audit_event where operation = 'leaving.take-organisation' and leaf like '%"outcome":"done"%'`.execute(at.db);
    expect(rows).toEqual([{ object: 'export/organisation' }]);
    at.setting.clock.set(new Date(at.setting.clock.now().getTime() + 20 * 60_000).toISOString());
    expect((await at.first.send('GET', '/v1/organisation-export')).status).toBe(401);
    await at.first.post('/confirm', { password: 'a sentence that is long enough', next: '/' });
  });

  it('one’s own data are one’s own alone (GDPR, articles 15 and 20)', async () => {
    await at.reader.post('/confirm', { password: 'a sentence that is long enough', next: '/' });
    const files = await filesIn(new Uint8Array(await (await at.reader.get('/leaving/own-data.zip')).arrayBuffer()));
    expect(files.get('data/person.jsonl')).toContain('rita@example.nl');
    expect([...files.values()].join('\n')).not.toMatch(/anna@example|edwin@example|zaaksysteem/);
  });

  it('is said by the board, in the days of the law; then closed to changes, and called off', async () => {
    expect((await at.editor.send('POST', '/v1/exit', { notice: '2026-12-01' })).status).toBe(403);
    expect((await at.first.send('POST', '/v1/exit', { notice: '2027-02-01' })).status).toBe(422);
    expect(await (await at.first.send('POST', '/v1/exit', { notice: '2026-12-01' })).json()).toEqual({ notice: '2026-12-01', transition: '2026-12-31', retrieval: '2027-01-30' });
    expect((await change()).status).toBe(200);
    const { token } = (await (await at.first.send('POST', '/v1/organisation/tokens', { name: 'Koppeling', scopes: ['landscape:change', 'member:administer'], days: 30 })).json()) as { token: string };
    const byToken = async (method: string, path: string, body: object) => (await at.setting.app.request(`http://localhost/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })).status;
    expect(await byToken('PUT', `/systems/${at.system}`, { name: 'By token', recovery: 'unknown' })).toBe(200);
    expect((await at.first.send('POST', '/v1/exit/_close')).status).toBe(200);
    expect([await byToken('PUT', `/systems/${at.system}`, { name: 'By token', recovery: 'unknown' }), await byToken('POST', '/directory/users', { userName: 'new@example.nl' })]).toEqual([409, 409]);
    const refused = await change();
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('is leaving and can only be read')]);
    expect((await at.reader.get('/systems')).status).toBe(200);
    expect((await at.outsider.send('GET', '/v1/exit-plan')).status).toBe(200);
    expect((await at.first.send('POST', '/v1/exit/_call-off')).status).toBe(200);
    expect((await change('Newest')).status).toBe(200);
  });

  it('nothing is destroyed before the last day; after it everything is, and nothing of another', async () => {
    const id = await organisation();
    await at.first.send('POST', '/v1/exit', { notice: '2026-12-01' });
    await at.first.send('POST', '/v1/exit/_close');
    at.setting.clock.set('2027-01-30T12:00:00Z');
    expect((await run(eraseCommand, { organisation: id })).ending).toMatchObject({ refused: 'conflict' });
    at.setting.clock.set('2027-01-31T12:00:00Z');
    const others = await sql`select name from organisation where name = 'Elders'`.execute(at.db);
    expect((await run(eraseCommand, { organisation: id })).ending).toBe('done');
    expect((await sql`select 1 from landscape_item where organisation_id = ${id}`.execute(at.db)).rows).toEqual([]);
    expect((await sql<{ email: string }>`select email from person order by email`.execute(at.db)).rows.map(({ email }) => email)).toEqual(['anna@example.nl', 'vreemd@example.nl']);
    expect((await sql`select 1 from data_key where organisation_id = ${id} and wrapped is not null`.execute(at.db)).rows).toEqual([]);
    expect((await sql`select name from organisation where name = 'Elders'`.execute(at.db)).rows).toEqual(others.rows);
    expect((await run(eraseCommand, { organisation: id })).ending).toMatchObject({ refused: 'conflict' });
  });

  it('the certificate is in the log, and its proof holds for somebody who shares no code with us', async () => {
    const id = await organisation().then(async (there) => there || ((await sql<{ id: string }>`select organisation_id as id from destruction`.execute(at.db)).rows[0]?.id ?? ''));
    expect((await run(certificateCommand, { organisation: id, file: 'it' })).ending).toMatchObject({ refused: 'conflict' });
    const { database, clock } = at.setting.site.world;
    await database.change({ organisation: id }, async (db) => {
      while ((await sequenceEvents(db, { organisation: id, log: '2027' })) > 0);
      await signCheckpoint(db, signing, { organisation: id, log: '2027' }, clock.now());
    });
    const { ending, bytes } = await run(certificateCommand, { organisation: id, file: 'it' });
    expect(ending).toBe('done');
    const files = await filesIn(bytes);
    const certificate = files.get('certificate.json') ?? '';
    expect(JSON.parse(certificate)).toMatchObject({ format: 'regiekompas-destruction', organisation: id, retrievalUntil: '2027-01-30' });
    if (!hasPython) return;
    writeFileSync(join(folder, 'it.tlog-proof'), files.get('certificate.tlog-proof') ?? '', 'latin1');
    const { stdout, stderr } = spawnSync('python3', [verifier, join(folder, 'it.tlog-proof'), (files.get('log.key') ?? '').trim()], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain(`"object":"certificate/${createHash('sha256').update(certificate).digest('hex')}"`);
  });
});
