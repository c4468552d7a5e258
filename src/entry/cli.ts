/** `regie`: commands on files, an administrator's commands, and `regie serve`. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { CommandOperation } from '../faces/cli/arguments.ts';
import type { Named } from '../faces/cli/help.ts';
import { findCommand } from '../faces/cli/find-command.ts';
import { languageOf, runCommandLine } from '../faces/cli/run-command-line.ts';
import { dateOf } from '../platform/clock.ts';
import type { DocumentContext } from '../platform/context.ts';
import type { Operation } from '../platform/operation.ts';
import type { Locale } from '../platform/words.ts';
import { documentOperations } from './document-operations.ts';
import { loadLibrary } from './knowledge.ts';

const isCommand = (operation: Operation): operation is CommandOperation => operation.command !== undefined;

async function context(locale: Locale): Promise<DocumentContext> {
  const now = new Date();
  return { locale, now, today: dateOf(now), knowledge: loadLibrary() };
}

/** The server's part of the program is loaded only for who needs it. */
async function runOther(argv: readonly string[]): Promise<readonly Named[] | number> {
  const { administratorCommands } = await import('./administrator-commands.ts');
  const { locale, rest } = languageOf(argv, language);
  if (rest[0] === 'library' && rest[1] === 'check') return (await import('./check-library.ts')).printLibraryCheck(rest.slice(2), dateOf(new Date()), locale);
  if (rest[0] === 'settings') return (await import('./show-settings.ts')).showSettings(locale);
  const found = findCommand(administratorCommands, ({ name }) => name, rest);
  if (found) return (await import('./run-administrator.ts')).runAdministrator(found.command, found.rest, locale);
  return [...administratorCommands, { name: 'settings', summary: { nl: 'toon wat er is ingesteld', en: 'show what is set' } }, { name: 'library check', summary: { nl: 'kijk na of de bibliotheek in orde is', en: 'check that the library is sound' } }];
}

async function runOnFiles(argv: readonly string[], others: readonly Named[]): Promise<void> {
  const printed = await runCommandLine(argv, {
    operations: commands,
    others,
    context,
    readFile: async (name) => (name === '-' ? new Uint8Array(await buffer(process.stdin)) : new Uint8Array(await readFile(name))),
    language,
  });
  process.stderr.write(printed.err);
  process.stdout.write(printed.out);
  // Not process.exit: what is written to a pipe must arrive whole.
  process.exitCode = printed.status;
}

const commands = documentOperations.filter(isCommand);
const language = process.env['LC_ALL'] || process.env['LANG'] || '';
const argv = process.argv.slice(2);
const { rest } = languageOf(argv, language);
const isOnFiles = findCommand(commands, ({ command }) => command.name, rest) !== null;

if (rest.join() === 'serve') await (await import('./run-server.ts')).runServer();
else {
  const other = isOnFiles ? [] : await runOther(argv);
  if (typeof other === 'number') process.exitCode = other;
  else await runOnFiles(argv, other);
}
