-- What lets a program act for somebody, or for the organisation: for a while, and for some of what its maker may.
-- Only its hash is kept; its first letters are shown, so that its owner knows which it is.
create table api_token (
  organisation_id uuid not null,
  id uuid not null,
  -- Null: of the organisation.
  person_id uuid,
  made_by uuid not null,
  name text not null,
  beginning text not null,
  token_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  -- Whoever leaves the organisation, leaves no token behind.
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id) on delete cascade
);
create index api_token_hash on api_token (token_hash);
create index api_token_person on api_token (organisation_id, person_id);

create policy by_token on api_token using (token_hash = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_token on api_token is 'Across organisations: who has the token finds it, before anybody knows where it is from.';
comment on table api_token is 'Not in backups: a restore must not revive a token that was revoked.';
