/** AUD-9: an export and a proof, checked by a program that shares no line with ours (`verifier/verify_log.py`). */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../database/testing/fresh-database.ts';
import { type LogHead, logsOf } from './checkpoints.ts';
import { exportLog } from './export-log.ts';
import { proveEvent } from './prove-event.ts';
import { addEvents, newSigning, organisation, sign } from './testing/written-log.ts';

const verifier = join(import.meta.dirname, '../../../verifier/verify_log.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) process.stderr.write('No python3: AUD-9, the second verifier, is not tested here.\n');

const check = (...given: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('python3', [verifier, ...given], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
};

describe.skipIf(!hasPython)('AUD-9: the second verifier', () => {
  const at = freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'regie-log-'));
  const proofFile = join(folder, 'entry.tlog-proof');
  const keyOf = (): string => readFileSync(join(folder, 'log/key'), 'utf8').trim();
  const damaged = (path: string, to: (bytes: Buffer) => Buffer): ReturnType<typeof check> => {
    const whole = readFileSync(join(folder, 'log', path));
    writeFileSync(join(folder, 'log', path), to(whole));
    const found = check(join(folder, 'log'));
    writeFileSync(join(folder, 'log', path), whole);
    return found;
  };

  beforeAll(async () => {
    const signing = newSigning();
    await addEvents(at.db, 300);
    await sign(at.db, signing);
    await addEvents(at.db, 30);
    await sign(at.db, signing);
    for await (const { path, bytes } of exportLog(at.db, organisation, (await logsOf(at.db, organisation))[0] as LogHead)) {
      mkdirSync(dirname(join(folder, 'log', path)), { recursive: true });
      writeFileSync(join(folder, 'log', path), bytes);
    }
    const { rows } = await sql<{ leaf: string }>`select leaf from audit_event where leaf_index = 257`.execute(at.db);
    writeFileSync(proofFile, (await proveEvent(at.db, organisation, { text: rows[0]?.leaf ?? '', log: '2026', index: 257 })) ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds a whole log right, and what was kept of it elsewhere', () => {
    expect(check(join(folder, 'log'))).toEqual({ status: 0, said: 'right: 330 entries, 2 checkpoints' });
    expect(check(join(folder, 'log'), '--kept', join(folder, 'log/checkpoints/300')).status).toBe(0);
  });

  it('names the entry that was changed', () => {
    expect(damaged('tile/entries/001.p/74', (bytes) => Buffer.from(bytes.toString('latin1').replace('save-system', 'show-system'), 'latin1'))).toEqual({ status: 1, said: 'WRONG: entry 256 is not the one in the tree' });
    expect(damaged('checkpoint', (bytes) => Buffer.from(bytes.toString().replace('\n330\n', '\n329\n'))).said).toBe('WRONG: the signature is forged');
  });

  it('finds each log of an export with many', () => {
    expect(check(folder)).toEqual({ status: 0, said: 'log: right: 330 entries, 2 checkpoints' });
  });

  it('finds the proof of one entry right, offline, and no other', () => {
    expect(check(proofFile, keyOf())).toMatchObject({ status: 0, said: expect.stringContaining('proven: {"action":"landscape.save-system"') });
    const text = readFileSync(proofFile, 'utf8');
    writeFileSync(proofFile, text.replace('index 257', 'index 258'));
    expect(check(proofFile, keyOf())).toEqual({ status: 1, said: 'WRONG: the entry is not in the log' });
    writeFileSync(proofFile, text);
  });
});
