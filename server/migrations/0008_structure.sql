-- Units: a tree with one root, the company. `centre`: a centre of excellence acts for the whole of the unit above it.
create table organisation_units (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, parent_id uuid,
  kind text not null check (kind in ('company', 'brand', 'region', 'department', 'team', 'agency')), name text not null, description text,
  centre boolean not null default false, locale text, time_zone text, country text,
  created_at timestamptz not null, closed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, parent_id) references organisation_units, check ((parent_id is null) = (kind = 'company'))
);
create unique index organisation_units_root on organisation_units (organisation_id) where parent_id is null;
create index on organisation_units (organisation_id, parent_id);
select protect_tenancy('organisation_units');

-- What a person is there for, apart from who fills it. `duty` is what approvals look for.
create table organisation_positions (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, unit_id uuid not null, title text not null, description text,
  duty text check (duty in ('regional-reviewer', 'legal', 'brand', 'press', 'data-protection')), person_id uuid, vacant_since timestamptz,
  created_at timestamptz not null, closed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, unit_id) references organisation_units, foreign key (organisation_id, person_id) references organisation_people
);
create index on organisation_positions (organisation_id, person_id) where closed_at is null;
create index on organisation_positions (organisation_id, unit_id) where closed_at is null;
select protect_tenancy('organisation_positions');

-- Two lines, each without circles, with history: a line is ended, never deleted.
create table organisation_reporting_lines (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, kind text not null check (kind in ('functional', 'administrative')),
  position_id uuid not null, superior_id uuid not null, since timestamptz not null, until timestamptz, check (position_id <> superior_id), check (until is null or until >= since),
  primary key (organisation_id, id), foreign key (organisation_id, position_id) references organisation_positions, foreign key (organisation_id, superior_id) references organisation_positions
);
create unique index organisation_reporting_lines_current on organisation_reporting_lines (organisation_id, kind, position_id) where until is null;
create index on organisation_reporting_lines (organisation_id, kind, superior_id) where until is null;
select protect_tenancy('organisation_reporting_lines');

-- The model that holds is the newest; what deviates from it is said cell by cell.
create table organisation_operating_models (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, model text not null check (model in ('centralised', 'decentralised', 'hub-and-spoke', 'dandelion')),
  since timestamptz not null, set_by uuid, reason text, primary key (organisation_id, id)
);
create index on organisation_operating_models (organisation_id, since desc, id desc);
select protect_tenancy('organisation_operating_models');
create table organisation_responsibilities (
  organisation_id uuid not null references organisations on delete cascade, unit_id uuid not null, activity text not null, part text check (part in ('accountable', 'responsible', 'consulted', 'informed')),
  primary key (organisation_id, unit_id, activity), foreign key (organisation_id, unit_id) references organisation_units on delete cascade
);
select protect_tenancy('organisation_responsibilities');

create table organisation_agencies (
  organisation_id uuid not null references organisations on delete cascade, unit_id uuid not null, owner_id uuid not null, ends_on date not null, activities text[] not null, channel_ids uuid[] not null, campaign_ids uuid[] not null,
  version integer not null default 1,
  primary key (organisation_id, unit_id), foreign key (organisation_id, unit_id) references organisation_units, foreign key (organisation_id, owner_id) references organisation_people
);
select protect_tenancy('organisation_agencies');

alter table organisation_people add column languages text[] not null default '{}', add column working_hours jsonb, add column core_team boolean not null default false;

create table organisation_absences (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, person_id uuid not null, from_on date not null, until_on date not null, delegate_id uuid, created_at timestamptz not null, check (until_on >= from_on),
  primary key (organisation_id, id), foreign key (organisation_id, person_id) references organisation_people, foreign key (organisation_id, delegate_id) references organisation_people
);
create index on organisation_absences (organisation_id, person_id, until_on);
select protect_tenancy('organisation_absences');

create table organisation_representatives (
  organisation_id uuid not null references organisations on delete cascade, unit_id uuid not null, person_id uuid not null, deputy_id uuid, since timestamptz not null,
  primary key (organisation_id, unit_id), foreign key (organisation_id, unit_id) references organisation_units,
  foreign key (organisation_id, person_id) references organisation_people, foreign key (organisation_id, deputy_id) references organisation_people
);
select protect_tenancy('organisation_representatives');

create table organisation_expertise (
  organisation_id uuid not null references organisations on delete cascade, person_id uuid not null, topic text not null, level text not null check (level in ('knows', 'advises', 'leads')), note text,
  primary key (organisation_id, person_id, topic), foreign key (organisation_id, person_id) references organisation_people
);
select protect_tenancy('organisation_expertise');

-- Answers of the placement advisor's questionnaire with what it recommended then.
create table organisation_placements (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, answers jsonb not null, weights jsonb not null, result jsonb not null,
  created_by uuid, created_at timestamptz not null, proposed_at timestamptz, applied_at timestamptz, version integer not null default 1, primary key (organisation_id, id)
);
select protect_tenancy('organisation_placements');

-- What a person should know of: written in the transaction of what happened.
create table organisation_notices (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, person_id uuid not null, kind text not null, params jsonb not null default '{}', subject_type text not null, subject_id uuid not null,
  created_at timestamptz not null, read_at timestamptz,
  primary key (organisation_id, id), foreign key (organisation_id, person_id) references organisation_people on delete cascade
);
create index on organisation_notices (organisation_id, person_id, id desc);
create index organisation_notices_unread on organisation_notices (organisation_id, person_id) where read_at is null;
select protect_tenancy('organisation_notices');

alter table publishing_channels add column unit_id uuid, add column risk text not null default 'low' check (risk in ('low', 'medium', 'high')),
  add foreign key (organisation_id, unit_id) references organisation_units;
alter table content_campaigns add column unit_id uuid, add column risk text not null default 'low' check (risk in ('low', 'medium', 'high')),
  add foreign key (organisation_id, unit_id) references organisation_units;

-- Every organisation that stands already gets its root. Row-level security is on for the owner too, hence the word.
select set_config('app.maintenance', 'on', true);
insert into organisation_units (organisation_id, id, kind, name, created_at) select organisation_id, gen_random_uuid(), 'company', name, created_at from organisations;
insert into organisation_operating_models (organisation_id, id, model, since) select organisation_id, gen_random_uuid(), 'centralised', created_at from organisations;
select set_config('app.maintenance', '', true);
