-- An idea or a concern. Who brought one without a name is nowhere: no person, no moment finer than the day, and the receipt only as a slow hash.
create table idea (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('idea', 'concern')),
  -- Null: erased.
  title text,
  body text,
  -- Brought without a name: then nobody's, also where the receipt did not come along.
  anonymous boolean not null,
  -- Who it is from; null without a name, and of who was erased.
  author_id uuid,
  receipt_hash bytea,
  brought_on date not null,
  acknowledged_on date,
  owner_role text,
  owner_id uuid,
  answer_by date not null,
  answer text check (answer in ('yes', 'not-now', 'no')),
  reason text,
  answered_on date,
  -- Of "not now": the day on which it comes back by itself.
  return_on date,
  outcome text,
  -- What others read of it: the words of who handles it, where those of its author could give them away.
  paraphrase text,
  primary key (organisation_id, id),
  check (not anonymous or author_id is null),
  check (receipt_hash is null or anonymous),
  check ((answer is null) = (reason is null)),
  check ((answer = 'not-now') = (return_on is not null) or answer is null)
);
create index idea_receipt on idea (organisation_id, receipt_hash);

-- A conversation between who brought something and who handles it. Numbered, for a moment could tell who was at work.
create table idea_message (
  organisation_id uuid not null,
  idea_id uuid not null,
  -- In figures, so that they sort: 0001.
  number text not null,
  from_author boolean not null,
  -- Who brought it, where they wrote by name; null of who handles it, and without a name.
  author_id uuid,
  text text not null,
  said_on date not null,
  primary key (organisation_id, idea_id, number),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id) on delete cascade
);

-- Who wants to hear what comes of it.
create table idea_support (
  organisation_id uuid not null,
  idea_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, idea_id, person_id),
  foreign key (organisation_id, idea_id) references idea (organisation_id, id) on delete cascade
);

-- The address under which somebody speaks up without signing in, and where the legal channel is.
create table idea_entrance (
  organisation_id uuid not null,
  token_hash bytea not null,
  opened_on date not null,
  primary key (organisation_id)
);
create index idea_entrance_token on idea_entrance (token_hash);
create policy by_token on idea_entrance for select using (token_hash = decode(nullif(current_setting('regie.shown', true), ''), 'hex'));
comment on policy by_token on idea_entrance is 'Across organisations: who has the address is brought where it leads, and need not be known.';

create table idea_legal_channel (
  organisation_id uuid not null,
  contact text not null,
  primary key (organisation_id)
);
