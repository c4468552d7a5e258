/** What the platform knows of all organisations together: that they are there, and how many belong to them. */
import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';

type Organisation = { readonly id: string; readonly name: string; readonly since: string; readonly members: number };
type Account = { readonly id: string; readonly name: string; readonly organisations: number; readonly closed: boolean };

/** The platform's own list: the duty `platform` shows it. */
export async function organisationsOf(db: Database): Promise<Organisation[]> {
  const { rows } = await sql<{ id: string; name: string; created_at: Date; members: string }>`
    select id, name, created_at, (select count(*) from membership where organisation_id = organisation.id) as members from organisation order by name, id`.execute(db);
  return rows.map(({ id, name, created_at, members }) => ({ id, name, since: created_at.toISOString(), members: Number(members) }));
}

/** An account is of a person, whatever they belong to. */
export async function accountsOf(db: Database): Promise<Account[]> {
  const { rows } = await sql<{ id: string; name: string; organisations: string; closed: boolean }>`
    select id, name, (select count(*) from membership where person_id = person.id) as organisations, closed_at is not null as closed from person order by name, id`.execute(db);
  return rows.map((row) => ({ ...row, organisations: Number(row.organisations) }));
}

/** @returns whether there is such an account. */
export async function setClosed(db: Database, person: string, at: Date | null): Promise<boolean> {
  const { rows } = await sql`update person set closed_at = ${at} where id = ${person} returning id`.execute(db);
  return rows.length > 0;
}
