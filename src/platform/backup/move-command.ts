/** `regie move --to postgresql | embedded`: everything from one kind of database to the other, the same to the last byte. */
import { z } from 'zod';
import { type AdministratorCommand, type AdministratorContext, defineAdministratorCommand, type Ending } from '../control/administrator-command.ts';
import { FolderInUse } from '../database/folder-lock.ts';
import { migrate, type Migration } from '../database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';
import { scopedDatabase } from '../database/scoped-database.ts';
import { ofTheInstallation } from '../audit/event.ts';
import { conflict } from '../refusal.ts';
import { dump, type Summary } from './dump.ts';
import { load } from './load.ts';
import { refusalFor } from './restore-command.ts';

const needsBoth = conflict({
  nl: 'Stel DATABASE_URL in op de PostgreSQL en REGIE_DATA_DIR op de map van de ingebouwde database; --to zegt welke van de twee het doel is.',
  en: 'Set DATABASE_URL to the PostgreSQL and REGIE_DATA_DIR to the folder of the embedded database; --to says which of the two is the goal.',
});

type Ways = { readonly from: OpenDatabase; readonly to: OpenDatabase };

async function move(at: Pick<AdministratorContext, 'world'>, { from, to }: Ways, migrations: readonly Migration[]): Promise<Summary> {
  const { clock, traces } = at.world;
  // Before the snapshot: the entry travels along, and both sides stay the same.
  await scopedDatabase(from.database).change({}, (db) => traces.record(db, ofTheInstallation(clock.now(), 'regie.move', `database/${to.kind}`)));
  return from.snapshot(async (db) => {
    let summary: Summary | undefined;
    await load(to.database, dump(db, { madeAt: clock.now().toISOString(), from: from.kind }, (told) => (summary = told)), migrations);
    return summary as Summary;
  });
}

async function moveBetween(at: AdministratorContext, embedded: OpenDatabase, to: 'postgresql' | 'embedded', migrations: readonly Migration[]): Promise<Ending> {
  await migrate(embedded.database, migrations);
  const ways = to === 'postgresql' ? { from: embedded, to: at.store } : { from: at.store, to: embedded };
  const { rows, contentSha256 } = await move(at, ways, migrations);
  at.say(at.locale === 'nl' ? `Verhuisd: ${rows} rijen, inhoud aan beide kanten ${contentSha256}` : `Moved: ${rows} rows, content on both sides ${contentSha256}`);
  return 'done';
}

const inUse = conflict({ nl: 'De ingebouwde database is in gebruik. Stop de server en verhuis dan.', en: 'The embedded database is in use. Stop the server, then move.' });

/** @param migrations what this version makes of an empty database. @param template for a new embedded one. */
export const moveCommand = (migrations: () => readonly Migration[], template: () => string | null): AdministratorCommand =>
  defineAdministratorCommand({
    name: 'move',
    summary: { nl: 'verhuis alles tussen de ingebouwde database en PostgreSQL', en: 'move everything between the embedded database and PostgreSQL' },
    input: z.strictObject({ to: z.enum(['postgresql', 'embedded']) }),
    operands: [],
    options: { to: { help: { nl: 'het doel; het andere is de bron', en: 'the goal; the other is the source' } } },
    trace: null,
    handle: async (at, { to }): Promise<Ending> => {
      if (at.store.kind !== 'postgresql') return needsBoth;
      try {
        const embedded = await openDatabase({ url: null, folder: at.config.dataFolder, template: template() });
        return await moveBetween(at, embedded, to, migrations()).finally(() => embedded.close());
      } catch (error) {
        const refusal = error instanceof FolderInUse ? inUse : refusalFor(error);
        if (refusal === null) throw error;
        return refusal;
      }
    },
  });
