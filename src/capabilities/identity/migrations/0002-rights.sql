-- What somebody may see, beside what their roles bring.
alter table membership add column clearance text not null default 'internal' check (clearance in ('public', 'internal', 'confidential', 'secret'));

-- Whoever comes in with a passkey needs no password. A closed account comes in nowhere.
alter table person alter column password_hash drop not null;
alter table person add column closed_at timestamptz;

-- Who looks after the platform: organisations, accounts, keys, backups; nothing of what is in an organisation.
create table platform_administrator (person_id uuid primary key references person (id));
insert into platform_administrator
  select person.id from person join membership on membership.person_id = person.id where 'administrator' = any (membership.roles) order by person.created_at limit 1;
