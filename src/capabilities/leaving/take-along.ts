/** The export over the web: everything of the organisation, or what there is of oneself (GDPR, articles 15 and 20). */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Exported } from '../../platform/export/exported-table.ts';
import { conflict, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { writeExport } from './write-export.ts';
import { words } from './words.ts';

/** What is fetched at once is held in memory, packed. What is larger the administrator takes along by command. */
const bytesAtMost = 64 * 1024 * 1024;
export const takenOutput = z.strictObject({ zip: z.base64(), manifestSha256: z.string(), rows: z.int() });
export type Taken = z.output<typeof takenOutput>;

const tooLarge = conflict(both(words, (text) => text.plan.tooLarge));

export async function takeAlong(at: Context, exported: Exported, person: string | null): Promise<Taken | Refusal> {
  const parts: Buffer[] = [];
  let [size, told] = [0, { manifestSha256: '', rows: 0 }];
  const made = { db: at.db, vault: at.vault, organisation: at.organisation.id, person, exported, organisations: [at.organisation], now: at.now, notary: at.notary };
  for await (const part of writeExport(made, (done) => (told = done))) {
    parts.push(part);
    size += part.byteLength;
    if (size > bytesAtMost) return tooLarge;
  }
  return { zip: Buffer.concat(parts).toString('base64'), manifestSha256: told.manifestSha256, rows: told.rows };
}
