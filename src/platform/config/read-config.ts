/** Reads the settings from the environment: all of them, with every fault at once. */
import { nearest } from '../nearest.ts';
import type { Setting } from './setting.ts';
import { type Config, settings } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
/** `warnings` are names that begin as ours do but that nothing reads: most often a slip of the pen. */
export type ReadConfig = { readonly config: Config; readonly warnings: readonly string[] };
/** Hands over the text of a file that a `…_FILE` names. */
export type ReadSecret = (file: string) => string;

export class BadConfig extends Error {}

const fileNameOf = ({ name }: Setting): string => `${name}_FILE`;
/** Empty counts as absent. */
const given = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

type Found = { readonly text: string | undefined } | { readonly fault: string };

/** The line end that editors put after a secret is not part of it. */
function secretFrom(name: string, file: string, readSecret: ReadSecret): Found {
  try {
    const text = readSecret(file).replace(/\r?\n$/, '');
    return text === '' ? { fault: `${name} names ${file}, which is empty.` } : { text };
  } catch {
    return { fault: `${name} names ${file}, which cannot be read. Check that the file is there and that the server may read it.` };
  }
}

function findText(setting: Setting, environment: Environment, readSecret: ReadSecret): Found {
  const text = given(environment, setting.name);
  const file = setting.secret ? given(environment, fileNameOf(setting)) : undefined;
  if (file === undefined) return { text };
  if (text !== undefined) return { fault: `${setting.name} and ${fileNameOf(setting)} are both given. Keep one.` };
  return secretFrom(fileNameOf(setting), file, readSecret);
}

type Outcome = { readonly value: unknown } | { readonly fault: string };

/** INVARIANT: a fault never repeats what was given: it may be a secret. */
function readSetting(setting: Setting, environment: Environment, readSecret: ReadSecret): Outcome {
  const found = findText(setting, environment, readSecret);
  if ('fault' in found) return found;
  const read = setting.schema.safeParse(found.text);
  return read.success ? { value: read.data } : { fault: `${setting.name} must be ${setting.must.en}.` };
}

const declared: readonly Setting[] = Object.values(settings);
export const knownNames: readonly string[] = declared.flatMap((setting) => (setting.secret ? [setting.name, fileNameOf(setting)] : [setting.name]));

/** What our own tests and drills read; it is none of the server's business. */
const isOfTests = (name: string): boolean => /^REGIE_(TEST_|RUNS$|JOURNEYS$)/.test(name);

const warningsOf = (environment: Environment): string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('REGIE_') && !isOfTests(name) && !knownNames.includes(name))
    .map((name) => `${name} is not a setting of Regiekompas and does nothing. Do you mean ${nearest(name, knownNames)}?`);

/** What is right by itself, but not beside another. */
const faultsTogether = ({ backupFolder, backupRecipients, databaseUrl, databaseOwnerUrl }: Config): string[] => [
  ...(backupFolder !== null && backupRecipients === null ? ['REGIE_BACKUP_DIR asks for REGIE_BACKUP_RECIPIENTS: the age keys of who may open the backups, or none.'] : []),
  ...(databaseOwnerUrl !== null && databaseUrl === null ? ['DATABASE_OWNER_URL asks for DATABASE_URL: the same database, with the login for what people ask.'] : []),
];

/** @throws BadConfig with one line for each setting that is wrong. */
export function readConfig(environment: Environment, readSecret: ReadSecret): ReadConfig {
  const outcomes = Object.entries(settings).map(([key, setting]) => [key, readSetting(setting, environment, readSecret)] as const);
  const faults = outcomes.flatMap(([, outcome]) => ('fault' in outcome ? [outcome.fault] : []));
  if (faults.length > 0) throw new BadConfig(faults.join('\n'));
  const config = Object.fromEntries(outcomes.map(([key, outcome]) => [key, (outcome as { value: unknown }).value])) as Config;
  const together = faultsTogether(config);
  if (together.length > 0) throw new BadConfig(together.join('\n'));
  return { config, warnings: warningsOf(environment) };
}
