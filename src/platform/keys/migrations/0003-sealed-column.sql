-- A key that something is under cannot be removed.
alter table data_key add foreign key (organisation_id, organisation_key_id) references organisation_key (organisation_id, id);

-- Since when all values of a column are sealed. From then on a plain one is not believed.
create table sealed_column (
  table_name text not null,
  column_name text not null,
  since timestamptz not null,
  primary key (table_name, column_name)
);
comment on table sealed_column is 'Across organisations: a column is sealed for all of them at once.';

create policy of_the_keys on organisation_key for select using ((select current_setting('regie.duty', true)) = 'keep-keys');
comment on policy of_the_keys on organisation_key is 'Across organisations: who replaces the key above all others finds what is still under the one before.';
