/**
 * How a pure operation on documents appears on the command line (engine.md §11). The face turns files and
 * options into the operation's input by its schema: an enum's values are listed in the help, a boolean is a
 * flag, an array may be given more than once, a number is read as one.
 */
import { z } from 'zod';
import type { DocumentContext } from './context.ts';
import type { Saying } from './words.ts';

/** A document as text, with the name it is spoken of by. */
export const documentText = z.strictObject({ name: z.string().max(4096), text: z.string() });
export type DocumentText = z.output<typeof documentText>;

export const formats = ['table', 'json', 'html', 'sarif'] as const;
export type Format = (typeof formats)[number];

export type CommandOption = {
  readonly help: Saying;
  /** In the usage line: `--without <placeholder>`. */
  readonly placeholder?: string;
  /** The value is the name of a file; the input gets its `DocumentText`. */
  readonly file?: true;
};

export type Command<Input, Output> = {
  /** One word: `assess`. */
  readonly name: string;
  readonly summary: Saying;
  /**
   * The member of the input that the files without an option name become. `each` runs the operation once a
   * file (several give one JSON document a line), `together` hands all of them to one run as a list.
   */
  readonly files: { readonly into: keyof Input & string; readonly run: 'each' | 'together'; readonly placeholder?: string };
  /** A member of the input, in kebab case on the command line: `minGroup` is `--min-group`. */
  readonly options: { readonly [Name in keyof Input & string]?: CommandOption };
  /** First is the default. Text ends without a newline; JSON must be on one line. */
  readonly formats: Partial<Readonly<Record<Format, (output: Output, at: DocumentContext) => string>>>;
  /** The words `--fail-on` takes, each with whether it holds (exit status 1). */
  readonly failOn?: Readonly<Record<string, (output: Output) => boolean>>;
  /** Words beside those that only an output knows, such as outcomes that a policy names itself. */
  readonly failOnAlso?: (output: Output) => Readonly<Record<string, (output: Output) => boolean>>;
};
