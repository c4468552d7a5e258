-- An organisation is kept apart by its own id; whoever belongs to it sees its name.
alter table organisation enable row level security, force row level security;
create policy of_the_organisation on organisation
  using (id = (select nullif(current_setting('regie.organisation', true), '')::uuid))
  with check (id = (select nullif(current_setting('regie.organisation', true), '')::uuid));
create policy of_the_owner on organisation to current_user using (current_setting('regie.duty', true) = 'maintenance') with check (current_setting('regie.duty', true) = 'maintenance');
create policy of_members on organisation for select using (
  exists (select from membership where membership.organisation_id = organisation.id and membership.person_id = (select nullif(current_setting('regie.person', true), '')::uuid)));
comment on policy of_members on organisation is 'Across organisations: people see the names of the organisations they belong to.';

create policy of_the_person on membership for select using (person_id = (select nullif(current_setting('regie.person', true), '')::uuid));
comment on policy of_the_person on membership is 'Across organisations: people see where they belong.';

-- Somebody may belong to several organisations: this table belongs to none. Others see only whom they work with.
alter table person enable row level security, force row level security;
comment on table person is 'Across organisations: somebody may belong to several.';
create policy of_the_owner on person to current_user using (current_setting('regie.duty', true) = 'maintenance') with check (current_setting('regie.duty', true) = 'maintenance');
create policy of_the_person on person
  using (id = (select nullif(current_setting('regie.person', true), '')::uuid))
  with check (id = (select nullif(current_setting('regie.person', true), '')::uuid));
comment on policy of_the_person on person is 'Across organisations: everybody sees and changes themselves.';
create policy of_colleagues on person for select using (
  exists (select from membership where membership.organisation_id = (select nullif(current_setting('regie.organisation', true), '')::uuid) and membership.person_id = person.id));
comment on policy of_colleagues on person is 'Across organisations: members of an organisation see each other.';
create policy by_email on person for select using (convert_to(email, 'UTF8') = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_email on person is 'Across organisations: who signs in is found by their address, before anybody knows where they belong.';

-- A token is found by its hash alone, and is long enough never to come twice.
alter table invitation drop constraint invitation_token_hash_key;
create index invitation_token on invitation (token_hash);
create policy by_token on invitation using (token_hash = decode(nullif(current_setting('regie.shown', true), ''), 'hex')) with check (false);
comment on policy by_token on invitation is 'Across organisations: who has the link finds the invitation; it says which organisation.';

comment on table platform_administrator is 'Across organisations: who looks after all of it and sees the content of none.';
comment on table setup_code is 'Across organisations: from before there is any.';

-- That somebody is in, without looking at who.
create table installation (
  only_one boolean primary key default true check (only_one),
  set_up_at timestamptz not null
);
comment on table installation is 'Across organisations: whether there are any yet.';
insert into installation (set_up_at) select min(created_at) from person having count(*) > 0;
