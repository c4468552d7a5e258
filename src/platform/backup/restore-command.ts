/** `regie restore FILE` */
import { z } from 'zod';
import { ofTheInstallation } from '../audit/event.ts';
import { missingSince, organisationIn, type Since } from '../audit/missing-since.ts';
import { documentText } from '../command.ts';
import { type AdministratorCommand, type AdministratorContext, defineAdministratorCommand, type Ending } from '../control/administrator-command.ts';
import type { Migration } from '../database/migrate.ts';
import { privateFolder } from '../private-folder.ts';
import { conflict, invalid, type Refusal } from '../refusal.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../transparency/checkpoint.ts';
import type { Text } from '../words.ts';
import { NotRestored, type Restored } from './load.ts';
import { restore } from './restore.ts';
import { sayMissing } from './say-missing.ts';
import { NeedsKey, WrongKey } from './seal.ts';
import { Damaged } from './tar.ts';

const needsKey: Text = {
  nl: 'Deze back-up is verzegeld. Geef de sleutel van een ontvanger: --identity BESTAND.',
  en: 'This backup is sealed. Give the key of a recipient: --identity FILE.',
};
const wrongKey: Text = {
  nl: 'Deze sleutel past niet op deze back-up, of het begin van de back-up is beschadigd. Er is niets teruggezet.',
  en: 'This key does not open this backup, or the beginning of the backup is damaged. Nothing was restored.',
};

/** Null for a defect. */
export function refusalFor(error: unknown): Refusal | null {
  if (error instanceof NeedsKey) return conflict(needsKey);
  if (error instanceof WrongKey) return conflict(wrongKey);
  if (error instanceof NotRestored) return conflict(error.text);
  if (error instanceof Damaged) return conflict({ nl: `Deze back-up is beschadigd. Er is niets teruggezet. (${error.message})`, en: `This backup is damaged. Nothing was restored. (${error.message})` });
  return null;
}

/** In the database that came back, so that it says of itself that it was restored, and from when. */
async function writeDown({ world }: AdministratorContext): Promise<void> {
  await world.database.change({}, (db) => world.traces.record(db, ofTheInstallation(world.clock.now(), 'regie.restore', 'database/all')));
}

function tell({ say, locale }: AdministratorContext, { described, manifest }: Restored): void {
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
  say(locale === 'nl' ? `Teruggezet: ${rows} rijen zoals ze waren op ${described.madeAt}, inhoud ${manifest.contentSha256}` : `Restored: ${rows} rows as they were at ${described.madeAt}, content ${manifest.contentSha256}`);
  say(locale === 'nl' ? 'Wat daarna is gewijzigd, zit er niet in. Iedereen moet opnieuw inloggen.' : 'What was changed after that is not in it. Everybody has to sign in again.');
}

const noCheckpoint: Text = { nl: 'Dit is geen ondertekening van een logboek (C2SP tlog-checkpoint).', en: 'This is no signature under a log (C2SP tlog-checkpoint).' };

/** @returns `failed` when the database lacks something that was seen before; it is restored all the same. */
async function compare({ world, say, locale }: AdministratorContext, kept: SignedCheckpoint): Promise<Ending> {
  const { checkpoint } = kept;
  const organisation = organisationIn(checkpoint.origin);
  const since: Since = organisation === null ? { kind: 'unknown-log' } : await world.database.read({ organisation }, (db) => missingSince(db, organisation, checkpoint));
  for (const line of sayMissing(checkpoint.origin, since)) say(line[locale]);
  return since.kind === 'nothing-missing' ? 'done' : 'failed';
}

/** @param migrations what this version makes of an empty database. */
export const restoreCommand = (migrations: () => readonly Migration[]): AdministratorCommand =>
  defineAdministratorCommand({
    name: 'restore',
    summary: { nl: 'zet een back-up terug in een lege database', en: 'restore a backup into an empty database' },
    input: z.strictObject({ file: z.string().min(1), identity: documentText.optional(), checkpoint: documentText.optional() }),
    operands: [{ member: 'file', placeholder: 'FILE' }],
    options: {
      identity: { help: { nl: 'bestand met de age-sleutel die hem opent', en: 'file with the age key that opens it' }, placeholder: 'FILE', file: true },
      checkpoint: { help: { nl: 'laatste ondertekening van het logboek die elders bewaard is: zegt wat er sindsdien ontbreekt', en: 'last checkpoint of the log that was kept elsewhere: tells what is missing since' }, placeholder: 'FILE', file: true },
    },
    reads: 'file',
    trace: null,
    handle: async (at, { identity, checkpoint }): Promise<Ending> => {
      const kept = checkpoint === undefined ? null : parseCheckpoint(checkpoint.text);
      if (checkpoint !== undefined && kept === null) return invalid({ path: 'checkpoint', message: noCheckpoint });
      try {
        const source = { bytes: at.input, identity: identity?.text ?? null, folder: privateFolder(at.config.dataFolder) };
        const restored = await restore(at.store.database, source, migrations());
        await writeDown(at);
        tell(at, restored);
        return kept === null ? 'done' : await compare(at, kept);
      } catch (error) {
        const refusal = refusalFor(error);
        if (refusal === null) throw error;
        return refusal;
      }
    },
  });
