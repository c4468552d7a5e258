-- A session can be told apart, and says how and when its person was last recognised. Whoever is in signs in once more.
delete from session;
alter table session
  add column id uuid not null unique,
  add column method text not null check (method in ('passkey', 'password', 'recovery-code', 'organisation')),
  add column browser text not null,
  add column confirmed_at timestamptz not null;

-- A browser in which this person signed in before: guessing elsewhere does not slow them down. Only the hash of its token is kept.
create table known_device (
  token_hash bytea primary key,
  person_id uuid not null,
  seen_at timestamptz not null
);
create index known_device_person on known_device (person_id);
