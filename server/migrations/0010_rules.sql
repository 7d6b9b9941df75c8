-- Counts every change of rules and confidential terms, so that what was made ready from them is known to be of yesterday.
create table governance_rule_heads (
  organisation_id uuid not null references organisations on delete cascade, version bigint not null, primary key (organisation_id)
);
select protect_tenancy('governance_rule_heads');

create table governance_rule_packs (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, kind text not null check (kind in ('brand', 'region')),
  title text not null, description text not null default '', countries text[] not null default '{}', unit_ids uuid[] not null default '{}', sources jsonb not null default '[]',
  enabled boolean not null default true, ready_key text, created_at timestamptz not null, changed_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
select protect_tenancy('governance_rule_packs');

create table governance_rules (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, pack_id uuid not null, enabled boolean not null default true,
  title text not null, reason text not null, suggestion text, severity text not null check (severity in ('inform', 'warn', 'block')), waivable boolean not null,
  platforms text[] not null, languages text[] not null, unit_ids uuid[] not null, definition jsonb not null,
  created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, pack_id) references governance_rule_packs
);
create index on governance_rules (organisation_id, pack_id) where removed_at is null;
select protect_tenancy('governance_rules');

-- A finding that somebody let pass. The fingerprint binds it to the rule as it was, the words and their sentence.
create table governance_waivers (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, rule_id uuid not null, fingerprint text not null, words text, reason text not null,
  person_id uuid, created_at timestamptz not null, withdrawn_at timestamptz,
  primary key (organisation_id, id), foreign key (organisation_id, rule_id) references governance_rules, foreign key (organisation_id, person_id) references organisation_people
);
create index on governance_waivers (organisation_id, fingerprint) where withdrawn_at is null;
select protect_tenancy('governance_waivers');

create table governance_confidential_entries (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, terms text[] not null, aliases text[] not null default '{}', note text not null default '',
  embargo_until date, contact text not null, listen boolean not null default false, query text not null,
  created_at timestamptz not null, removed_at timestamptz, version integer not null default 1, primary key (organisation_id, id)
);
select protect_tenancy('governance_confidential_entries');

-- Once a person, entry and day: who keeps trying words is seen, and typing does not flood the table.
create table governance_confidential_hits (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, entry_id uuid not null, person_id uuid, words text not null, found_on date not null,
  first_at timestamptz not null, last_at timestamptz not null, times integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, entry_id) references governance_confidential_entries, foreign key (organisation_id, person_id) references organisation_people
);
create unique index on governance_confidential_hits (organisation_id, entry_id, person_id, found_on) nulls not distinct;
select protect_tenancy('governance_confidential_hits');

create table governance_confidential_views (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, entry_id uuid not null, person_id uuid, reason text not null, at timestamptz not null,
  primary key (organisation_id, id), foreign key (organisation_id, entry_id) references governance_confidential_entries, foreign key (organisation_id, person_id) references organisation_people
);
create index on governance_confidential_views (organisation_id, entry_id, id desc);
select protect_tenancy('governance_confidential_views');
