-- Who did what, when, to what. organisation_id is the nil uuid for what happened outside any organisation.
create table audit_entry (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  operation text not null,
  object text not null,
  detail jsonb not null default '{}',
  outcome text not null check (outcome in ('done', 'refused')),
  purpose text,
  primary key (organisation_id, id)
);

-- INVARIANT: entries are added, never changed or removed.
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Audit entries are added, never changed or removed.';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_entry_stays();
create trigger audit_entry_is_not_emptied before truncate on audit_entry for each statement execute function audit_entry_stays();
