/** `regie settings`: what counts now, and where it comes from. A secret is never shown. */
import { BadConfig } from '../platform/config/read-config.ts';
import type { Setting } from '../platform/config/setting.ts';
import { settings } from '../platform/config/settings.ts';
import type { Locale } from '../platform/words.ts';
import { readEnvironment } from './open-program.ts';

const words = {
  nl: { secret: '(geheim, ingesteld)', none: '(niet ingesteld)', standard: 'standaard' },
  en: { secret: '(secret, set)', none: '(not set)', standard: 'standard' },
} as const;

function shown(setting: Setting, value: unknown, locale: Locale): string {
  if (value === null) return words[locale].none;
  if (setting.secret) return words[locale].secret;
  const text = Array.isArray(value) ? value.join(' ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return process.env[setting.name] ? text : `${text} (${words[locale].standard})`;
}

const lineOf = (setting: Setting, value: unknown, locale: Locale): string => `${setting.name}=${shown(setting, value, locale)}\n    ${setting.label[locale]}. ${setting.explanation[locale]}`;

/** @returns the exit status. */
export function showSettings(locale: Locale): number {
  try {
    const { config, warnings } = readEnvironment();
    const lines = Object.entries(settings).map(([key, setting]) => lineOf(setting, config[key as keyof typeof config], locale));
    process.stdout.write(`${lines.join('\n\n')}\n`);
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
