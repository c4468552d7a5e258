-- An address under which a calendar program fetches the dates that matter to a member. Only the hash of its secret.
create table calendar_feed (
  organisation_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  locale text not null,
  made_at timestamptz not null,
  primary key (organisation_id, person_id)
);
create index calendar_feed_token on calendar_feed (token_hash);
create policy by_token on calendar_feed for select using (token_hash = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_token on calendar_feed is 'Across organisations: who has the address finds the feed; it says whose it is.';
