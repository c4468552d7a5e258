/** One consistent backup of a database in use, sealed, into a stream. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OpenDatabase } from '../database/open-database.ts';
import { dump, type Summary } from './dump.ts';
import { sealed } from './seal.ts';

/** `none` among the recipients leaves it readable. */
export const recipientsOf = (given: readonly string[]): readonly string[] => given.filter((recipient) => recipient !== 'none');

export async function writeBackup(store: OpenDatabase, recipients: readonly string[], now: Date, output: Writable): Promise<Summary> {
  return store.snapshot(async (db) => {
    let summary: Summary | undefined;
    const content = dump(db, { madeAt: now.toISOString(), from: store.kind }, (told) => (summary = told));
    await pipeline(await sealed(content, recipientsOf(recipients)), output);
    return summary as Summary;
  });
}
