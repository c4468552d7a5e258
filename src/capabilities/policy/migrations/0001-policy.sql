-- Which policy of the library an organisation goes by, and since when; the latest row counts.
create table policy_adoption (
  organisation_id uuid not null,
  at timestamptz not null,
  policy_id text not null,
  person_id uuid not null,
  primary key (organisation_id, at)
);
