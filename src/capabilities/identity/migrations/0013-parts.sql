-- A unit or a programme of the organisation, in which somebody may hold a role. What ended stays known under its name.
create table organisation_part (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('unit', 'programme')),
  name text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create unique index organisation_part_name on organisation_part (organisation_id, kind, lower(name)) where ended_at is null;

-- Why somebody holds a role in a part, under the role as it is held.
alter table membership add column reasons jsonb not null default '{}';
