/** The help, made from the operations. */
import { type Locale, say, type Saying } from '../../platform/words.ts';
import { alternatives } from '../fields/json-schema.ts';
import type { AdministratorCommand } from '../../platform/control/administrator-command.ts';
import type { CommandOption } from '../../platform/command.ts';
import { type CommandOperation, formatsOf, isFlag, memberSchema, optionName, type Takes } from './arguments.ts';
import { aligned } from '../../platform/text-table.ts';
import { words } from './words.ts';

type Line = readonly [left: string, right: string];

const columns = (lines: readonly Line[]): string => aligned(lines, '  ').join('\n');

export type Named = { readonly name: string; readonly summary: Saying };

export function generalHelp({ operations, others = [] }: { readonly operations: readonly CommandOperation[]; readonly others?: readonly Named[] }, locale: Locale): string {
  const text = words(locale);
  const lines = (named: readonly Named[]): Line[] => named.map(({ name, summary }) => [name, say(summary, locale)]);
  const forAdministrators = others.length === 0 ? [] : ['', `${text.forAdministrators}:`, columns(lines(others))];
  return [
    `${text.usage}: regie ${text.commands.toLowerCase()} FILE…`,
    '',
    `${text.commands}:`,
    columns([...lines(operations.map(({ command }) => command)), ['serve', text.serve]]),
    ...forAdministrators,
    '',
    text.helpHint,
  ].join('\n');
}

function optionLine(operation: Takes, member: string, locale: Locale): Line {
  const option = operation.command.options[member] as CommandOption | undefined;
  const schema = memberSchema(operation, member);
  const list = alternatives(schema).find(({ type }) => type === 'array');
  const values = alternatives(list?.items ?? schema).find(({ enum: choices }) => choices)?.enum;
  const placeholder = isFlag(schema) ? '' : ` ${option?.placeholder ?? (option?.file ? 'FILE' : 'VALUE')}`;
  const notes = [option ? say(option.help, locale) : '', values ? words(locale).oneOf(values.join(', ')) : '', list ? words(locale).repeatable : ''];
  return [`${optionName(member)}${placeholder}`, notes.filter((note) => note !== '').join('; ')];
}

function commonLines(operation: CommandOperation, locale: Locale): Line[] {
  const text = words(locale);
  const conditions = Object.keys(operation.command.failOn ?? {});
  return [
    ['--format FORMAT', text.formatHelp(formatsOf(operation).join(', '))],
    ...(conditions.length > 0 ? [['--fail-on CONDITION', text.failOnHelp(conditions.join(', '))] as const] : []),
    ['--lang LANG', text.langHelp],
    ['--help', text.helpHelp],
  ];
}

export function commandHelp(operation: CommandOperation, locale: Locale): string {
  const { command } = operation;
  const options = Object.keys(command.options).map((member) => optionLine(operation, member, locale));
  const usage = `${words(locale).usage}: regie ${command.name} ${command.files.placeholder ?? 'FILE'}… [${words(locale).options.toLowerCase()}]`;
  return [usage, '', say(command.summary, locale), '', `${words(locale).options}:`, columns([...options, ...commonLines(operation, locale)])].join('\n');
}

export function administratorHelp({ name, summary, operands, options, input }: AdministratorCommand, locale: Locale): string {
  const text = words(locale);
  const typed = ['regie', name, ...operands.map(({ placeholder }) => placeholder)].join(' ');
  const lines = Object.keys(options).map((member) => optionLine({ input, command: { options } }, member, locale));
  return [`${text.usage}: ${typed} [${text.options.toLowerCase()}]`, '', say(summary, locale), '', `${text.options}:`, columns([...lines, ['--lang LANG', text.langHelp], ['--help', text.helpHelp]])].join('\n');
}
