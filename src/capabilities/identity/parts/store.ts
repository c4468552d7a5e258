/** The SQL about the parts of an organisation, the reasons for roles in them, and clearances. */
import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { Classification } from '../../../platform/permission.ts';

export const partKinds = ['unit', 'programme'] as const;
export type PartKind = (typeof partKinds)[number];
export type Part = { readonly id: string; readonly kind: PartKind; readonly name: string; readonly begunAt: Date; readonly endedAt: Date | null };
export type Reasons = Readonly<Record<string, string>>;

type Tables = {
  organisation_part: { organisation_id: string; id: string; kind: PartKind; name: string; begun_at: Date; ended_at: Date | null };
  membership: { organisation_id: string; person_id: string; roles: string[]; clearance: Classification; reasons: Reasons };
};
const tables = (db: Database) => db.withTables<Tables>();

/** Those that are there first, by name. */
export async function partsOf(db: Database, organisation: string): Promise<Part[]> {
  const rows = await tables(db).selectFrom('organisation_part').selectAll().where('organisation_id', '=', organisation).orderBy(sql`ended_at is not null`).orderBy('name').execute();
  return rows.map(({ id, kind, name, begun_at: begunAt, ended_at: endedAt }) => ({ id, kind, name, begunAt, endedAt }));
}

/** Also of those that ended. */
export const partNames = async (db: Database, organisation: string): Promise<Record<string, string>> => Object.fromEntries((await partsOf(db, organisation)).map(({ id, name }) => [id, name]));

export const addPart = (db: Database, organisation: string, { id, kind, name, begunAt }: Part): Promise<unknown> =>
  tables(db).insertInto('organisation_part').values({ organisation_id: organisation, id, kind, name, begun_at: begunAt, ended_at: null }).execute();

export const changePart = (db: Database, organisation: string, id: string, change: { readonly name: string } | { readonly ended_at: Date }): Promise<unknown> =>
  tables(db).updateTable('organisation_part').set(change).where('organisation_id', '=', organisation).where('id', '=', id).execute();

export async function reasonsOf(db: Database, organisation: string, person: string): Promise<Reasons> {
  const row = await tables(db).selectFrom('membership').select('reasons').where('organisation_id', '=', organisation).where('person_id', '=', person).executeTakeFirst();
  return row?.reasons ?? {};
}

/** Roles with the reasons that belong to them; a reason for what is not held is forgotten. */
export const setRolesWithReasons = (db: Database, organisation: string, person: string, roles: readonly string[], reasons: Reasons): Promise<unknown> =>
  tables(db)
    .updateTable('membership')
    .set({ roles: [...roles], reasons: sql`${JSON.stringify(Object.fromEntries(Object.entries(reasons).filter(([held]) => roles.includes(held))))}::jsonb` })
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', person)
    .execute();

export const setClearance = (db: Database, organisation: string, person: string, clearance: Classification): Promise<unknown> =>
  tables(db).updateTable('membership').set({ clearance }).where('organisation_id', '=', organisation).where('person_id', '=', person).execute();
