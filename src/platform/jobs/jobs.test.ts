import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { provoked, settingOn, type Setting } from '../../../tests/faces/visitor.ts';
import { eachDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { openVault } from '../keys/open-vault.ts';
import { attemptsAtMost } from './backoff.ts';
import { doWhenDue } from './chore.ts';
import type { Workshop } from './do-work.ts';
import { enqueue } from './enqueue.ts';
import { defineErrand, defineJob, type Work } from './job.ts';
import type { Outcome, Verdict } from './outcome.ts';
import { queueOf, workOff } from './queue.ts';
import { listJobs, queueFigures, takeDue, tryAgain } from './store.ts';

const [a, b, c] = ['aaaaaaaa-0000-7000-8000-000000000001', 'bbbbbbbb-0000-7000-8000-000000000002', 'cccccccc-0000-7000-8000-000000000003'] as const;
const title = { nl: 'Proef', en: 'Test' };
const input = z.strictObject({ say: z.string() });

describe.each(eachDatabase)('on %s', (kind) => {
  const at = freshDatabase(kind);
  let setting: Setting;
  let outcome: Outcome = { kind: 'done' };
  const said: string[] = [];
  const verdicts: Verdict[] = [];

  const job = defineJob({ name: 'test.write-down', title, input, handle: async ({ db }, { say }) => {
    await sql`insert into written_down (what) values (${say})`.execute(db);
    if (say === 'break') throw new Error('broken on purpose');
  } });
  const errand = defineErrand({
    name: 'test.go-outside', title, input,
    prepare: async (_, { say }) => (say === 'not needed' ? null : say),
    act: async (_, say) => (said.push(say), outcome),
    settle: async (_, __, verdict) => void verdicts.push(verdict),
  });
  const shop = (): Workshop => ({ world: setting.site.world, work: new Map<string, Work>([job, errand].map((one) => [one.name, one])), random: () => 1 });
  const ask = (organisation: string, work: Work, say: string): Promise<string> => {
    const { world } = setting.site;
    return world.database.change({ organisation }, (db) => enqueue({ db, vault: openVault(world.keys, db), ids: world.ids, now: world.clock.now(), organisation }, work, { say }));
  };
  const later = (seconds: number): void => setting.clock.set(new Date(setting.clock.now().getTime() + seconds * 1000).toISOString());
  const jobsOf = (organisation: string) => setting.site.world.database.read({ organisation }, (db) => listJobs(db, organisation, 100));
  const written = async (): Promise<string[]> => (await sql<{ what: string }>`select what from written_down order by 1`.execute(at.db)).rows.map(({ what }) => what);

  beforeAll(async () => {
    setting = settingOn(at);
    await setting.site.world.keys.state();
    await sql`create table written_down (what text)`.execute(at.db);
  });
  beforeEach(async () => {
    outcome = { kind: 'done' };
    said.length = 0;
    verdicts.length = 0;
    await sql`delete from job`.execute(at.db);
    await sql`delete from written_down`.execute(at.db);
  });

  it('does what was asked, once, and it is gone', async () => {
    await ask(a, job, 'one');
    await ask(b, errand, 'two');
    expect(await workOff(shop())).toBe(2);
    expect(await workOff(shop())).toBe(0);
    expect(await written()).toEqual(['one']);
    expect(said).toEqual(['two']);
    expect([...(await jobsOf(a)), ...(await jobsOf(b))]).toEqual([]);
  });

  it('asks nothing when the change that asked for it is rolled back', async () => {
    const { world } = setting.site;
    const undone = world.database.change({ organisation: a }, async (db) => {
      await enqueue({ db, vault: openVault(world.keys, db), ids: world.ids, now: world.clock.now(), organisation: a }, job, { say: 'never' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await workOff(shop())).toBe(0);
  });

  it('keeps what was asked unreadable in the database', async () => {
    await ask(a, job, 'a secret address');
    expect(JSON.stringify((await sql`select * from job`.execute(at.db)).rows)).not.toContain('secret');
  });

  it('leaves nothing of a job that broke, tries it again later and later, then gives it up and tries again when told', async () => {
    await provoked(setting, async () => {
      const id = await ask(a, job, 'break');
      await workOff(shop());
      expect(await written()).toEqual([]);
      expect(await jobsOf(a)).toMatchObject([{ attempts: 1, reason: 'broke', givenUpAt: null }]);
      expect(await workOff(shop())).toBe(0);
      for (let attempt = 1; attempt < attemptsAtMost; attempt += 1) {
        later(6 * 3600);
        expect(await workOff(shop())).toBe(1);
      }
      later(6 * 3600);
      expect(await workOff(shop())).toBe(0);
      expect(await jobsOf(a)).toMatchObject([{ attempts: attemptsAtMost, givenUpAt: setting.clock.now() > new Date(0) ? expect.any(Date) : null }]);
      expect(await setting.site.world.database.change({ organisation: b }, (db) => tryAgain(db, b, id, setting.clock.now()))).toBe(false);
      expect(await setting.site.world.database.change({ organisation: a }, (db) => tryAgain(db, a, id, setting.clock.now()))).toBe(true);
      expect(await workOff(shop())).toBe(1);
    });
  });

  it('waits as long as an errand says, tells what became of it, and drops what is not needed any more', async () => {
    outcome = { kind: 'again', reason: 'status-503', afterSeconds: 1000 };
    await ask(a, errand, 'go');
    await ask(a, errand, 'not needed');
    await workOff(shop());
    later(999);
    expect(await workOff(shop())).toBe(0);
    later(2);
    outcome = { kind: 'give-up', reason: 'address-refused' };
    expect(await workOff(shop())).toBe(1);
    expect(verdicts).toContainEqual({ kind: 'again', reason: 'status-503' });
    expect(verdicts.at(-1)).toEqual({ kind: 'given-up', reason: 'address-refused' });
    expect(said).toEqual(['go', 'go']);
    expect(await setting.site.world.database.read({ duty: 'jobs' }, (db) => queueFigures(db, setting.clock.now()))).toEqual({ waiting: 0, givenUp: 1, latestSeconds: 0 });
  });

  it('LOAD-5 takes one of each organisation before the second of any: a flood of one keeps nobody waiting', async () => {
    for (let index = 0; index < 40; index += 1) await ask(a, job, `flood ${index}`);
    later(60);
    await ask(b, job, 'b');
    await ask(c, job, 'c');
    const { world } = setting.site;
    const take = (busy: Record<string, number>) => world.database.change({ duty: 'jobs' }, (db) => takeDue(db, world.clock.now(), { free: 8, each: 3, busy, untilSeconds: 120 }));
    const first = await take({});
    expect(first.map(({ organisation }) => organisation).toSorted()).toEqual([a, a, a, b, c]);
    // What of the flood is in hand takes its room, and no more.
    expect(await take({ [a]: 3 })).toEqual([]);
  });

  it('SEC-3 #32 goes on for others while the errands of one do not come back', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = defineErrand({ name: 'test.hang-about', title, input, prepare: async () => 'x', act: async () => (await held, { kind: 'done' }) });
    const workshop: Workshop = { ...shop(), work: new Map<string, Work>([[slow.name, slow], [job.name, job]]) };
    for (let index = 0; index < 20; index += 1) await ask(a, slow, 'x');
    const queue = queueOf(workshop);
    expect(await queue.look()).toBe(3);
    expect(await queue.look()).toBe(0);
    await ask(b, job, 'not kept waiting');
    expect(await queue.look()).toBe(1);
    await expect.poll(written).toEqual(['not kept waiting']);
    release?.();
    await queue.idle();
  });

  it('takes up again what a process that died had in hand, and lets the dead one say nothing any more', async () => {
    await ask(a, errand, 'go');
    const { world } = setting.site;
    await world.database.change({ duty: 'jobs' }, (db) => takeDue(db, world.clock.now(), { free: 1, each: 1, busy: {}, untilSeconds: 120 }));
    expect(await workOff(shop())).toBe(0);
    later(121);
    expect(await workOff(shop())).toBe(1);
    expect(said).toEqual(['go']);
  });

  it('does a chore in one process at a time, and once each time it is due', async () => {
    let ran = 0;
    const chore = () => ({ name: 'test', everyMinutes: 60, duty: 'clear-up', run: async () => void (ran += 1) });
    const { world } = setting.site;
    // Each with a chore of its own, as two processes have.
    await Promise.all([doWhenDue(world, chore()), doWhenDue(world, chore())]);
    expect(ran).toBe(1);
    later(59 * 60);
    await doWhenDue(world, chore());
    expect(ran).toBe(1);
    later(2 * 60);
    await doWhenDue(world, chore());
    expect(ran).toBe(2);
  });
});
