-- A document that was read and shown as a difference, but not applied yet.
create table landscape_import (
  organisation_id uuid not null references landscape (organisation_id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  file_name text not null,
  base_revision bigint not null,
  document jsonb not null,
  primary key (organisation_id, id)
);
