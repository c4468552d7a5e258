-- Work that is to be done after the change that asked for it: written in the same transaction, so that there is never
-- the one without the other. What is done is gone. "attempts" also tells who has it: each taking counts one up.
create table job (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  -- What people call it, in each language.
  title jsonb not null,
  -- Sealed: there may be an address or a link in it.
  input text not null,
  made_at timestamptz not null,
  -- Taken, it moves on by the time it may take: what a killed process leaves is taken up again.
  due_at timestamptz not null,
  attempts integer not null default 0,
  -- Why it did not work last time, in one word.
  reason text,
  given_up_at timestamptz,
  primary key (organisation_id, id)
);
create index job_due on job (organisation_id, due_at) where given_up_at is null;
create policy of_the_queue on job using (current_setting('regie.duty', true) = 'jobs') with check (current_setting('regie.duty', true) = 'jobs');
comment on policy of_the_queue on job is 'Across organisations: the queue takes work from each in turn.';

-- What the installation does by itself every so often, and when it last did.
create table chore (name text primary key, last_at timestamptz not null);
comment on table chore is 'Across organisations: when the installation last cleared up, and the like.';
