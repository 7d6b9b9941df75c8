create table organisation_people (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, user_id uuid not null references identity."user" (id), name text not null, email text not null,
  role text not null check (role in ('administrator', 'executive', 'strategist', 'manager', 'officer', 'viewer')),
  active boolean not null default true, language text not null default 'en', time_zone text not null default 'UTC', tour jsonb, last_seen_at timestamptz,
  created_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, id), unique (organisation_id, user_id)
);
create index on organisation_people (user_id);
select protect_tenancy('organisation_people');
create policy lookup on organisation_people for select using (user_id::text = (select current_lookup()));

create table organisation_invitations (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, email text not null, name text not null, role text not null, token_hash text not null unique,
  invited_by uuid not null, created_at timestamptz not null, expires_at timestamptz not null, accepted_at timestamptz, withdrawn_at timestamptz, mailed boolean not null default false,
  primary key (organisation_id, id)
);
select protect_tenancy('organisation_invitations');
create policy lookup on organisation_invitations for select using (token_hash = (select current_lookup()));

create table organisation_api_keys (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, scopes text[] not null, key_hash text not null unique, hint text not null,
  person_id uuid not null, created_at timestamptz not null, last_used_at timestamptz, expires_at timestamptz, revoked_at timestamptz,
  primary key (organisation_id, id), foreign key (organisation_id, person_id) references organisation_people
);
select protect_tenancy('organisation_api_keys');
create policy lookup on organisation_api_keys for select using (key_hash = (select current_lookup()));
