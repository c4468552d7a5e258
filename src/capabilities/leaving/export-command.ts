/** `regie export FILE`: everything of an organisation, or of the installation, while the server goes on. */
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type AdministratorCommand, defineAdministratorCommand, type Ending } from '../../platform/control/administrator-command.ts';
import type { Database } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import type { Exported } from '../../platform/export/exported-table.ts';
import { openVault } from '../../platform/keys/open-vault.ts';
import { conflict, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { findOrganisation, organisationsThere } from '../identity/public.ts';
import { type Summary, writeExport } from './write-export.ts';
import { words } from './words.ts';

const organisationsIn = async (db: Database, id: string | null): Promise<{ readonly id: string; readonly name: string }[]> =>
  id === null ? organisationsThere(db) : [await findOrganisation(db, id)].filter((one) => one !== undefined);

const sealedKeys = conflict(both(words, (text) => text.command.noKey));

export const exportCommand = (exported: Exported): AdministratorCommand =>
  defineAdministratorCommand({
    name: 'export',
    summary: (locale) => words(locale).command.export,
    input: z.strictObject({ file: z.string().min(1), organisation: z.uuid().optional(), sealed: z.boolean().optional() }),
    operands: [{ member: 'file', placeholder: 'FILE.zip' }],
    options: { organisation: { help: (locale) => words(locale).command.organisation, placeholder: 'ID' }, sealed: { help: (locale) => words(locale).command.sealed } },
    writes: 'file',
    trace: ({ organisation, sealed = false }) => ({ object: `organisation/${organisation ?? 'all'}`, detail: { sealed }, organisation: organisation ?? null }),
    handle: async (at, { organisation = null, sealed = false }): Promise<Ending> => {
      const { keys, traces, clock } = at.world;
      if ((await keys.state()).kind !== 'open' && !sealed) return sealedKeys;
      const summary = await at.store.snapshot(async (db): Promise<Summary | null> => {
        // Across organisations: the administrator of the machine takes along what was asked, of one or of all.
        await enter(db, { duty: 'maintenance' });
        const organisations = await organisationsIn(db, organisation);
        if (organisations.length === 0) return null;
        let told: Summary | null = null;
        const made = { db, vault: sealed ? null : openVault(keys, db), organisation, person: null, exported, organisations, now: clock.now(), notary: sealed ? null : traces.notary };
        await pipeline(writeExport(made, (done) => (told = done)), at.output);
        return told;
      });
      if (summary === null) return notFound;
      at.say(words(at.locale).command.exported(summary.rows, summary.files, summary.manifestSha256));
      return 'done';
    },
  });
