-- A visit that began at an organisation's identity provider ends when the provider says so.
alter table session
  add column issuer text,
  add column subject text,
  add column provider_session text,
  add constraint session_provider_whole check ((issuer is null) = (subject is null) and (provider_session is null or issuer is not null));
create index session_provider on session (issuer, subject);
create policy of_the_provider on session using (current_setting('regie.duty', true) = 'provider') with check (false);
comment on policy of_the_provider on session is 'Across organisations: who left at the identity provider is out, wherever they were.';
