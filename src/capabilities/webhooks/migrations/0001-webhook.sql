-- Where a program of the organisation wants to be told what happened.
create table webhook (
  organisation_id uuid not null,
  id uuid not null,
  url text not null,
  events text[] not null,
  -- The number of the organisation in its messages, by the Dutch profile.
  oin text,
  -- Sealed. The one before is still signed with until the receiver has had time to change.
  secret text not null,
  former_secret text,
  former_until timestamptz,
  paused_at timestamptz,
  made_at timestamptz not null,
  primary key (organisation_id, id)
);

-- What was sent and what became of it: no content, neither of the message nor of the answer.
create table webhook_delivery (
  organisation_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  subject text not null,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failing', 'given-up', 'dropped')),
  attempts integer not null default 0,
  reason text,
  settled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, webhook_id) references webhook (organisation_id, id) on delete cascade
);
create index webhook_delivery_of on webhook_delivery (organisation_id, webhook_id, id);
create index webhook_delivery_at on webhook_delivery (at);
create policy ended on webhook_delivery using (current_setting('regie.duty', true) = 'clear-up') with check (false);
comment on policy ended on webhook_delivery is 'Across organisations: what was sent a month ago is cleared.';
