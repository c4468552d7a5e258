-- Something that an employee wants to try: what, within which bounds, with whose backing, and what came of it.
create table experiment (
  organisation_id uuid not null,
  id uuid not null,
  title text not null,
  question text not null,
  plan text not null,
  proposer_id uuid,
  proposed_on date not null,
  -- The mandate: who backs it, the room it gets, what it stays out of, until when.
  sponsor_id uuid,
  room text,
  bounds text,
  until date,
  decided_on date,
  refusal text,
  -- What came of it.
  tried text,
  seen text,
  learned text,
  ending text check (ending in ('go-on', 'adapt', 'stop')),
  ended_on date,
  primary key (organisation_id, id),
  check ((ending is null) = (learned is null))
);
