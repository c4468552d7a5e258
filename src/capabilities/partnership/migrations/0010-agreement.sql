-- What one organisation lets another into: one programme, up to a classification, until a day. Both sign it.
create table partnership_agreement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- No foreign key: that would tell whether there is such an organisation.
  partner_id uuid not null,
  organisation_name text not null,
  -- As who proposes it calls them; at the signature, as they call themselves.
  partner_name text not null,
  programme text not null,
  up_to text not null check (up_to in ('public', 'internal', 'confidential')),
  until date not null,
  proposed_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  check (organisation_id <> partner_id)
);
create index partnership_agreement_of_partner on partnership_agreement (partner_id);

create policy of_the_partner on partnership_agreement for select
  using (partner_id = (select nullif(current_setting('regie.organisation', true), '')::uuid));
comment on policy of_the_partner on partnership_agreement is 'Across organisations: both parties see what they agree, and nobody else.';
create policy answer_of_the_partner on partnership_agreement for update
  using (partner_id = (select nullif(current_setting('regie.organisation', true), '')::uuid))
  with check (partner_id = (select nullif(current_setting('regie.organisation', true), '')::uuid));
comment on policy answer_of_the_partner on partnership_agreement is 'Across organisations: the partner signs, and ends.';

-- INVARIANT: terms never change, the partner alone signs, and what has ended stays so.
create function partnership_agreement_stands() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.id, new.partner_id, new.organisation_name, new.programme, new.up_to, new.until, new.proposed_at)
    is distinct from (old.organisation_id, old.id, old.partner_id, old.organisation_name, old.programme, old.up_to, old.until, old.proposed_at)
    or old.ended_at is not null
    or (new.accepted_at is distinct from old.accepted_at
      and (old.accepted_at is not null or new.partner_id is distinct from nullif(current_setting('regie.organisation', true), '')::uuid))
  then raise exception 'An agreement is signed by the partner, once, as it was proposed.'; end if;
  return new;
end $$;
create trigger partnership_agreement_stands before update on partnership_agreement for each row execute function partnership_agreement_stands();

create function partnership_agreement_begins() returns trigger language plpgsql as $$
begin
  if new.accepted_at is not null and coalesce(current_setting('regie.duty', true), '') <> 'maintenance'
  then raise exception 'An agreement is signed by the partner, once, as it was proposed.'; end if;
  return new;
end $$;
create trigger partnership_agreement_begins before insert on partnership_agreement for each row execute function partnership_agreement_begins();
