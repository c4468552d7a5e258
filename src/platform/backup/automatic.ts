/** Backups that the server makes by itself. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ofTheInstallation } from '../audit/event.ts';
import type { Opened } from '../control/administrator-command.ts';
import { defectFields } from '../log.ts';
import { partialMark, wholeFile } from '../whole-file.ts';
import { recipientsOf, writeBackup } from './write-backup.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const named = /^regiekompas-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z\.tar(\.age)?$/;

export const nameAt = (now: Date, isSealed: boolean): string => `regiekompas-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar${isSealed ? '.age' : ''}`;

/** Null for what is not one of ours: other files in the folder are left alone. */
function momentOf(name: string): number | null {
  const [, moment] = named.exec(name) ?? [];
  return moment === undefined ? null : Date.parse(`${moment.slice(0, 10)}T${moment.slice(11).replaceAll('-', ':')}Z`);
}

/** Newest first. */
const backupsAmong = (names: readonly string[]): string[] => names.filter((name) => momentOf(name) !== null).toSorted((a, b) => (momentOf(b) ?? 0) - (momentOf(a) ?? 0));

export function isDue(names: readonly string[], now: Date, everyMinutes: number): boolean {
  const [newest] = backupsAmong(names);
  return newest === undefined || now.getTime() - (momentOf(newest) ?? 0) >= everyMinutes * minute;
}

/** Which backups stay: so many of the newest, and the newest of each of so many days (UTC). */
export type Retention = { readonly newest: number; readonly days: number };

/** @returns what neither asks to keep. */
export function surplus(names: readonly string[], now: Date, { newest, days }: Retention): string[] {
  const backups = backupsAmong(names);
  const dayOf = (name: string): number => Math.floor((momentOf(name) ?? 0) / day);
  const today = Math.floor(now.getTime() / day);
  const lastOfDay = new Set(new Map(backups.toReversed().map((name) => [dayOf(name), name])).values());
  return backups.filter((name, at) => at >= newest && !(lastOfDay.has(name) && today - dayOf(name) < days));
}

/** What a server that was killed left half-written. */
function removeOldPartials(folder: string, names: readonly string[], now: Date): void {
  for (const name of names) {
    const path = join(folder, name);
    if (name.includes(partialMark) && existsSync(path) && now.getTime() - statSync(path).mtimeMs > day) rmSync(path, { force: true });
  }
}

async function writeOne({ store, world, config }: Opened, folder: string): Promise<void> {
  const now = world.clock.now();
  const recipients = config.backupRecipients ?? [];
  const name = nameAt(now, recipientsOf(recipients).length > 0);
  await world.database.change({}, (db) => world.traces.record(db, ofTheInstallation(now, 'regie.backup', `backup/${name}`)));
  const file = wholeFile(join(folder, name));
  const summary = await writeBackup(store, recipients, now, file.stream)
    .then(async (written) => (await file.keep(), written))
    .catch(async (error: unknown) => {
      await file.discard();
      throw error;
    });
  world.log('info', 'backup', { name, rows: summary.rows, content: summary.contentSha256 });
}

/** INVARIANT: an old backup goes only after a newer one is whole on disk. */
export async function backUpWhenDue(opened: Opened): Promise<'made' | 'not due' | 'failed'> {
  const { world, config } = opened;
  const folder = config.backupFolder;
  if (folder === null) return 'not due';
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(folder);
    if (!isDue(names, world.clock.now(), config.backupEveryMinutes)) return 'not due';
    removeOldPartials(folder, names, world.clock.now());
    await writeOne(opened, folder);
    for (const name of surplus(readdirSync(folder), world.clock.now(), { newest: config.backupKeep, days: config.backupKeepDays })) rmSync(join(folder, name), { force: true });
    return 'made';
  } catch (error) {
    world.log('error', 'backup', defectFields(error));
    return 'failed';
  }
}

const nextLookMs = { made: 10_000, 'not due': 10_000, failed: 5 * minute } as const;

/** One at a time; a failed one is tried again a little later. */
export function backUpRegularly(opened: Opened): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    running = backUpWhenDue(opened).then((outcome) => (timer = setTimeout(look, nextLookMs[outcome]).unref()));
  };
  look();
  return { stop: async () => (await running, clearTimeout(timer)) };
}
