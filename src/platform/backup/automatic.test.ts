import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { recordingOn } from '../audit/testing/written-log.ts';
import { tracesOf } from '../audit/traces.ts';
import { stoppedClock } from '../clock.ts';
import { readConfig } from '../config/read-config.ts';
import type { Opened } from '../control/administrator-command.ts';
import { inOneMoment } from '../database/open-database.ts';
import { scopedDatabase } from '../database/scoped-database.ts';
import { freshDatabase } from '../database/testing/fresh-database.ts';
import { backUpWhenDue, isDue, nameAt, surplus } from './automatic.ts';

const folder = mkdtempSync(join(tmpdir(), 'regie-backups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = freshDatabase('PGlite');

it('is due when there is none, or the newest is old enough; what else is in the folder does not count', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  expect(isDue(['holiday.tar'], now, 24 * 60)).toBe(true);
  expect(isDue([nameAt(new Date('2026-11-22T10:00:01Z'), true)], now, 24 * 60)).toBe(false);
  expect(isDue([nameAt(new Date('2026-11-22T10:00:00Z'), true)], now, 24 * 60)).toBe(true);
});

it('keeps the newest, and one of each day for longer', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const names = ['23T09-55', '23T09-50', '23T00-05', '22T23-55', '22T12-00', '21T23-55', '21T00-00', '20T08-00'].map((at) => `regiekompas-2026-11-${at}-00Z.tar.age`);
  const kept = (newest: number, days: number) => names.filter((name) => !surplus(['notes.txt', ...names], now, { newest, days }).includes(name)).map((name) => name.slice(20, 28));
  expect(kept(2, 0)).toEqual(['23T09-55', '23T09-50']);
  expect(kept(2, 3)).toEqual(['23T09-55', '23T09-50', '22T23-55', '21T23-55']);
  expect(kept(1, 30)).toEqual(['23T09-55', '22T23-55', '21T23-55', '20T08-00']);
});

it('the server makes them, keeps as many as it should, and loses none when one fails', async () => {
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const { config } = readConfig({ REGIE_BACKUP_DIR: folder, REGIE_BACKUP_RECIPIENTS: 'none', REGIE_BACKUP_EVERY_MINUTES: '5', REGIE_BACKUP_KEEP: '2', REGIE_BACKUP_KEEP_DAYS: '0' }, String);
  const log: string[] = [];
  const world = { database: scopedDatabase(at.db), clock, log: (level: string) => log.push(level), traces: tracesOf(recordingOn(at.db)) };
  const opened = { world, config, store: { database: at.db, kind: 'embedded', snapshot: (read: never) => inOneMoment(at.db, read), close: async () => undefined } } as unknown as Opened;
  writeFileSync(join(folder, 'somebody-elses.txt'), 'stays');
  for (const minute of ['00', '05', '10']) {
    clock.set(`2026-11-23T12:${minute}:00Z`);
    expect(await backUpWhenDue(opened)).toBe('made');
  }
  expect(await backUpWhenDue(opened)).toBe('not due');
  const kept = ['regiekompas-2026-11-23T12-05-00Z.tar', 'regiekompas-2026-11-23T12-10-00Z.tar', 'somebody-elses.txt'];
  expect(readdirSync(folder).toSorted()).toEqual(kept);
  expect(statSync(join(folder, kept[0] as string)).mode & 0o077).toBe(0);
  clock.set('2026-11-23T14:00:00Z');
  const broken = { ...opened, store: { ...opened.store, snapshot: () => Promise.reject(new Error('the disk is full')) } };
  expect(await backUpWhenDue(broken)).toBe('failed');
  expect(readdirSync(folder).toSorted()).toEqual(kept);
  expect(log.at(-1)).toBe('error');
});
