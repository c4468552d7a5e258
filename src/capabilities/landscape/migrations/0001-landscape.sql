-- A stored item is a piece of the landscape document (docs/decisions/0002).
-- Every key leads with the organisation.
create table landscape (
  organisation_id uuid primary key,
  revision bigint not null default 0,
  organisation jsonb not null
);

create table landscape_item (
  organisation_id uuid not null references landscape (organisation_id) on delete cascade,
  kind text not null check (kind in ('providers', 'datasets', 'systems', 'services', 'contracts', 'evidence')),
  id text not null,
  body jsonb not null,
  primary key (organisation_id, kind, id)
);

-- One row per change, with the difference it made; undoing one is a change too.
create table landscape_change (
  organisation_id uuid not null references landscape (organisation_id) on delete cascade,
  revision bigint not null,
  at timestamptz not null,
  person_id uuid,
  cause text not null check (cause in ('form', 'import', 'undo', 'example')),
  difference jsonb not null,
  undoes bigint,
  primary key (organisation_id, revision)
);
