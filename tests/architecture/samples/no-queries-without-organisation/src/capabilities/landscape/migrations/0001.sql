create table landscape_item (
  organisation_id uuid not null,
  id text not null
);
