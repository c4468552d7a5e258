/** A backup, checked whole before the database is touched, then restored. */
import type { Kysely } from 'kysely';
import type { Tables } from '../context.ts';
import type { Migration } from '../database/migrate.ts';
import { putAside } from './aside.ts';
import { load, type Restored } from './load.ts';
import { opened } from './seal.ts';
import { checkBackup } from './verify.ts';

export type Source = {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The text of an age identity file. */
  readonly identity: string | null;
  /** Where the bytes can stay meanwhile, sealed as they came. */
  readonly folder: string;
};

/** @throws NotRestored, Damaged, NeedsKey, WrongKey; then the database is as it was. */
export async function restore(database: Kysely<Tables>, { bytes, identity, folder }: Source, migrations: readonly Migration[]): Promise<Restored> {
  const aside = await putAside(bytes, folder);
  try {
    await checkBackup(await opened(aside.read(), identity));
    return await load(database, await opened(aside.read(), identity), migrations);
  } finally {
    await aside.remove();
  }
}
