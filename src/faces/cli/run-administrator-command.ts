/** An administrator's command, from what was typed to the exit status: 0 done, 1 a check found something, 2 refused. */
import type { Readable } from 'node:stream';
import type { AdministratorCommand, Ending } from '../../platform/control/administrator-command.ts';
import type { Ends } from '../../platform/control/ask-server.ts';
import { inputFaults } from '../../platform/input-faults.ts';
import type { WholeFile } from '../../platform/whole-file.ts';
import type { Locale } from '../../platform/words.ts';
import { inputSchema } from '../fields/json-schema.ts';
import { readFields } from '../fields/read-fields.ts';
import { readWords, Wrong } from './arguments.ts';
import { administratorHelp } from './help.ts';
import { refusalLines } from './run-command-line.ts';
import { words } from './words.ts';

export type Machine = {
  readonly say: (line: string) => void;
  /** @throws Unusable. `null` is no file, `-` standard input or output. */
  readonly openSource: (name: string | null) => Promise<Readable>;
  /** A small file that an option names, as text. */
  readonly readText: (name: string) => Promise<string>;
  readonly openTarget: (name: string | null) => Promise<WholeFile>;
  /** Where the data is: in the running server, or here. */
  readonly run: (command: AdministratorCommand, input: unknown, locale: Locale, ends: Ends) => Promise<Ending>;
};

/** What is wrong with a file or with the program's settings, in one clear line. */
export class Unusable extends Error {}

/** @throws Wrong */
function inputOf(command: AdministratorCommand, argv: readonly string[], locale: Locale): Record<string, unknown> {
  const given = readWords({ input: command.input, command: { options: command.options } }, argv, [], locale);
  const missing = command.operands[given.files.length];
  if (missing) throw new Wrong(words(locale).operandMissing(missing.placeholder));
  const tooMany = given.files[command.operands.length];
  if (tooMany !== undefined) throw new Wrong(words(locale).operandTooMany(tooMany));
  const operands = command.operands.map(({ member }, at): [string, string] => [member, given.files[at] ?? '']);
  const isFile = (member: string): boolean => command.options[member]?.file === true;
  const texts = readFields({ ...inputSchema(command.input), required: [] }, [...operands, ...given.values.filter(([member]) => !isFile(member))]) as Record<string, unknown>;
  return { ...texts, ...Object.fromEntries(given.values.filter(([member]) => isFile(member))) };
}

const linesOf = (ending: Ending, locale: Locale): string[] => {
  if (typeof ending === 'string') return [];
  return ending.refused === 'not-found' ? [`regie: ${words(locale).otherVersion}`] : refusalLines(ending, locale);
};

const fileOf = (input: Record<string, unknown>, member: string | undefined): string | null => (member === undefined ? null : ((input[member] as string | undefined) ?? null));

async function runOn(machine: Machine, command: AdministratorCommand, input: Record<string, unknown>, locale: Locale): Promise<Ending> {
  const source = await machine.openSource(fileOf(input, command.reads));
  const target = await machine.openTarget(fileOf(input, command.writes));
  const ending = await machine.run(command, input, locale, { input: source, output: target.stream, say: machine.say }).catch(async (error: unknown) => {
    await target.discard();
    throw error;
  });
  await (ending === 'done' || command.writes === undefined ? target.keep() : target.discard());
  return ending;
}

/** An option that names a file becomes its text. */
async function withTexts(machine: Machine, { options }: AdministratorCommand, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const read = { ...input };
  for (const [member, option] of Object.entries(options)) {
    const name = input[member];
    if (option.file && typeof name === 'string') read[member] = { name, text: await machine.readText(name) };
  }
  return read;
}

async function checkedRun(machine: Machine, command: AdministratorCommand, argv: readonly string[], locale: Locale): Promise<Ending> {
  const input = await withTexts(machine, command, inputOf(command, argv, locale));
  const read = command.input.safeParse(input);
  // Faults are told before anything is opened.
  return read.success ? runOn(machine, command, input, locale) : { refused: 'invalid', faults: inputFaults(read.error.issues, input) };
}

const statusOf = (ending: Ending): 0 | 1 | 2 => (ending === 'done' ? 0 : ending === 'failed' ? 1 : 2);

/** @param argv what follows the command's name, without `--lang`. */
export async function runAdministratorCommand(command: AdministratorCommand, argv: readonly string[], locale: Locale, machine: Machine): Promise<0 | 1 | 2> {
  if (argv.includes('--help') || argv.includes('-h')) return (machine.say(administratorHelp(command, locale)), 0);
  try {
    const ending = await checkedRun(machine, command, argv, locale);
    for (const line of linesOf(ending, locale)) machine.say(line);
    return statusOf(ending);
  } catch (error) {
    if (!(error instanceof Wrong || error instanceof Unusable)) throw error;
    machine.say(`regie ${command.name}: ${error.message}`);
    return 2;
  }
}
