-- A key on somebody's device or in their password manager. What is here is the public half.
create table passkey (
  id text primary key,
  person_id uuid not null references person (id),
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- What a device is asked to sign, once. person_id is who the new key will be of, where a key is made.
create table passkey_challenge (
  challenge_hash bytea primary key,
  person_id uuid,
  expires_at timestamptz not null
);

-- Codes on paper, for who lost every device. Only hashes.
create table recovery_code (
  person_id uuid not null references person (id),
  code_hash bytea not null,
  primary key (person_id, code_hash)
);

comment on table passkey is 'Across organisations: a key is of a person, wherever that person belongs.';
comment on table passkey_challenge is 'Across organisations: asked before anybody knows who it is.';
comment on table recovery_code is 'Across organisations: of a person, wherever that person belongs.';
