-- KPIs of an organisation's own; those that come with Tutti stand in the contract. What a KPI counts stands in its editions, which are never changed.
create table strategy_kpis (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, meaning text not null default '',
  direction text not null check (direction in ('up', 'down')), funnel_stage text not null check (funnel_stage in ('awareness', 'consideration', 'conversion', 'loyalty')),
  not_after date, edition integer not null default 1, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index strategy_kpis_listed on strategy_kpis (organisation_id, id) where removed_at is null;
select protect_tenancy('strategy_kpis');

create table strategy_kpi_editions (
  organisation_id uuid not null, kpi_id uuid not null, edition integer not null, formula text not null, reason text not null default '', since timestamptz not null, changed_by uuid,
  primary key (organisation_id, kpi_id, edition), foreign key (organisation_id, kpi_id) references strategy_kpis on delete cascade
);
select protect_tenancy('strategy_kpi_editions');

-- The starting set that an organisation has chosen for itself.
create table strategy_kpi_sets (
  organisation_id uuid primary key references organisations on delete cascade, kind text not null check (kind in ('b2c', 'b2b', 'public-body', 'charity')), chosen_at timestamptz not null
);
select protect_tenancy('strategy_kpi_sets');

-- A goal goes by the edition that it was set with until somebody moves it.
alter table strategy_goals add column kpi_edition integer not null default 1;
