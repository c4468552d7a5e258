/**
 * What an administrator does from the command line with the organisation's data: `regie backup`, `regie audit
 * verify`. Who may use the machine's data folder is the administrator; there is no other permission.
 *
 * The same command runs in two places. While a server has the embedded database, it runs there, and the command
 * line is its mouth and ears (`control-socket.ts`); otherwise it runs in the command line itself.
 *
 * INVARIANT: files are opened by who typed the command, with their rights; a handler sees streams, never a path.
 * INVARIANT: a command leaves an entry in the audit log, or does not type-check.
 */
import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';
import type { CommandOption } from '../command.ts';
import type { Config } from '../config/settings.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import type { Trace } from '../operation.ts';
import type { World } from '../perform.ts';
import type { Refusal } from '../refusal.ts';
import type { Locale, Saying } from '../words.ts';

/** The program, as opened for this command or for the server. */
export type Opened = { readonly world: World; readonly store: OpenDatabase; readonly config: Config };

export type AdministratorContext = Opened & {
  readonly locale: Locale;
  /** One line of progress or outcome, for the person who waits; on standard error. */
  readonly say: (line: string) => void;
  /** The bytes of the file that `reads` names; empty when there is none. */
  readonly input: Readable;
  /** Becomes the file that `writes` names, or standard output. Kept only when the command is done. */
  readonly output: Writable;
};

/** `failed` ends with status 1, as a check that found something; a refusal with 2, as bad input. */
export type Ending = 'done' | 'failed' | Refusal;

type Declaration<Input extends z.ZodObject> = {
  /** One word or two: `backup`, `audit verify`. In the audit log: `regie.backup`, `regie.audit-verify`. */
  readonly name: string;
  readonly summary: Saying;
  readonly input: Input;
  /** Members of the input that follow without an option name, in this order. */
  readonly operands: readonly { readonly member: keyof z.output<Input> & string; readonly placeholder: string }[];
  readonly options: { readonly [Member in keyof z.output<Input> & string]?: CommandOption };
  /** The member that is the name of a file to read, or to write; `-` is standard input or output. */
  readonly reads?: keyof z.output<Input> & string;
  readonly writes?: keyof z.output<Input> & string;
  /** Written before the command runs, so that a backup holds its own entry. Null for one that writes its own. */
  readonly trace: ((input: z.output<Input>) => Trace) | null;
  readonly handle: (at: AdministratorContext, input: z.output<Input>) => Promise<Ending>;
};

export type AdministratorCommand = Omit<Declaration<z.ZodObject>, 'trace' | 'handle' | 'operands' | 'options' | 'reads' | 'writes'> & {
  readonly operands: readonly { readonly member: string; readonly placeholder: string }[];
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly reads?: string;
  readonly writes?: string;
  readonly trace: ((input: unknown) => Trace) | null;
  readonly handle: (at: AdministratorContext, input: unknown) => Promise<Ending>;
};

/** Ties the declaration's types together, then lets go of them. */
export const defineAdministratorCommand = <Input extends z.ZodObject>(declared: Declaration<Input>): AdministratorCommand => declared as unknown as AdministratorCommand;
