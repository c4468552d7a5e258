-- A visitor who signed in. Only the hash of the token is kept: who reads this table cannot become anybody.
create table session (
  token_hash bytea primary key,
  person_id uuid not null,
  organisation_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_person on session (person_id);
