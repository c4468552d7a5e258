-- What the application may do: add, read, change and remove rows of tables that are there, and nothing else
-- (decision 0080). Which rows, row-level security says. `migrate` makes the role: it belongs to the whole server.
grant usage on schema public to regie_application;
grant select, insert, update, delete on all tables in schema public to regie_application;
grant usage on all sequences in schema public to regie_application;
alter default privileges in schema public grant select, insert, update, delete on tables to regie_application;
alter default privileges in schema public grant usage on sequences to regie_application;
revoke all on platform_migration from regie_application;
comment on table platform_migration is 'Across organisations: which files have run on this database.';
