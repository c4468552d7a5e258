-- What a program asked with an idempotency key, and what it was answered; gone after a day. The answer is sealed
-- under the key, of which only a hash is kept: an answer may hold what is shown once, such as a token.
create table answered_once (
  organisation_id uuid not null,
  person_id uuid not null,
  key_hash bytea not null,
  fingerprint bytea not null,
  answer bytea,
  at timestamptz not null,
  primary key (organisation_id, person_id, key_hash)
);
create index answered_once_at on answered_once (at);
