-- An emergency stop, or a drill of one. While it runs, no delivery of its scope is claimed. Two people who stop the same: one stop.
create table governance_stops (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, scope_kind text not null check (scope_kind in ('organisation', 'unit', 'channel', 'campaign')), scope_id uuid, scope_name text not null,
  drill boolean not null, reason text not null, started_by uuid, started_by_name text not null, started_at timestamptz not null,
  -- The workers that beat when it began, who each have to say that they know of it.
  workers uuid[] not null, lifted_by_name text, lifted_at timestamptz, lift_note text,
  primary key (organisation_id, id), check ((scope_id is null) = (scope_kind = 'organisation'))
);
create unique index governance_stops_running on governance_stops (organisation_id, scope_kind, coalesce(scope_id, '00000000-0000-0000-0000-000000000000')) where lifted_at is null and not drill;
create index on governance_stops (organisation_id, started_at desc, id desc);
select protect_tenancy('governance_stops');

-- What a stop held when its time came, and what was already talking to its platform. Under each stop that covers it.
create table governance_stop_items (
  organisation_id uuid not null, stop_id uuid not null, delivery_id uuid not null, post_id uuid not null, kind text not null check (kind in ('held', 'on-its-way')), at timestamptz not null,
  decision text check (decision in ('send-now', 'move', 'drop')), decided_by_name text, decided_at timestamptz,
  primary key (organisation_id, stop_id, delivery_id), foreign key (organisation_id, stop_id) references governance_stops on delete cascade
);
create index on governance_stop_items (organisation_id, delivery_id);
select protect_tenancy('governance_stop_items');

create table governance_stop_acknowledgements (
  organisation_id uuid not null, stop_id uuid not null, worker_id uuid not null, after_ms integer not null,
  primary key (organisation_id, stop_id, worker_id), foreign key (organisation_id, stop_id) references governance_stops on delete cascade
);
select protect_tenancy('governance_stop_acknowledgements');

-- Workers ask about all organisations at once which stops they have to know of.
create policy dispatch on governance_stops for select using ((select is_dispatching()) and lifted_at is null);
