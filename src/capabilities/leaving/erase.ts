/**
 * The end of an organisation here: its rows are gone, and the keys to what was sealed, so that no copy of the database
 * can be read either. What stays is its log, of which nothing can be opened any more, and the certificate.
 */
import { sql } from 'kysely';
import { listTables } from '../../platform/backup/catalogue.ts';
import type { Database } from '../../platform/context.ts';
import { destroyKeysOf } from '../../platform/keys/store.ts';
import { forgetPeopleOf, namelessOrganisation } from '../identity/public.ts';

export type Destruction = { readonly tables: readonly { readonly name: string; readonly rows: number }[]; readonly keys: readonly string[] };

/** The log, and what this slice keeps; keys have a way of their own. */
const stays = (table: string): boolean => table.startsWith('audit_') || ['leaving', 'destruction', 'data_key', 'organisation_key'].includes(table);

/** What refers to something goes before it. */
async function emptyTables(db: Database, organisation: string): Promise<Destruction['tables']> {
  const tables = (await listTables(db)).filter(({ name, columns }) => columns.includes('organisation_id') && !stays(name)).toReversed();
  const gone: { name: string; rows: number }[] = [];
  for (const { name } of tables) {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(name)} where organisation_id = ${organisation}`.execute(db);
    if (numAffectedRows > 0n) gone.push({ name, rows: Number(numAffectedRows) });
  }
  return gone;
}

/** INVARIANT: in a transaction of the owner of the tables. */
export async function destroy(db: Database, organisation: string): Promise<Destruction> {
  const people = await forgetPeopleOf(db, organisation);
  const tables = await emptyTables(db, organisation);
  await people.forget();
  await namelessOrganisation(db, organisation);
  return { tables: [...tables, { name: 'person', rows: people.count }], keys: await destroyKeysOf(db, organisation) };
}
