-- What people answered where the landscape does not say it. `question`: matters/<id> or <framework>/<criterion>.
create table framework_answer (
  organisation_id uuid not null,
  question text not null,
  about text not null check (about in ('system', 'provider', 'organisation')),
  -- The id of the system or provider; 'self' for the organisation.
  subject text not null,
  kind text not null check (kind in ('said', 'carried', 'nobody-knows', 'not-applicable')),
  -- Steps counted from 0; of a shared question 1 is yes and 0 is no.
  lowest integer,
  highest integer,
  reason text not null,
  evidence text not null,
  -- The question of an earlier edition that it came along from.
  carried_from text,
  answered_on date not null,
  primary key (organisation_id, question, about, subject),
  check ((kind in ('said', 'carried')) = (lowest is not null and highest is not null))
);

-- The edition of a family that the organisation goes by; without a row the newest that applies.
create table framework_edition (
  organisation_id uuid not null,
  family text not null,
  framework text not null,
  taken_on date not null,
  primary key (organisation_id, family)
);

-- What an organisation asks besides: its own criteria beside the shipped ones.
create table framework_own_criterion (
  organisation_id uuid not null,
  id uuid not null,
  framework text not null,
  name text not null,
  question text not null,
  -- A measure of the library that answers it; empty: it is asked.
  measure text not null,
  added_on date not null,
  primary key (organisation_id, id)
);
