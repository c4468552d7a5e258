-- That an organisation leaves: when it said so, until when what lasts, and since when nothing is changed any more.
create table leaving (
  organisation_id uuid primary key,
  person_id uuid not null,
  announced_at timestamptz not null,
  notice_until date not null,
  transition_until date not null,
  retrieval_until date not null,
  closed_at timestamptz
);

-- What was destroyed of an organisation that left. The only thing but the log that stays of it.
create table destruction (
  organisation_id uuid primary key,
  at timestamptz not null,
  certificate text not null,
  event_id uuid not null
);
