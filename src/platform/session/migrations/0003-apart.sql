alter table session drop constraint session_pkey, add primary key (organisation_id, token_hash);
alter table session drop constraint session_id_key, add unique (organisation_id, id);
create index session_token on session (token_hash);

create policy by_token on session using (token_hash = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_token on session is 'Across organisations: who has the token finds the session, before anybody knows where that person is.';
create policy of_the_person on session using (person_id = (select nullif(current_setting('regie.person', true), '')::uuid))
  with check (organisation_id = '00000000-0000-0000-0000-000000000000' and person_id = (select nullif(current_setting('regie.person', true), '')::uuid));
comment on policy of_the_person on session is 'Across organisations: people see and end their own sessions everywhere, and begin one on the platform, which is in no organisation.';
create policy ended on session using (current_setting('regie.duty', true) = 'clear-up') with check (false);
comment on policy ended on session is 'Across organisations: sessions that have ended are cleared, wherever they were.';

comment on table known_device is 'Across organisations: a browser is known of a person, wherever that person belongs.';
