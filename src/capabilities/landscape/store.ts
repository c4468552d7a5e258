/** The only SQL about the landscape. Items go in and out as the pieces of the document they are (decision 0002). */
import { type Generated, type JSONColumnType, type Selectable, sql } from 'kysely';
import type { Item, ItemKind, Landscape, Organisation } from '../../core/landscape/document.ts';
import { itemKinds } from '../../core/landscape/document.ts';
import type { Difference } from '../../core/landscape/difference.ts';
import type { Database } from '../../platform/context.ts';

export type Cause = 'form' | 'import' | 'undo' | 'example';

type LandscapeTables = {
  landscape: { organisation_id: string; revision: Generated<string>; organisation: JSONColumnType<Organisation> };
  landscape_item: { organisation_id: string; kind: ItemKind; id: string; body: JSONColumnType<Item> };
  landscape_change: {
    organisation_id: string;
    revision: string | number;
    at: Date;
    person_id: string | null;
    cause: Cause;
    difference: JSONColumnType<Difference>;
    undoes: string | number | null;
  };
  landscape_import: { organisation_id: string; id: string; at: Date; person_id: string; file_name: string; base_revision: string | number; document: JSONColumnType<Landscape> };
  landscape_example: { organisation_id: string; person_id: string; at: Date };
};
const tables = (db: Database) => db.withTables<LandscapeTables>();

/** A landscape as stored, with the number of its last change. `asOf` is not stored: callers read it against a day. */
export type Stored = { readonly revision: number; readonly document: Omit<Landscape, 'asOf'> };
export type Change = { readonly revision: number; readonly at: Date; readonly personId: string | null; readonly cause: Cause; readonly difference: Difference; readonly undoes: number | null };

/** @returns 0 where the organisation has no landscape yet. One query. */
export async function readRevision(db: Database, organisationId: string): Promise<number> {
  const row = await tables(db).selectFrom('landscape').select('revision').where('organisation_id', '=', organisationId).executeTakeFirst();
  return Number(row?.revision ?? 0);
}

const holdRow = (db: Database, organisationId: string) =>
  tables(db).selectFrom('landscape').select('revision').where('organisation_id', '=', organisationId).forUpdate().executeTakeFirst();

/** Takes the landscape for a change: a second change of the same organisation waits until this one is done, also where there is no landscape to take yet. */
export async function lockLandscape(db: Database, organisationId: string): Promise<void> {
  if ((await holdRow(db, organisationId)) !== undefined) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`landscape ${organisationId}`}, 0))`.execute(db);
  await holdRow(db, organisationId);
}

/** Two queries whatever the size, or null where there is no landscape yet. */
export async function readStored(db: Database, organisationId: string): Promise<Stored | null> {
  const head = await tables(db).selectFrom('landscape').selectAll().where('organisation_id', '=', organisationId).executeTakeFirst();
  if (!head) return null;
  const rows = await tables(db).selectFrom('landscape_item').select(['kind', 'body']).where('organisation_id', '=', organisationId).orderBy(sql`kind, id collate "C"`).execute();
  const lists = Object.fromEntries(itemKinds.map((kind) => [kind, rows.filter((row) => row.kind === kind).map((row) => row.body)]));
  return { revision: Number(head.revision), document: { organisation: head.organisation, ...lists } as unknown as Stored['document'] };
}

export async function createLandscape(db: Database, organisationId: string, organisation: Organisation): Promise<void> {
  await tables(db).insertInto('landscape').values({ organisation_id: organisationId, organisation: JSON.stringify(organisation) }).execute();
}

const rowsPerStatement = 500;
const inPortions = <T>(list: readonly T[]): T[][] => Array.from({ length: Math.ceil(list.length / rowsPerStatement) }, (_, at) => list.slice(at * rowsPerStatement, (at + 1) * rowsPerStatement));

async function writeItems(db: Database, organisationId: string, kind: ItemKind, items: readonly Item[]): Promise<void> {
  for (const portion of inPortions(items)) {
    await tables(db)
      .insertInto('landscape_item')
      .values(portion.map((item) => ({ organisation_id: organisationId, kind, id: item.id, body: JSON.stringify(item) })))
      .onConflict((row) => row.columns(['organisation_id', 'kind', 'id']).doUpdateSet({ body: (excluded) => excluded.ref('excluded.body') }))
      .execute();
  }
}

async function removeItems(db: Database, organisationId: string, kind: ItemKind, ids: readonly string[]): Promise<void> {
  for (const portion of inPortions(ids)) {
    await tables(db).deleteFrom('landscape_item').where('organisation_id', '=', organisationId).where('kind', '=', kind).where('id', 'in', portion).execute();
  }
}

/**
 * Writes the items a difference touches and keeps the difference. Statements grow with the change, not with the landscape.
 * @param after the landscape once changed; the touched items are taken from it.
 */
export async function writeChange(db: Database, organisationId: string, change: Change, after: Landscape): Promise<void> {
  const { difference } = change;
  for (const kind of itemKinds) {
    const touched = difference.items.filter((item) => item.kind === kind);
    const gone = new Set(touched.flatMap(({ change: what, id }) => (what === 'removed' ? [id] : [])));
    const ids = new Set(touched.map(({ id }) => id));
    await removeItems(db, organisationId, kind, [...gone]);
    await writeItems(db, organisationId, kind, after[kind].filter(({ id }) => ids.has(id)));
  }
  const organisation = difference.organisation.length === 0 ? {} : { organisation: JSON.stringify(after.organisation) };
  await tables(db).updateTable('landscape').set({ revision: String(change.revision), ...organisation }).where('organisation_id', '=', organisationId).execute();
  await tables(db)
    .insertInto('landscape_change')
    .values({ organisation_id: organisationId, revision: change.revision, at: change.at, person_id: change.personId, cause: change.cause, difference: JSON.stringify(difference), undoes: change.undoes })
    .execute();
}

const changeOf = (row: Selectable<LandscapeTables['landscape_change']>): Change => ({
  revision: Number(row.revision), at: row.at, personId: row.person_id, cause: row.cause, difference: row.difference, undoes: row.undoes === null ? null : Number(row.undoes),
});

/** The latest changes, newest first. One query. */
export async function readChanges(db: Database, organisationId: string, atMost: number): Promise<Change[]> {
  const rows = await tables(db).selectFrom('landscape_change').selectAll().where('organisation_id', '=', organisationId).orderBy('revision', 'desc').limit(atMost).execute();
  return rows.map(changeOf);
}

export async function readChange(db: Database, organisationId: string, revision: number): Promise<Change | null> {
  const row = await tables(db).selectFrom('landscape_change').selectAll().where('organisation_id', '=', organisationId).where('revision', '=', String(revision)).executeTakeFirst();
  return row ? changeOf(row) : null;
}

export type PendingImport = { readonly id: string; readonly fileName: string; readonly baseRevision: number; readonly document: Landscape };

export async function keepImport(db: Database, organisationId: string, personId: string, at: Date, pending: PendingImport): Promise<void> {
  await tables(db)
    .insertInto('landscape_import')
    .values({ organisation_id: organisationId, id: pending.id, at, person_id: personId, file_name: pending.fileName, base_revision: pending.baseRevision, document: JSON.stringify(pending.document) })
    .execute();
}

export async function readImport(db: Database, organisationId: string, id: string): Promise<PendingImport | null> {
  const row = await tables(db).selectFrom('landscape_import').selectAll().where('organisation_id', '=', organisationId).where('id', '=', id).executeTakeFirst();
  return row ? { id, fileName: row.file_name, baseRevision: Number(row.base_revision), document: row.document } : null;
}

export async function dropImport(db: Database, organisationId: string, id: string): Promise<void> {
  await tables(db).deleteFrom('landscape_import').where('organisation_id', '=', organisationId).where('id', '=', id).execute();
}

/** The copies of the example this person had made, newest first. Waits for another that is being made for them. */
export async function examplesOf(db: Database, personId: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`landscape_example ${personId}`}, 0))`.execute(db);
  const rows = await tables(db).selectFrom('landscape_example').select('organisation_id').where('person_id', '=', personId).orderBy('at', 'desc').orderBy('organisation_id', 'desc').execute();
  return rows.map((row) => row.organisation_id);
}

export const keepExample = (db: Database, organisationId: string, personId: string, at: Date): Promise<unknown> =>
  tables(db).insertInto('landscape_example').values({ organisation_id: organisationId, person_id: personId, at }).execute();
