create table organisation (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  created_at timestamptz not null
);

-- What a person is in an organisation. Someone may belong to several.
create table membership (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  roles text[] not null,
  primary key (organisation_id, person_id)
);
create index membership_person on membership (person_id);

-- A link that lets one person join. Only its hash is kept.
create table invitation (
  organisation_id uuid not null references organisation (id),
  token_hash bytea not null unique,
  email text not null,
  name text not null,
  roles text[] not null,
  expires_at timestamptz not null,
  primary key (organisation_id, email)
);

-- The code that lets the very first person in, shown on the console. Only its hash is kept.
create table setup_code (
  code_hash bytea primary key,
  expires_at timestamptz not null
);
