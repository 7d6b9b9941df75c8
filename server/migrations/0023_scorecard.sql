-- A scorecard belongs to a unit; the company's holds every objective, that of a unit below those it has taken over from the card above it.
create table strategy_scorecards (
  organisation_id uuid not null references organisations on delete cascade, unit_id uuid not null, parent_id uuid, created_at timestamptz not null,
  primary key (organisation_id, unit_id), foreign key (organisation_id, unit_id) references organisation_units, foreign key (organisation_id, parent_id) references strategy_scorecards, check (unit_id <> parent_id)
);
create index on strategy_scorecards (organisation_id, parent_id);
select protect_tenancy('strategy_scorecards');

-- Where an objective stands in its band, and what a unit does for it. Without a place it stands in the order in which it was set.
create table strategy_scorecard_objectives (
  organisation_id uuid not null, unit_id uuid not null, objective_id uuid not null, contribution text not null default '', x integer, y integer, created_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, unit_id, objective_id), check ((x is null) = (y is null)),
  foreign key (organisation_id, unit_id) references strategy_scorecards on delete cascade, foreign key (organisation_id, objective_id) references strategy_objectives on delete cascade
);
create index on strategy_scorecard_objectives (organisation_id, objective_id);
select protect_tenancy('strategy_scorecard_objectives');

-- What brings about what. Never a circle, which whoever adds an arrow makes sure of while holding the card.
create table strategy_scorecard_causes (
  organisation_id uuid not null, unit_id uuid not null, cause_id uuid not null, effect_id uuid not null, created_at timestamptz not null,
  primary key (organisation_id, unit_id, cause_id, effect_id), check (cause_id <> effect_id), foreign key (organisation_id, unit_id) references strategy_scorecards on delete cascade,
  foreign key (organisation_id, cause_id) references strategy_objectives on delete cascade, foreign key (organisation_id, effect_id) references strategy_objectives on delete cascade
);
create index on strategy_scorecard_causes (organisation_id, cause_id);
create index on strategy_scorecard_causes (organisation_id, effect_id);
select protect_tenancy('strategy_scorecard_causes');

-- A measure is a KPI over the last days with two thresholds: green from one on, amber from the other, red beyond.
create table strategy_scorecard_measures (
  organisation_id uuid not null, id uuid not null, unit_id uuid not null, objective_id uuid not null, kpi text not null, kpi_edition integer not null, green numeric(21, 6) not null, amber numeric(21, 6) not null,
  days integer not null check (days in (30, 90, 365)), created_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, unit_id) references strategy_scorecards on delete cascade, foreign key (organisation_id, objective_id) references strategy_objectives on delete cascade
);
create index on strategy_scorecard_measures (organisation_id, unit_id, objective_id);
create index on strategy_scorecard_measures (organisation_id, objective_id);
select protect_tenancy('strategy_scorecard_measures');

-- The campaigns and plans through which an objective is to come true.
create table strategy_scorecard_initiatives (
  organisation_id uuid not null, unit_id uuid not null, objective_id uuid not null, kind text not null check (kind in ('campaign', 'plan')), record_id uuid not null, created_at timestamptz not null,
  primary key (organisation_id, unit_id, objective_id, kind, record_id),
  foreign key (organisation_id, unit_id) references strategy_scorecards on delete cascade, foreign key (organisation_id, objective_id) references strategy_objectives on delete cascade
);
create index on strategy_scorecard_initiatives (organisation_id, objective_id);
select protect_tenancy('strategy_scorecard_initiatives');
