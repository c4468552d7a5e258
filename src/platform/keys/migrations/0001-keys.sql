-- The keys above all others, by their name only: the keys themselves are with their holder, outside the database.
-- "proof" is a known text under the key: it opens under the right key and under no other.
create table key_encryption_key (
  id text primary key,
  proof bytea not null,
  made_at timestamptz not null,
  replaced_at timestamptz,
  destroyed_at timestamptz
);
create unique index key_encryption_key_in_use on key_encryption_key ((replaced_at is null)) where replaced_at is null;

-- An organisation's key, wrapped. It wraps the data keys, and is replaced together with the key above it.
create table organisation_key (
  organisation_id uuid not null,
  id uuid not null,
  kek_id text not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id)
);
create unique index organisation_key_in_use on organisation_key (organisation_id) where replaced_at is null;

-- What fields are sealed with: one key for each person, and one for each class of records. A key that was
-- destroyed leaves its row, as the answer to "where did this go?".
create table data_key (
  organisation_id uuid not null,
  id uuid not null,
  owner text not null,
  organisation_key_id uuid not null,
  wrapped bytea,
  made_at timestamptz not null,
  replaced_at timestamptz,
  destroyed_at timestamptz,
  primary key (organisation_id, id),
  check ((wrapped is null) = (destroyed_at is not null))
);
create unique index data_key_in_use on data_key (organisation_id, owner) where replaced_at is null and destroyed_at is null;
create index data_key_wrapped_by on data_key (organisation_id, organisation_key_id) where wrapped is not null;
