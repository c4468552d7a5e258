import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listEvents } from '../audit/list-events.ts';
import { tracesOf } from '../audit/traces.ts';
import { stoppedClock } from '../clock.ts';
import { readConfig } from '../config/read-config.ts';
import { freshDatabase } from '../database/testing/fresh-database.ts';
import { scopedDatabase } from '../database/scoped-database.ts';
import { countingIds } from '../ids.ts';
import { openVault } from '../keys/open-vault.ts';
import { memoryKeys } from '../keys/testing/memory-keys.ts';
import { silentLog } from '../log.ts';
import { throttle } from '../session/throttle.ts';
import { defineAdministratorCommand, type Ending, type Opened } from './administrator-command.ts';
import { askServer } from './ask-server.ts';
import { serveControl } from './control-socket.ts';
import { decodeFrames, encodeFrame } from './frames.ts';
import { runCommand } from './run-command.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const folder = mkdtempSync(join(tmpdir(), 'regie-control-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const turn = defineAdministratorCommand({
  name: 'turn round',
  summary: { nl: 'draai om', en: 'turn round' },
  input: z.strictObject({ file: z.string(), times: z.number().int().max(3) }),
  operands: [{ member: 'file', placeholder: 'FILE' }],
  options: { times: { help: { nl: 'hoe vaak', en: 'how often' } } },
  reads: 'file',
  trace: ({ times }) => ({ object: 'file/it', detail: { times } }),
  handle: async (at, { times }): Promise<Ending> => {
    at.say(at.locale === 'nl' ? 'Bezig' : 'Busy');
    await pipeline(at.input, at.output);
    return times === 0 ? 'failed' : 'done';
  },
});

const never = defineAdministratorCommand({ name: 'never', summary: turn.summary, input: z.strictObject({}), operands: [], options: {}, trace: null, handle: () => new Promise(() => undefined) });
const breaks = defineAdministratorCommand({ ...never, name: 'breaks', input: z.strictObject({}), operands: [], options: {}, trace: null, handle: () => Promise.reject(new Error('secret inside')) });

async function ask(name: string, input: unknown, bytes: Uint8Array = new Uint8Array()) {
  const said: string[] = [];
  const output = new PassThrough();
  const received = buffer(output);
  const ending = await askServer(folder, { name, input, locale: 'nl' }, { input: Readable.from([bytes]), output, say: (line) => said.push(line) });
  output.end();
  return { ending, said, bytes: await received };
}

describe('an administrator speaks with the running server', () => {
  const at = freshDatabase('PGlite');
  const ids = countingIds();
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const keys = () => memoryKeys({ database: scopedDatabase(at.db), clock, ids, log: silentLog }, at.db);
  const opened = (): Opened => {
    const traces = tracesOf({ ids, vaultOn: (db) => openVault(world.keys, db) });
    const world = { database: scopedDatabase(at.db), knowledge: { entries: {}, words: { nl: {}, en: {} } }, clock, ids, log: silentLog, throttle: throttle(), keys: keys(), traces } as unknown as Opened['world'];
    return { world, store: { database: at.db, kind: 'embedded', close: async () => undefined } as unknown as Opened['store'], config: readConfig({}, String).config };
  };

  it('nobody answers where no server runs, also when one was killed there', async () => {
    expect((await ask('turn round', {})).ending).toBeNull();
    const control = await serveControl(folder, [], opened());
    const where = statSync(join(folder, 'control'));
    expect(where.mode & 0o077).toBe(0);
    control.close();
    expect((await ask('turn round', {})).ending).toBeNull();
  });

  it('bytes go there and back whole, lines come in the language of who asks, and the entry is in the log', async () => {
    const control = await serveControl(folder, [turn, breaks, never], opened());
    const bytes = Buffer.alloc(3_000_001, 'regie');
    const answer = await ask('turn round', { file: 'it', times: 2 }, bytes);
    expect(answer).toMatchObject({ ending: 'done', said: ['Bezig'] });
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect((await ask('turn round', { file: 'it', times: 0 })).ending).toBe('failed');
    const opening = keys();
    await opening.state();
    expect((await listEvents(at.db, openVault(opening, at.db), nobody, {}, { size: 1 }))[0]).toMatchObject({ leaf: { action: 'regie.turn-round', object: 'file/it', actor: 'nobody', via: 'command' } });
    control.close();
  });

  it('what is wrong comes back as a refusal; what breaks keeps its inside to the log', async () => {
    const control = await serveControl(folder, [turn, breaks], opened());
    expect((await ask('turn round', { file: 'it', times: 9 })).ending).toMatchObject({ refused: 'invalid', faults: [{ path: 'times' }] });
    expect((await ask('unheard of', {})).ending).toEqual({ refused: 'not-found' });
    const { ending } = await ask('breaks', {});
    expect(ending).toMatchObject({ refused: 'conflict' });
    expect(JSON.stringify(ending)).not.toContain('secret inside');
    control.close();
  });

  it('a server that stops half-way is told as such', async () => {
    const control = await serveControl(folder, [never], opened());
    const asking = ask('never', {});
    setTimeout(control.close, 100);
    expect((await asking).ending).toMatchObject({ refused: 'conflict', message: { en: expect.stringContaining('Nothing was kept') } });
  });

  it('runs the same without a server', async () => {
    const output = new PassThrough();
    const ends = { input: Readable.from([Buffer.from('abc')]), output, say: () => undefined, locale: 'en' as const };
    expect(await runCommand(turn, { ...opened(), ...ends }, { file: 'it', times: 1 })).toBe('done');
    expect((await buffer(output)).toString()).toBe('abc');
  });
});

it('frames survive being cut anywhere', async () => {
  const frames = [{ kind: 'said', line: 'één' }, { kind: 'output', bytes: Buffer.from([0, 1, 2]) }, { kind: 'ended', ending: 'done' }] as const;
  const bytes = Buffer.concat(frames.map(encodeFrame));
  const cut = Readable.from([...bytes].map((byte) => Buffer.from([byte])));
  const back = [];
  for await (const frame of decodeFrames(cut)) back.push(frame);
  expect(back).toEqual(frames);
});
