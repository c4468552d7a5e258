/** The program on its data, for the server and for a command: the database up to date, the library read, the world made. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { tellWebhooks } from '../capabilities/webhooks/public.ts';
import { logSettings } from '../platform/audit/log-settings.ts';
import { systemClock } from '../platform/clock.ts';
import { BadConfig, readConfig, type ReadConfig } from '../platform/config/read-config.ts';
import type { Config } from '../platform/config/settings.ts';
import type { Opened } from '../platform/control/administrator-command.ts';
import { FolderInUse, FolderNotLockable } from '../platform/database/folder-lock.ts';
import { migrate, readMigrations } from '../platform/database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../platform/database/open-database.ts';
import { type KeptApart, UnsafeLogin, whatKeepsApart } from '../platform/database/what-keeps-apart.ts';
import { scopedDatabase } from '../platform/database/scoped-database.ts';
import { randomIds } from '../platform/ids.ts';
import { chooseHolder } from '../platform/keys/choose-holder.ts';
import { keysOf, type KeysWorld } from '../platform/keys/keys.ts';
import { jsonLog } from '../platform/log.ts';
import { smtpMail } from '../platform/mail/smtp.ts';
import { outgoing } from '../platform/outgoing/post.ts';
import type { Outside } from '../platform/outside.ts';
import type { World } from '../platform/perform.ts';
import { chooseProvider } from '../platform/provider/choose-provider.ts';
import { throttle } from '../platform/session/throttle.ts';
import { keepTraces, type KeptTraces } from './keep-traces.ts';
import { loadLibrary } from './knowledge.ts';
import { places, root } from './places.ts';

type Say = (line: string) => void;

/** The data folder is named whole, whichever folder the program was started in. */
export function readEnvironment(): ReadConfig {
  const { config, warnings } = readConfig(process.env, (file) => readFileSync(file, 'utf8'));
  return { config: { ...config, dataFolder: resolve(root, config.dataFolder) }, warnings };
}

const openStore = (config: Config): Promise<OpenDatabase> =>
  openDatabase({ url: config.databaseUrl, ownerUrl: config.databaseOwnerUrl, folder: config.dataFolder, template: existsSync(places.emptyDatabase) ? places.emptyDatabase : null });

const outsideOf = ({ smtpUrl, mailFrom, webhookInside }: Config): Outside => ({
  mail: smtpUrl !== null && mailFrom !== null ? smtpMail(smtpUrl, mailFrom) : null,
  outgoing: outgoing(new Set((webhookInside ?? []).map((address) => new URL(address).origin))),
});

type Made = { readonly world: World; readonly kept: KeptTraces };
/** With whoever keeps its log, and what the wall between organisations is worth. */
export type OpenProgram = Opened & { readonly kept: KeptTraces; readonly apart: KeptApart };

function worldOf(store: OpenDatabase, config: Config, say: Say, logTo: Writable): Made {
  const log = jsonLog(systemClock.now, (line) => logTo.write(`${line}\n`));
  const base: KeysWorld = { database: scopedDatabase(store.serving), clock: systemClock, ids: randomIds(systemClock), log };
  const keys = keysOf(base, chooseHolder(config, config.dataFolder, systemClock, say));
  const kept = keepTraces(keys, store.database, logSettings(config));
  return { world: { ...base, knowledge: loadLibrary(), throttle: throttle(), keys, traces: kept.traces, outside: outsideOf(config), provider: chooseProvider(config, config.dataFolder, systemClock), heard: tellWebhooks }, kept };
}

/** @param say one line of what was done to the database. A command's standard output is its own: its log goes elsewhere. */
export async function openProgram(config: Config, say: Say, logTo: Writable): Promise<OpenProgram> {
  const store = await openStore(config);
  try {
    const ran = await migrate(store.database, readMigrations(places.migrations));
    if (ran > 0) say(`Brought the database up to date (${ran} steps).`);
    const apart = await whatKeepsApart(store);
    return { ...worldOf(store, config, say, logTo), store, config, apart };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What can be mended outside, and so is one clear line. */
export const isExpected = (error: unknown): error is Error =>
  error instanceof BadConfig || error instanceof FolderInUse || error instanceof FolderNotLockable || error instanceof UnsafeLogin || (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
