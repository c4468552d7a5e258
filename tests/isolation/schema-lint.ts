/**
 * What the tables must be so that organisations stay apart, also once they are spread over servers by organisation
 * (the rules of Citus, read from PostgreSQL's own catalogue). Each finding says where, and what is wrong.
 *
 * A table is one of organisations by `organisation_id`; `organisation` itself by its `id`. Any other says why it is not,
 * in its comment: `Across organisations: …`. So does a policy that shows more than the rows of one organisation. A row
 * that two organisations may see has the other in `partner_id`, and policies that say exactly that.
 */
import { sql } from 'kysely';
import type { Database } from '../../src/platform/context.ts';
import { applicationRole } from '../../src/platform/database/scoped-database.ts';

const ofTheOrganisation = `= ( SELECT (NULLIF(current_setting(''regie.organisation''::text, true), ''''::text))::uuid`;

const rules = `
with tables as (
  select c.oid, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relowner, coalesce(obj_description(c.oid, 'pg_class'), '') as said,
    a.attnum as key, a.atttypid as key_type, a.attnotnull as key_is_there
  from pg_class c left join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.attname = case c.relname when 'organisation' then 'id' else 'organisation_id' end
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
), tenant as (select * from tables where key is not null),
policies as (
  select t.name, t.relowner, p.polname, p.polcmd, p.polpermissive, p.polroles, pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes, coalesce(obj_description(p.oid, 'pg_policy'), '') as said
  from tables t join pg_policy p on p.polrelid = t.oid
), foreign_keys as (
  select f.name, o.name as other, k.conname, k.confdeltype, k.confupdtype, f.key, o.key as other_key, array_position(k.conkey, f.key) as at, array_position(k.confkey, o.key) as other_at
  from pg_constraint k join tables f on f.oid = k.conrelid join tables o on o.oid = k.confrelid where k.contype = 'f'
)
select name || ' has no organisation_id, and no comment that says why' as finding from tables where key is null and said !~ '(^|[.] )Across organisations: .'
union all select name || '.organisation_id is not a uuid that must be there' from tenant where key_type <> 'uuid'::regtype or not key_is_there
union all select t.name || ' does not lead its primary key with the organisation' from tenant t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = t.key)
union all select t.name || ': ' || i.indexrelid::regclass || ' is unique across organisations' from tenant t join pg_index i on i.indrelid = t.oid where (i.indisunique or i.indisexclusion) and not t.key = any (i.indkey::int2[])
union all select name || ' has row-level security off' from tenant where not enabled
union all select name || ' does not force row-level security on its owner' from tenant where not forced
union all select t.name || ' has no policy of_the_organisation for all it reads and writes' from tenant t where not exists (
  select from policies p where p.name = t.name and p.polname = 'of_the_organisation' and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}' and p.reads like '%${ofTheOrganisation}%' and p.writes = p.reads)
union all select t.name || ' has no policy of_the_owner for maintenance' from tables t where t.enabled and not exists (
  select from policies p where p.name = t.name and p.polname = 'of_the_owner' and p.polcmd = '*' and p.polroles = array[p.relowner] and p.reads like '%regie.duty%maintenance%' and p.writes = p.reads)
union all select name || ': the policy ' || polname || ' shows more, and does not say why' from policies where polname not in ('of_the_organisation', 'of_the_owner') and polpermissive and said !~ '^Across organisations: .'
union all select t.name || ' has a partner, and no policy of_the_partner that shows it to them' from tenant t where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'partner_id' and not a.attisdropped) and not exists (
  select from policies p where p.name = t.name and p.polname = 'of_the_partner' and p.polcmd = 'r')
union all select name || ': the policy ' || polname || ' shows others than the two parties' from policies where concat(reads, writes) like '%partner_id%' and (reads not like '(partner_id ${ofTheOrganisation}%' or concat(reads, writes) ~* ' or ' or writes is distinct from case polcmd when 'r' then null else reads end)
union all select name || ': ' || conname || ' does not tie the organisation to the organisation' from foreign_keys where key is not null and other_key is not null and (at is null or at is distinct from other_at)
union all select name || ': ' || conname || ' leads from all organisations to ' || other || ' of one' from foreign_keys where key is null and other_key is not null
union all select name || ': ' || conname || ' would empty a column when what it points to goes' from foreign_keys where key is not null and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))
union all select c.relname || ' is a view with the rights of its owner' from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)
union all select c.relname || ' is a materialised view: no policy guards it' from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'm'
union all select p.proname || ' runs with the rights of its owner, on whatever search path' from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef and not exists (select from unnest(p.proconfig) set where set like 'search_path=%')
union all select t.name || ': the trigger ' || g.tgname || ' is not for each row' from tenant t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal and g.tgtype & 1 = 0 and g.tgtype & 28 <> 0
union all select rolname || ' may pass policies by' from pg_roles where rolname = '${applicationRole}' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)
union all select name || ' is owned by the application' from tables where relowner::regrole::text = '${applicationRole}'
order by 1`;

export const schemaFindings = async (db: Database): Promise<string[]> => (await sql.raw<{ finding: string }>(rules).execute(db)).rows.map(({ finding }) => finding);
