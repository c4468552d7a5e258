/** What was typed after a command, read by what its operation takes. No file is opened here. */
import type { Command, Format } from '../../platform/command.ts';
import type { Operation } from '../../platform/operation.ts';
import type { Locale } from '../../platform/words.ts';
import { alternatives, inputSchema, type Schema } from '../fields/json-schema.ts';
import { nearest } from '../../platform/nearest.ts';
import { words } from './words.ts';

export type CommandOperation = Operation & { readonly command: Command<Readonly<Record<string, unknown>>, unknown> };

export type Arguments = {
  readonly files: readonly string[];
  /** By member of the input, as typed. */
  readonly values: readonly (readonly [member: string, value: string])[];
  readonly format: Format;
  readonly failOn: readonly string[];
};
export type Parsed = { readonly ok: true; readonly given: Arguments } | { readonly ok: false; readonly message: string };

export const optionName = (member: string): string => `--${member.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
export const memberSchema = (operation: Pick<Operation, 'input'>, member: string): Schema => inputSchema(operation.input).properties?.[member] ?? {};
export const isFlag = (schema: Schema): boolean => alternatives(schema).every(({ type }) => type === 'boolean');
export const formatsOf = ({ command }: CommandOperation): readonly Format[] => Object.keys(command.formats) as Format[];

/** What of a command decides how its words are read. */
export type Takes = Pick<Operation, 'input'> & { readonly command: { readonly options: Readonly<Record<string, unknown>> } };

function optionNames(operation: Takes): ReadonlyMap<string, string> {
  return new Map(Object.keys(operation.command.options).map((member) => [optionName(member), member]));
}

export class Wrong extends Error {}

/** `--name=value` is `--name value`; after `--` everything is a file. */
function* wordsOf(argv: readonly string[]): Generator<{ readonly option: string; readonly attached?: string } | { readonly file: string }> {
  let onlyFiles = false;
  for (const word of argv) {
    if (!onlyFiles && word === '--') onlyFiles = true;
    else if (onlyFiles || !word.startsWith('--')) yield { file: word };
    else yield word.includes('=') ? { option: word.slice(0, word.indexOf('=')), attached: word.slice(word.indexOf('=') + 1) } : { option: word };
  }
}

export type Given = { files: string[]; values: [string, string][]; format: string | undefined; failOn: string[] };

function take(given: Given, operation: Takes, option: string, value: string): void {
  if (option === '--format') given.format = value;
  else if (option === '--fail-on') given.failOn.push(...value.split(','));
  else given.values.push([optionNames(operation).get(option) as string, value]);
}

const isSwitch = (operation: Takes, option: string): boolean => {
  const member = optionNames(operation).get(option);
  return member !== undefined && isFlag(memberSchema(operation, member));
};

/** @param own options that every command of this kind has. @throws Wrong */
export function readWords(operation: Takes, argv: readonly string[], own: readonly string[], locale: Locale): Given {
  const given: Given = { files: [], values: [], format: undefined, failOn: [] };
  const known = [...optionNames(operation).keys(), ...own];
  let waiting: string | null = null;
  for (const word of wordsOf(argv)) {
    if ('file' in word) {
      if (waiting === null) given.files.push(word.file);
      else take(given, operation, waiting, word.file);
      waiting = null;
      continue;
    }
    if (waiting !== null) throw new Wrong(words(locale).needsValue(waiting));
    if (!known.includes(word.option)) throw new Wrong(words(locale).unknownOption(word.option, nearest(word.option, [...known, '--help', '--lang'])));
    if (word.attached !== undefined || isSwitch(operation, word.option)) take(given, operation, word.option, word.attached ?? 'true');
    else waiting = word.option;
  }
  if (waiting !== null) throw new Wrong(words(locale).needsValue(waiting));
  return given;
}

function choice<Value extends string>(name: string, value: string, known: readonly Value[], locale: Locale): Value {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Wrong(words(locale).badChoice(name, value, known.join(', ')));
  return found;
}

function checked(operation: CommandOperation, given: Given, locale: Locale): Arguments {
  const formats = formatsOf(operation);
  if (given.files.length === 0) throw new Wrong(words(locale).noFiles);
  return {
    files: given.files,
    values: given.values,
    format: choice('--format', given.format ?? formats[0] ?? 'json', formats, locale),
    failOn: operation.command.failOnAlso ? given.failOn : given.failOn.map((condition) => choice('--fail-on', condition, Object.keys(operation.command.failOn ?? {}), locale)),
  };
}

/** @param argv what follows the command's name, without `--lang`. */
export function parseArguments(operation: CommandOperation, argv: readonly string[], locale: Locale): Parsed {
  try {
    return { ok: true, given: checked(operation, readWords(operation, argv, ['--format', '--fail-on'], locale), locale) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, message: error.message };
    throw error;
  }
}
