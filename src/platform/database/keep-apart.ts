/**
 * Row-level security on every table of organisations, made here rather than in each migration so that none can forget
 * it: a table is one of organisations by having `organisation_id`. Enabled, and forced on the owner too.
 *
 * What rightly reaches across organisations is a policy of its own, in the slice's migration, with its reason as a
 * comment on it; `schema-lint` asks it.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../context.ts';
import { applicationRole } from './scoped-database.ts';

/** In a transaction of its own, before the tables: databases of one server share it, and may be made at the same time. */
export const makeApplicationRole = (database: Kysely<Tables>): Promise<unknown> =>
  sql.raw(`do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then
      create role ${applicationRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
    if not pg_has_role(current_user, '${applicationRole}', 'member') then
      execute format('grant ${applicationRole} to %I', current_user);
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`).execute(database);

/** A sub-select, so that it is worked out once a query and not once a row. After a commit the setting is empty, not null. */
const ofTheOrganisation = `organisation_id = (select nullif(current_setting('regie.organisation', true), '')::uuid)`;
/** Migrations and backups run as the owner, and say that they mean every organisation. */
const ofTheOwner = `current_setting('regie.duty', true) = 'maintenance'`;

const kept = (table: string): string => `
  alter table ${table} enable row level security, force row level security;
  create policy of_the_organisation on ${table} using (${ofTheOrganisation}) with check (${ofTheOrganisation});
  create policy of_the_owner on ${table} to current_user using (${ofTheOwner}) with check (${ofTheOwner});`;

/** Of tables that have it already, nothing changes. */
export async function keepApart(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I', c.relname) as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'of_the_organisation') order by 1`.execute(db);
  for (const { name } of rows) await sql.raw(kept(name)).execute(db);
}
