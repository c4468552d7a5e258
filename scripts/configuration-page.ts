/** `docs/configuration.md`, made from the settings. Run by `npm run docs:configuration`; a test holds the page to it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Setting, type SettingGroup, settingGroups } from '../src/platform/config/setting.ts';
import { settings } from '../src/platform/config/settings.ts';

const titles: Readonly<Record<SettingGroup, string>> = {
  server: 'The server',
  database: 'The database',
  backup: 'Backups',
  identity: 'Signing in',
  mail: 'E-mail',
  keys: 'Keys',
  traces: 'Traces',
};

const head = `# Settings

Every setting of Regiekompas is an environment variable. They are checked at the start, all at once: a wrong one is named with what it must be, and nothing is started. An empty one counts as absent. A name that begins with \`REGIE_\` but that nothing reads is warned about, with the nearest name that exists.

A **secret** may also be given as the name of a file that holds it: put \`_FILE\` behind its name, as in \`DATABASE_URL_FILE=/run/secrets/database\`. That is how containers hand secrets over. A secret is never printed or logged.

\`regie settings\` shows what counts now, and \`regie settings --lang nl\` says it in Dutch.

This page is made from the program by \`npm run docs:configuration\`.
`;

const section = (setting: Setting): string => `### \`${setting.name}\`

${setting.label.en}. ${setting.explanation.en}

| must be | otherwise | example | secret |
| --- | --- | --- | --- |
| ${setting.must.en} | ${setting.standard === null ? '–' : `\`${setting.standard}\``} | \`${setting.example}\` | ${setting.secret ? `yes; also \`${setting.name}_FILE\`` : 'no'} |
`;

const groupOf = (group: SettingGroup): string[] => {
  const members: readonly Setting[] = Object.values(settings).filter((setting: Setting) => setting.group === group);
  return members.length === 0 ? [] : [`## ${titles[group]}\n`, ...members.map(section)];
};

export const configurationPage = (): string => [head, ...settingGroups.flatMap(groupOf)].join('\n');

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/configuration.md'), configurationPage());
