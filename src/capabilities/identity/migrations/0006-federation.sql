-- Somebody as the organisation's identity provider knows them. given_roles: what their groups gave them the last time.
create table provider_account (
  organisation_id uuid not null references organisation (id),
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id) on delete cascade,
  given_roles text[] not null,
  primary key (organisation_id, issuer, subject)
);
create index provider_account_person on provider_account (person_id);
create policy by_subject on provider_account for select using (convert_to(issuer || ' ' || subject, 'UTF8') = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_subject on provider_account is 'Across organisations: who comes back from the provider is found, before anybody knows where they belong.';
create policy of_the_person on provider_account for select using (person_id = (select nullif(current_setting('regie.person', true), '')::uuid));
comment on policy of_the_person on provider_account is 'Across organisations: people see how they come in.';

-- Which roles somebody gets in this organisation by being in a group of the provider.
create table group_role (
  organisation_id uuid not null references organisation (id),
  group_name text not null,
  roles text[] not null,
  primary key (organisation_id, group_name)
);
create policy of_the_provider on group_role for select using (current_setting('regie.duty', true) = 'provider');
comment on policy of_the_provider on group_role is 'Across organisations: who comes in for the first time is let in where a group of theirs is.';

-- Somebody on their way to the provider and back. Only hashes of what they carry.
create table provider_visit (
  ticket_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'join', 'link', 'confirm')),
  person_id uuid,
  next text,
  invitation_hash bytea,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table provider_visit is 'Across organisations: asked before anybody knows who it is.';

-- What the provider said once, so that it counts once.
create table provider_leaving (
  issuer text not null,
  id_hash bytea not null,
  until timestamptz not null,
  primary key (issuer, id_hash)
);
comment on table provider_leaving is 'Across organisations: the provider ends a visit, wherever it led.';
