/** `regie import FILE`: an organisation from another installation. */
import { z } from 'zod';
import { ZipDamaged } from '../../formats/zip/read.ts';
import { type AdministratorCommand, type AdministratorContext, defineAdministratorCommand, type Ending } from '../../platform/control/administrator-command.ts';
import type { Exported } from '../../platform/export/exported-table.ts';
import { openVault } from '../../platform/keys/open-vault.ts';
import { conflict, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { waysInAgain } from '../identity/public.ts';
import { type Arrival, bringIn, NotBroughtIn } from './bring-in.ts';
import { words } from './words.ts';

/** Null for a defect. */
function refusalFor(error: unknown): Refusal | null {
  if (error instanceof NotBroughtIn) return conflict(error.text);
  if (error instanceof ZipDamaged) return conflict({ nl: words('nl').arrival.damaged(error.message), en: words('en').arrival.damaged(error.message) });
  return null;
}

async function writeDown({ world }: AdministratorContext, { organisation, manifest }: Arrival): Promise<void> {
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
  const event = { organisation, person: null, at: world.clock.now(), via: 'command', operation: 'regie.import', object: `organisation/${organisation}`, sensitivity: 'confidential', detail: { rows }, outcome: 'done', purpose: null, request: null, subjects: [], anonymous: false } as const;
  await world.database.change({ organisation }, (db) => world.traces.record(db, event));
  world.traces.written(organisation);
}

type WayIn = { readonly email: string; readonly code: string };

function tell({ say, locale }: AdministratorContext, { organisation, manifest }: Arrival, ways: readonly WayIn[]): void {
  const text = words(locale).arrival;
  say(text.done(manifest.tables.reduce((total, table) => total + table.rows, 0), organisation));
  say(text.waysIn);
  for (const { email, code } of ways) say(`  ${email}  ${code}`);
}

const noKey = conflict(both(words, (text) => text.command.noKey));

export const importCommand = (exported: Exported): AdministratorCommand =>
  defineAdministratorCommand({
    name: 'import',
    summary: (locale) => words(locale).command.import,
    input: z.strictObject({ file: z.string().min(1) }),
    operands: [{ member: 'file', placeholder: 'FILE.zip' }],
    options: {},
    reads: 'file',
    trace: null,
    handle: async (at): Promise<Ending> => {
      const { keys } = at.world;
      if ((await keys.state()).kind !== 'open') return noKey;
      try {
        const { arrival, ways } = await bringIn(at.store.database, (db) => openVault(keys, db), exported, at.input, async (db, there) => ({ arrival: there, ways: await waysInAgain(db, there.organisation) }));
        await writeDown(at, arrival);
        tell(at, arrival, ways);
        return 'done';
      } catch (error) {
        const refusal = refusalFor(error);
        if (refusal === null) throw error;
        return refusal;
      }
    },
  });
