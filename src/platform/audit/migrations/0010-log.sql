-- The log of each organisation (the nil uuid: of the installation), as a Merkle tree. An event is first written, in the
-- transaction of what it tells of, and then given its place in a tree by one sequencer at a time.
create table audit_event (
  organisation_id uuid not null,
  id uuid not null,
  -- The moment, the operation and the object stand in the leaf; here again only to be found by.
  -- There is no column for who did it: the log is not searched by employee.
  at timestamptz not null,
  operation text not null,
  object text not null,
  -- Canonical JSON (RFC 8785); its hash is the leaf of the tree.
  leaf text not null,
  anonymous boolean not null default false,
  log text,
  leaf_index bigint,
  primary key (organisation_id, id),
  unique (organisation_id, log, leaf_index),
  check ((log is null) = (leaf_index is null))
);
create index audit_event_waiting on audit_event (organisation_id, id) where leaf_index is null;
create index audit_event_by_moment on audit_event (organisation_id, at, id);
create index audit_event_by_operation on audit_event (organisation_id, operation, at, id);
create index audit_event_by_object on audit_event (organisation_id, object, at, id);

-- What was said besides, with the salt that hides it in the leaf; sealed under the key of whom it is about.
create table audit_detail (
  organisation_id uuid not null,
  event_id uuid not null,
  sealed text not null,
  primary key (organisation_id, event_id)
);

-- Whom an event concerns, so that they can see it. Asked for oneself only.
create table audit_subject (
  organisation_id uuid not null,
  person_id uuid not null,
  event_id uuid not null,
  primary key (organisation_id, person_id, event_id)
);

-- A log has a name for ever, and one key.
create table audit_log (
  organisation_id uuid not null,
  log text not null,
  origin text not null,
  public_key bytea not null,
  begun_at timestamptz not null,
  primary key (organisation_id, log)
);

create table audit_tile (
  organisation_id uuid not null,
  log text not null,
  level integer not null,
  tile_index bigint not null,
  hashes bytea not null,
  primary key (organisation_id, log, level, tile_index)
);

-- INVARIANT: one root for each size, for ever.
create table audit_checkpoint (
  organisation_id uuid not null,
  log text not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamptz not null,
  primary key (organisation_id, log, size)
);

create table audit_cosignature (
  organisation_id uuid not null,
  log text not null,
  size bigint not null,
  witness text not null,
  line text not null,
  at timestamptz not null,
  primary key (organisation_id, log, size, witness)
);

-- What this installation saw of the logs of others.
create table audit_witnessed (
  origin text primary key,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamptz not null
);

create function audit_stays() returns trigger language plpgsql as $$
begin
  raise exception 'The log is added to, never changed or emptied.';
end $$;

-- INVARIANT: an event is given its place once; nothing else of it ever changes.
create function audit_event_has_place() returns trigger language plpgsql as $$
begin
  if old.leaf_index is null and new.leaf_index is not null
    and (new.organisation_id, new.id, new.at, new.operation, new.object, new.leaf, new.anonymous)
      is not distinct from (old.organisation_id, old.id, old.at, old.operation, old.object, old.leaf, old.anonymous)
  then return new; end if;
  raise exception 'The log is added to, never changed or emptied.';
end $$;

create trigger audit_event_stays before update on audit_event for each row execute function audit_event_has_place();
create trigger audit_event_is_kept before delete on audit_event for each row execute function audit_stays();
create trigger audit_event_is_not_emptied before truncate on audit_event for each statement execute function audit_stays();
create trigger audit_detail_stays before update or delete on audit_detail for each row execute function audit_stays();
create trigger audit_detail_is_not_emptied before truncate on audit_detail for each statement execute function audit_stays();
create trigger audit_log_stays before update or delete on audit_log for each row execute function audit_stays();
create trigger audit_checkpoint_stays before update or delete on audit_checkpoint for each row execute function audit_stays();
create trigger audit_checkpoint_is_not_emptied before truncate on audit_checkpoint for each statement execute function audit_stays();
create trigger audit_cosignature_stays before update or delete on audit_cosignature for each row execute function audit_stays();

-- Entries from before the log are moved into it when the server starts; until then they stand where they stood.
drop trigger audit_entry_stays on audit_entry;
drop trigger audit_entry_is_not_emptied on audit_entry;

create policy outside_any on audit_event for insert with check (organisation_id = '00000000-0000-0000-0000-000000000000');
comment on policy outside_any on audit_event is 'Across organisations: what happened outside any organisation is written down, and not read.';
create policy outside_any on audit_detail for insert with check (organisation_id = '00000000-0000-0000-0000-000000000000');
comment on policy outside_any on audit_detail is 'Across organisations: what happened outside any organisation is written down, and not read.';
create policy outside_any on audit_subject for insert with check (organisation_id = '00000000-0000-0000-0000-000000000000');
comment on policy outside_any on audit_subject is 'Across organisations: what happened outside any organisation is written down, and not read.';
create policy waiting on audit_event for select using (leaf_index is null and (select current_setting('regie.duty', true)) = 'keep-log');
comment on policy waiting on audit_event is 'Across organisations: whoever keeps the logs sees where something waits for its place.';
create policy begun on audit_log for select using ((select current_setting('regie.duty', true)) = 'keep-log');
comment on policy begun on audit_log is 'Across organisations: whoever keeps the logs knows which there are.';
