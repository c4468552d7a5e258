/** `regie audit succeed --reason TEXT`: after a restore, a log that takes the place of each that was there (decision 0095). */
import { z } from 'zod';
import { heldSigner } from '../../platform/audit/log-key.ts';
import { logSettings } from '../../platform/audit/log-settings.ts';
import { headsIn } from '../../platform/audit/signed-heads.ts';
import { type Succeeding, succeedLog } from '../../platform/audit/succeed-log.ts';
import { type AdministratorContext, defineAdministratorCommand } from '../../platform/control/administrator-command.ts';
import { openVault } from '../../platform/keys/open-vault.ts';
import { organisationsWithLog } from './every-log.ts';
import { words } from './words.ts';

async function succeedingOf({ world: { keys, ids }, config }: AdministratorContext): Promise<Succeeding> {
  const { host, heads } = logSettings(config);
  return { signer: await heldSigner(keys)(), heads: headsIn(heads), host, recording: { ids, vaultOn: (db) => openVault(keys, db) } };
}

/** Every log at once: they were put back together. */
export async function succeedLogs(at: AdministratorContext, reason: string): Promise<void> {
  await at.world.keys.state();
  const succeeding = await succeedingOf(at);
  for (const organisation of await organisationsWithLog(at)) {
    const made = await at.world.database.change({ organisation }, (db) => succeedLog(db, succeeding, organisation, reason, at.world.clock.now()));
    if (made) at.say(words(at.locale).commands.succeeded(made.before, made.entries, made.signedBefore, made.origin));
    at.world.traces.written(organisation);
  }
}

export const succeedCommand = defineAdministratorCommand({
  name: 'audit succeed',
  summary: (locale) => words(locale).commands.succeed,
  input: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  operands: [],
  options: { reason: { help: (locale) => words(locale).commands.reason, placeholder: 'TEXT' } },
  trace: () => ({ object: 'log/succession' }),
  handle: async (at, { reason }) => {
    await succeedLogs(at, reason);
    return 'done';
  },
});
