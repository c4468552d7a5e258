/** `regie library check`: is everything in the library sound, known, translated and looked at within a year? */
import { faultsInFrameworks } from '../capabilities/frameworks/library.ts';
import { faultText } from '../platform/knowledge/knowledge.ts';
import { loadKnowledge } from '../platform/knowledge/load.ts';
import { readFolder } from '../platform/knowledge/read-folder.ts';
import { staleEntries } from '../platform/knowledge/stale.ts';
import type { Locale } from '../platform/words.ts';
import { places } from './places.ts';

const words = {
  nl: { clean: (count: number) => `De bibliotheek is in orde: ${count} onderdelen nagekeken.`, stale: (key: string, day: string) => `${key}: langer dan een jaar niet nagekeken (${day})`, count: (count: number) => `${count} punten.` },
  en: { clean: (count: number) => `The library is sound: ${count} entries checked.`, stale: (key: string, day: string) => `${key}: not looked at for over a year (${day})`, count: (count: number) => `${count} findings.` },
} as const;

export type Checked = { readonly findings: readonly string[]; readonly entries: number };

/** @param today `YYYY-MM-DD`. */
export function checkLibrary(files: ReadonlyMap<string, string>, today: string, locale: Locale): Checked {
  const loaded = loadKnowledge(files);
  if (!loaded.ok) return { findings: loaded.faults.map(faultText), entries: 0 };
  const stale = staleEntries(loaded.knowledge, today).map(({ kind, id, lastVerified }) => words[locale].stale(`${kind}/${id}`, lastVerified));
  return { findings: [...faultsInFrameworks(loaded.knowledge), ...stale], entries: Object.values(loaded.knowledge.entries).flat().length };
}

/** @param rest the folder to look at; without it our own. @returns the exit status: 0 sound, 1 something was found. */
export function printLibraryCheck(rest: readonly string[], today: string, locale: Locale): number {
  const { findings, entries } = checkLibrary(readFolder(rest[0] ?? places.library), today, locale);
  for (const finding of findings) process.stderr.write(`${finding}\n`);
  process.stdout.write(`${findings.length === 0 ? words[locale].clean(entries) : words[locale].count(findings.length)}\n`);
  return findings.length === 0 ? 0 : 1;
}
