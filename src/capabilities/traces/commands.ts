/** What an administrator does with the log from the command line; also while the server runs. */
import { z } from 'zod';
import { exportLog } from '../../platform/audit/export-log.ts';
import { findEvent } from '../../platform/audit/list-events.ts';
import { proveEvent } from '../../platform/audit/prove-event.ts';
import { tarEnd, tarFile } from '../../platform/audit/tar.ts';
import { type AdministratorCommand, defineAdministratorCommand } from '../../platform/control/administrator-command.ts';
import type { Database } from '../../platform/context.ts';
import type { Vault } from '../../platform/keys/vault.ts';
import { openVault } from '../../platform/keys/open-vault.ts';
import { conflict, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { everyLog } from './every-log.ts';
import { keysCommand } from './keys-command.ts';
import { succeedCommand } from './succeed-command.ts';
import { verifyCommand } from './verify-command.ts';
import { words } from './words.ts';

/** Undefined where it is not in this organisation; null until it is signed. */
async function proofIn(db: Database, vault: Vault, organisation: string, event: string): Promise<string | null | undefined> {
  const found = await findEvent(db, vault, organisation, event);
  if (found === null) return undefined;
  return found.log === null || found.index === null ? null : proveEvent(db, organisation, { text: found.text, log: found.log, index: found.index });
}

const prove = defineAdministratorCommand({
  name: 'audit prove',
  summary: (locale) => words(locale).commands.prove,
  input: z.strictObject({ event: z.uuid(), file: z.string().default('-') }),
  operands: [{ member: 'event', placeholder: 'EVENT' }, { member: 'file', placeholder: 'FILE' }],
  options: {},
  writes: 'file',
  trace: ({ event }) => ({ object: `event/${event}` }),
  handle: async (at, { event }) => {
    const { database, keys } = at.world;
    await keys.state();
    for (const { organisation } of await everyLog(at)) {
      const proof = await database.read({ organisation }, (db) => proofIn(db, openVault(keys, db), organisation, event));
      if (proof === undefined) continue;
      if (proof === null) return conflict(both(words, (said) => said.notYet));
      at.output.end(proof);
      return 'done';
    }
    return notFound;
  },
});

const exportAll = defineAdministratorCommand({
  name: 'audit export',
  summary: (locale) => words(locale).commands.export,
  input: z.strictObject({ file: z.string() }),
  operands: [{ member: 'file', placeholder: 'FILE.tar' }],
  options: {},
  writes: 'file',
  trace: () => ({ object: 'log/export' }),
  handle: async (at) => {
    for (const { organisation, head } of await everyLog(at)) {
      await at.world.database.read({ organisation }, async (db) => {
        for await (const { path, bytes } of exportLog(db, organisation, head)) at.output.write(tarFile(`${organisation}/${head.log}/${path}`, bytes));
      });
    }
    at.output.end(tarEnd);
    return 'done';
  },
});

export const traceCommands: readonly AdministratorCommand[] = [verifyCommand, prove, exportAll, keysCommand, succeedCommand];
