/** An administrator's command on this machine: in the server that has the data, or here when none runs. */
import { existsSync, statSync } from 'node:fs';
import { type Machine, runAdministratorCommand, Unusable } from '../faces/cli/run-administrator-command.ts';
import type { Config } from '../platform/config/settings.ts';
import type { AdministratorCommand, Ending } from '../platform/control/administrator-command.ts';
import { askServer, type Ends } from '../platform/control/ask-server.ts';
import { runCommand } from '../platform/control/run-command.ts';
import type { Locale } from '../platform/words.ts';
import { openSource, openTarget, readText } from './machine-files.ts';
import { isExpected, openProgram, readEnvironment } from './open-program.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What root would write in somebody else's folder, the server could not open afterwards. */
function refuseForeignRoot(folder: string): void {
  const owner = existsSync(folder) ? statSync(folder).uid : process.getuid?.();
  if (process.getuid?.() === 0 && owner !== 0) throw new Unusable(`${folder} belongs to another user, who runs the server. Run this as that user: sudo -u '#${owner}' regie …`);
}

async function runHere(config: Config, command: AdministratorCommand, input: unknown, locale: Locale, ends: Ends): Promise<Ending> {
  if (config.databaseUrl === null) refuseForeignRoot(config.dataFolder);
  const opened = await openProgram(config, say, process.stderr);
  return runCommand(command, { ...opened, ...ends, locale }, input).finally(() => opened.store.close());
}

async function runWhereTheDataIs(command: AdministratorCommand, input: unknown, locale: Locale, ends: Ends): Promise<Ending> {
  const { config } = readEnvironment();
  const answered = config.databaseUrl === null ? await askServer(config.dataFolder, { name: command.name, input, locale }, ends) : null;
  return answered ?? runHere(config, command, input, locale, ends);
}

const machine: Machine = {
  say,
  openSource,
  openTarget,
  readText,
  run: (...given) => runWhereTheDataIs(...given).catch((error: unknown) => Promise.reject(isExpected(error) ? new Unusable(error.message) : error)),
};

export const runAdministrator = (command: AdministratorCommand, argv: readonly string[], locale: Locale): Promise<0 | 1 | 2> => runAdministratorCommand(command, argv, locale, machine);
