create table strategy_directions (
  organisation_id uuid primary key references organisations on delete cascade, vision text not null default '', mission text not null default '',
  changed_at timestamptz, changed_by uuid, version integer not null default 1
);
select protect_tenancy('strategy_directions');

create table strategy_objectives (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, description text not null default '',
  perspective text not null check (perspective in ('financial', 'customer', 'internal-process', 'learning-and-growth')),
  starts_on date not null, ends_on date not null check (ends_on >= starts_on), owner_id uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index strategy_objectives_listed on strategy_objectives (organisation_id, id) where removed_at is null;
select protect_tenancy('strategy_objectives');

create table strategy_goals (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, kpi text not null, baseline numeric(21, 6) not null, target numeric(21, 6) not null,
  starts_on date not null, due_on date not null check (due_on >= starts_on), owner_id uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index strategy_goals_listed on strategy_goals (organisation_id, id) where removed_at is null;
select protect_tenancy('strategy_goals');

create table strategy_goal_objectives (
  organisation_id uuid not null, goal_id uuid not null, objective_id uuid not null,
  primary key (organisation_id, goal_id, objective_id),
  foreign key (organisation_id, goal_id) references strategy_goals on delete cascade, foreign key (organisation_id, objective_id) references strategy_objectives on delete cascade
);
create index on strategy_goal_objectives (organisation_id, objective_id);
select protect_tenancy('strategy_goal_objectives');
