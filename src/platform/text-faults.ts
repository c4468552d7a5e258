/**
 * Texts that no database and no other program can keep: U+0000, and half a character (a lone surrogate).
 * Refused for every operation alike, naming the field, before its schema is asked.
 */
import type { InputFault } from './refusal.ts';
import type { Text } from './words.ts';

const nul: Text = { nl: 'Hierin staat een teken dat niet bewaard kan worden (U+0000). Haal het weg.', en: 'There is a character in this that cannot be kept (U+0000). Take it out.' };
const half: Text = { nl: 'Hierin staat een half teken (een los surrogaat). Haal het weg.', en: 'There is half a character in this (a lone surrogate). Take it out.' };

const faultIn = (text: string): Text | null => (text.includes('\u0000') ? nul : text.isWellFormed() ? null : half);
const named = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** A member whose name is at fault is told by where it stands: the name itself cannot be repeated. */
function inMember(key: string, value: unknown, path: string): InputFault[] {
  const message = faultIn(key);
  return message ? [{ path, message }] : textFaults(value, named(path, key));
}

export function textFaults(value: unknown, path = ''): InputFault[] {
  if (typeof value === 'string') {
    const message = faultIn(value);
    return message ? [{ path, message }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => inMember(key, inside, path));
}
