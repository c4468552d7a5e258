-- Who another program (SCIM) says may come in, and the groups it knows them in. person_id: once they came in, or where they
-- were a member before. given_roles: what their groups gave them the last time; kept_roles: what they had by hand, while not active.
create table directory_user (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid references person (id) on delete cascade,
  user_name text not null,
  user_key text not null,
  external_id text,
  active boolean not null,
  display_name text,
  given_name text,
  family_name text,
  email text,
  given_roles text[] not null default '{}',
  kept_roles text[] not null default '{}',
  primary key (organisation_id, id),
  unique (organisation_id, user_key),
  unique (organisation_id, external_id),
  unique (organisation_id, person_id)
);
create index directory_user_person on directory_user (person_id);
create index directory_user_external on directory_user (external_id);
create policy by_external_id on directory_user for select using (convert_to('directory ' || external_id, 'UTF8') = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_external_id on directory_user is 'Across organisations: who comes in through the provider belongs wherever a directory says so.';

create table directory_group (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  name_key text not null,
  external_id text,
  primary key (organisation_id, id),
  unique (organisation_id, name_key),
  unique (organisation_id, external_id)
);

create table directory_member (
  organisation_id uuid not null references organisation (id),
  group_id uuid not null,
  user_id uuid not null,
  primary key (organisation_id, group_id, user_id),
  foreign key (organisation_id, group_id) references directory_group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, user_id) references directory_user (organisation_id, id) on delete cascade
);
create index directory_member_user on directory_member (organisation_id, user_id);
