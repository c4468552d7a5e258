/** What a setting is: its name in the environment, what it must be, and how it is explained to an administrator. */
import { z } from 'zod';
import type { Text } from '../words.ts';

export const settingGroups = ['server', 'database', 'backup', 'identity', 'mail', 'keys', 'traces'] as const;
export type SettingGroup = (typeof settingGroups)[number];

type About = {
  /** In the environment. Ours begin with `REGIE_`, save those that the world has a name for. */
  readonly name: string;
  readonly group: SettingGroup;
  readonly label: Text;
  readonly explanation: Text;
  /** Completes "NAME must be …": said when it is wrong. */
  readonly must: Text;
  readonly example: string;
  /**
   * INVARIANT: never printed, never logged. It may also be given as the name of a file that holds it, in
   * `<NAME>_FILE`, as container platforms hand secrets over.
   */
  readonly secret?: true;
};

/** `schema` reads the text of the environment; what is absent is `undefined`, and the schema says what then. */
export type Setting<Value = unknown> = About & { readonly schema: z.ZodType<Value>; readonly standard: string | null };

type Optional<Value> = Setting<Value | null>;

const withStandard = <Value>(about: About, schema: z.ZodType<Value>, standard: string): Setting<Value> =>
  ({ ...about, standard, schema: z.string().default(standard).pipe(schema as z.ZodType<Value, string>) });

const orNull = <Value>(about: About, schema: z.ZodType<Value>): Optional<Value> => ({ ...about, standard: null, schema: schema.optional().transform((value) => value ?? null) });

/** One that has a value when nobody gives one. */
export const setting = {
  text: (about: About, standard: string): Setting<string> => withStandard(about, z.string().min(1), standard),
  /** @param range both ends included. */
  number: (about: About, standard: number, range: readonly [least: number, most: number]): Setting<number> =>
    withStandard(about, z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(range[0]).max(range[1])), String(standard)),
  choice: <const Word extends string>(about: About, standard: Word, words: readonly [Word, ...Word[]]): Setting<Word> => withStandard(about, z.enum(words) as unknown as z.ZodType<Word>, standard),
  yesNo: (about: About, standard: 'yes' | 'no'): Setting<boolean> => withStandard(about, z.enum(['yes', 'no']).transform((word) => word === 'yes'), standard),
};

/** One that may be absent: then it is null. */
export const optionalSetting = {
  text: (about: About): Optional<string> => orNull(about, z.string().min(1)),
  matching: (about: About, pattern: RegExp): Optional<string> => orNull(about, z.string().regex(pattern)),
  /** Of the web. */
  address: (about: About): Optional<string> => orNull(about, z.url({ protocol: /^https?$/ })),
  /** Separated by spaces or commas. */
  list: (about: About, pattern: RegExp): Optional<readonly string[]> =>
    orNull(about, z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== '')).pipe(z.array(z.string().regex(pattern)).min(1))),
};
