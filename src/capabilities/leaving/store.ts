/** The only SQL about organisations that leave. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Shape } from './shape.ts';

type LeavingTables = {
  leaving: { organisation_id: string; person_id: string; announced_at: Date; notice_until: string; transition_until: string; retrieval_until: string; closed_at: Date | null };
  destruction: { organisation_id: string; at: Date; certificate: string; event_id: string };
};
const tables = (db: Database) => db.withTables<LeavingTables>();

/** Days, each the last on which it still lasts. */
export type ExitDates = { readonly notice: string; readonly transition: string; readonly retrieval: string };
export type Exit = ExitDates & { readonly announcedAt: Date; readonly closedAt: Date | null };

/** Null when the organisation is not leaving. */
export async function findExit(db: Database, organisation: string): Promise<Exit | null> {
  const row = await tables(db).selectFrom('leaving').selectAll().where('organisation_id', '=', organisation).executeTakeFirst();
  return row ? { notice: row.notice_until, transition: row.transition_until, retrieval: row.retrieval_until, announcedAt: row.announced_at, closedAt: row.closed_at } : null;
}

export const addExit = (db: Database, organisation: string, person: string, { notice, transition, retrieval }: ExitDates, now: Date): Promise<unknown> =>
  tables(db).insertInto('leaving').values({ organisation_id: organisation, person_id: person, announced_at: now, notice_until: notice, transition_until: transition, retrieval_until: retrieval, closed_at: null }).execute();

export const closeExit = (db: Database, organisation: string, now: Date): Promise<unknown> =>
  tables(db).updateTable('leaving').set({ closed_at: now }).where('organisation_id', '=', organisation).execute();

export const removeExit = (db: Database, organisation: string): Promise<unknown> => tables(db).deleteFrom('leaving').where('organisation_id', '=', organisation).execute();

export type Destroyed = { readonly at: Date; readonly certificate: string; readonly event: string };
export const keepDestruction = (db: Database, organisation: string, { at, certificate, event }: Destroyed): Promise<unknown> =>
  tables(db).insertInto('destruction').values({ organisation_id: organisation, at, certificate, event_id: event }).execute();

export async function findDestruction(db: Database, organisation: string): Promise<Destroyed | null> {
  const row = await tables(db).selectFrom('destruction').selectAll().where('organisation_id', '=', organisation).executeTakeFirst();
  return row ? { at: row.at, certificate: row.certificate, event: row.event_id } : null;
}

export type Volume = { readonly table: string; readonly rows: number; readonly bytes: number };

const volumeIn = ({ declared, table }: Shape, organisation: string): RawBuilder<unknown> =>
  sql`select ${sql.lit(table.name)}::text as table, count(*) as rows, coalesce(sum(pg_column_size(t)), 0)::bigint as bytes from ${sql.table(table.name)} t where ${declared.ofOrganisation?.(organisation) ?? sql<boolean>`t.organisation_id = ${organisation}`}`;

/** How much there is of each table. One query. */
export async function readVolumes(db: Database, shapes: readonly Shape[], organisation: string): Promise<Volume[]> {
  const { rows } = await sql<Volume>`${sql.join(shapes.map((shape) => volumeIn(shape, organisation)), sql` union all `)}`.execute(db);
  return rows;
}
