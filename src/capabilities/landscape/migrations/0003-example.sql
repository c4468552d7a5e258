-- Whose copy of the example organisation this is. Somebody who opens the example again comes back to it.
create table landscape_example (
  organisation_id uuid primary key references landscape (organisation_id) on delete cascade,
  person_id uuid not null,
  at timestamptz not null
);
create index landscape_example_person on landscape_example (person_id);
