/**
 * The command line on files alone (engine.md §11). What is typed goes in, what is printed and the exit status
 * come out: 0 done, 1 a `--fail-on` condition holds, 2 bad input with one line a fault and nothing on standard output.
 */
import type { DocumentContext } from '../../platform/context.ts';
import type { DocumentText } from '../../platform/command.ts';
import { inputFaults } from '../../platform/input-faults.ts';
import { type InputFault, isRefusal, type Refusal } from '../../platform/refusal.ts';
import { isLocale, type Locale } from '../../platform/words.ts';
import { inputSchema } from '../fields/json-schema.ts';
import { readFields } from '../fields/read-fields.ts';
import { type Arguments, type CommandOperation, optionName, parseArguments } from './arguments.ts';
import { findCommand } from './find-command.ts';
import { commandHelp, generalHelp, type Named } from './help.ts';
import { nearest } from '../../platform/nearest.ts';
import { words } from './words.ts';

export type Printed = { readonly status: 0 | 1 | 2; readonly out: string; readonly err: string };

export type Surroundings = {
  readonly operations: readonly CommandOperation[];
  /** What an administrator can do besides; for the help. */
  readonly others?: readonly Named[];
  readonly context: (locale: Locale) => Promise<DocumentContext>;
  /** @throws when the file cannot be read. `-` is standard input. */
  readonly readFile: (name: string) => Promise<Uint8Array>;
  /** Of the environment: `LC_ALL`, then `LANG`. */
  readonly language: string;
};

/** As much as fits in memory several times over; what a document may be is for its reader to say. */
const largestFileBytes = 256 * 1024 * 1024;

const bad = (lines: readonly string[]): Printed => ({ status: 2, out: '', err: lines.map((line) => `${line}\n`).join('') });
const said = (out: string): Printed => ({ status: 0, out: `${out}\n`, err: '' });

class Unreadable extends Error {}

async function readDocument(name: string, around: Surroundings, locale: Locale): Promise<DocumentText> {
  const text = words(locale);
  const bytes = await around.readFile(name).catch(() => Promise.reject(new Unreadable(`${name}:1: (document): ${text.unreadable}`)));
  if (bytes.byteLength > largestFileBytes) throw new Unreadable(`${name}:1: (document): ${text.tooLarge(largestFileBytes / 1_048_576)}`);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new Unreadable(`${name}:1: (document): ${text.notText}`);
  }
}

async function optionsOf(operation: CommandOperation, given: Arguments, around: Surroundings, locale: Locale): Promise<Record<string, unknown>> {
  const isFile = (member: string): boolean => operation.command.options[member]?.file === true;
  const texts = readFields({ ...inputSchema(operation.input), required: [] }, given.values.filter(([member]) => !isFile(member))) as Record<string, unknown>;
  const documents: Record<string, DocumentText[]> = {};
  for (const [member, name] of given.values.filter(([own]) => isFile(own))) (documents[member] ??= []).push(await readDocument(name, around, locale));
  const isList = (member: string): boolean => inputSchema(operation.input).properties?.[member]?.type === 'array';
  return { ...texts, ...Object.fromEntries(Object.entries(documents).map(([member, files]) => [member, isList(member) ? files : files.at(-1)])) };
}

const lineOf = (fault: InputFault, locale: Locale): string =>
  fault.file === undefined ? `${fault.path === '' ? 'regie' : optionName(fault.path)}: ${fault.message[locale]}` : `${fault.file}:${fault.line ?? 1}: ${fault.path === '' ? '(document)' : fault.path}: ${fault.message[locale]}`;

export function refusalLines(refusal: Refusal, locale: Locale): string[] {
  if (refusal.refused === 'invalid') return refusal.faults.map((fault) => lineOf(fault, locale));
  return [`regie: ${refusal.refused === 'conflict' ? refusal.message[locale] : words(locale).refused}`];
}

type Run = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly lines: readonly string[] };

async function run(operation: CommandOperation, input: unknown, at: DocumentContext): Promise<Run> {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) return { ok: false, lines: refusalLines({ refused: 'invalid', faults: inputFaults(parsed.error.issues, input) }, at.locale) };
  const output = await operation.handle(at as never, parsed.data);
  return isRefusal(output) ? { ok: false, lines: refusalLines(output, at.locale) } : { ok: true, output };
}

const inputsOf = ({ command }: CommandOperation, files: readonly DocumentText[], options: Record<string, unknown>): Record<string, unknown>[] =>
  command.files.run === 'together' ? [{ ...options, [command.files.into]: files }] : files.map((file) => ({ ...options, [command.files.into]: file }));

/** Every file's faults are told, not only the first one's. */
async function runAll(operation: CommandOperation, given: Arguments, around: Surroundings, locale: Locale): Promise<Printed> {
  const files: DocumentText[] = [];
  for (const name of given.files) files.push(await readDocument(name, around, locale));
  const inputs = inputsOf(operation, files, await optionsOf(operation, given, around, locale));
  const at = await around.context(locale);
  const runs: Run[] = [];
  for (const input of inputs) runs.push(await run(operation, input, at));
  const faults = runs.flatMap((one) => (one.ok ? [] : one.lines));
  if (faults.length > 0) return bad(faults);
  return printed(operation, given, runs.flatMap((one) => (one.ok ? [one.output] : [])), at);
}

function printed({ command }: CommandOperation, { format, failOn }: Arguments, outputs: readonly unknown[], at: DocumentContext): Printed {
  const render = command.formats[format] as (output: unknown, at: DocumentContext) => string;
  const conditions = outputs.map((output) => ({ output, known: { ...command.failOn, ...command.failOnAlso?.(output) } }));
  const misnamed = failOn.find((condition) => !conditions.some(({ known }) => Object.hasOwn(known, condition)));
  if (misnamed !== undefined) return bad([`regie ${command.name}: ${words(at.locale).badChoice('--fail-on', misnamed, [...new Set(conditions.flatMap(({ known }) => Object.keys(known)))].join(', '))}`]);
  const fails = conditions.some(({ output, known }) => failOn.some((condition) => known[condition]?.(output) ?? false));
  return { status: fails ? 1 : 0, out: outputs.map((output) => `${render(output, at)}\n`).join(''), err: '' };
}

/** `--lang` may stand anywhere; otherwise the environment says, otherwise English. */
export function languageOf(argv: readonly string[], environment: string): { readonly locale: Locale; readonly rest: readonly string[] } {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const attached = at >= 0 && argv[at]?.includes('=');
  const typed = at < 0 ? environment.slice(0, 2).toLowerCase() : attached ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  const rest = at < 0 ? argv : argv.toSpliced(at, attached ? 1 : 2);
  return { locale: typed !== undefined && isLocale(typed) ? typed : 'en', rest };
}

async function runCommand(operation: CommandOperation, argv: readonly string[], around: Surroundings, locale: Locale): Promise<Printed> {
  if (argv.includes('--help') || argv.includes('-h')) return said(commandHelp(operation, locale));
  const parsed = parseArguments(operation, argv, locale);
  if (!parsed.ok) return bad([`regie ${operation.command.name}: ${parsed.message}`]);
  return runAll(operation, parsed.given, around, locale).catch((error: unknown) => {
    if (error instanceof Unreadable) return bad([error.message]);
    throw error;
  });
}

/** `regie serve` with something behind it; by itself it starts the server (`entry/cli.ts`). */
function serveHelp(rest: readonly string[], locale: Locale): Printed {
  const text = words(locale);
  if (rest.includes('--help') || rest.includes('-h')) return said(`${text.usage}: regie serve\n\n${text.serve}\n\n${text.serveUsage}`);
  return bad([`regie serve: ${text.serveUsage}`]);
}

/** @param argv what was typed after `regie`. */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<Printed> {
  const { locale, rest } = languageOf(argv, around.language);
  const [name] = rest;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return said(generalHelp(around, locale));
  if (name === 'serve') return serveHelp(rest, locale);
  const found = findCommand(around.operations, ({ command }) => command.name, rest);
  const known = [...around.operations.map(({ command }) => command.name), ...(around.others ?? []).map((other) => other.name), 'serve'];
  return found ? runCommand(found.command, found.rest, around, locale) : bad([`regie: ${words(locale).unknownCommand(name, nearest(name, known))}`]);
}
