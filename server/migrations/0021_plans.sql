-- Plans between objectives and work: a tactical plan answers a goal with days and a budget, an action plan carries one out with tasks.
create table strategy_plans (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, level text not null check (level in ('tactical', 'action')), title text not null, description text not null default '',
  parent_id uuid, unit_id uuid, owner_id uuid, starts_on date not null, ends_on date not null check (ends_on >= starts_on),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'approved', 'returned')),
  -- What is asked for and what was granted, which may differ, in the organisation's currency at that time.
  asked_budget numeric(21, 6), granted_budget numeric(21, 6), currency text not null, words text not null default '', proposed_by uuid, proposed_at timestamptz, decided_by uuid, decided_at timestamptz,
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, parent_id) references strategy_plans on delete set null (parent_id), foreign key (organisation_id, unit_id) references organisation_units on delete set null (unit_id),
  check (level = 'action' or parent_id is null), check (level = 'tactical' or (asked_budget is null and granted_budget is null))
);
create index strategy_plans_listed on strategy_plans (organisation_id, id) where removed_at is null;
create index on strategy_plans (organisation_id, parent_id);
create index strategy_plans_proposed on strategy_plans (organisation_id, proposed_at) where state = 'proposed' and removed_at is null;
select protect_tenancy('strategy_plans');

create table strategy_plan_goals (
  organisation_id uuid not null, plan_id uuid not null, goal_id uuid not null, primary key (organisation_id, plan_id, goal_id),
  foreign key (organisation_id, plan_id) references strategy_plans on delete cascade, foreign key (organisation_id, goal_id) references strategy_goals on delete cascade
);
create index on strategy_plan_goals (organisation_id, goal_id);
select protect_tenancy('strategy_plan_goals');

create table strategy_plan_objectives (
  organisation_id uuid not null, plan_id uuid not null, objective_id uuid not null, primary key (organisation_id, plan_id, objective_id),
  foreign key (organisation_id, plan_id) references strategy_plans on delete cascade, foreign key (organisation_id, objective_id) references strategy_objectives on delete cascade
);
create index on strategy_plan_objectives (organisation_id, objective_id);
select protect_tenancy('strategy_plan_objectives');

create table strategy_tasks (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, plan_id uuid, title text not null, description text not null default '', owner_id uuid, due_on date,
  state text not null default 'open' check (state in ('open', 'doing', 'done', 'dropped')), hours_planned numeric(9, 2) not null default 0 check (hours_planned >= 0), hours_actual numeric(9, 2) not null default 0 check (hours_actual >= 0),
  goal_id uuid, campaign_id uuid, checklist jsonb not null default '[]', created_by uuid, created_at timestamptz not null, done_at timestamptz, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, plan_id) references strategy_plans on delete set null (plan_id),
  foreign key (organisation_id, goal_id) references strategy_goals on delete set null (goal_id), foreign key (organisation_id, campaign_id) references content_campaigns on delete set null (campaign_id)
);
create index strategy_tasks_listed on strategy_tasks (organisation_id, id) where removed_at is null;
create index on strategy_tasks (organisation_id, plan_id);
create index on strategy_tasks (organisation_id, goal_id);
create index on strategy_tasks (organisation_id, campaign_id);
create index strategy_tasks_owned on strategy_tasks (organisation_id, owner_id, due_on) where removed_at is null and state in ('open', 'doing');
select protect_tenancy('strategy_tasks');

-- The posts that a task became.
create table strategy_task_posts (
  organisation_id uuid not null, task_id uuid not null, post_id uuid not null, created_at timestamptz not null, primary key (organisation_id, task_id, post_id),
  foreign key (organisation_id, task_id) references strategy_tasks on delete cascade, foreign key (organisation_id, post_id) references publishing_posts on delete cascade
);
create index on strategy_task_posts (organisation_id, post_id);
select protect_tenancy('strategy_task_posts');

-- The ripple of a change: what stands below it is to be looked at again, until somebody says that it holds or was adapted.
create table strategy_reviews (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, subject_type text not null check (subject_type in ('goal', 'plan', 'task', 'campaign')), subject_id uuid not null,
  cause_type text not null check (cause_type in ('objective', 'goal', 'plan')), cause_id uuid not null, before jsonb not null, after jsonb not null, marked_by text not null, marked_at timestamptz not null,
  cleared_at timestamptz, cleared_by uuid, outcome text check (outcome in ('holds', 'adapted')), word text not null default '', version integer not null default 1, primary key (organisation_id, id)
);
create unique index strategy_reviews_open on strategy_reviews (organisation_id, subject_type, subject_id, cause_type, cause_id) where cleared_at is null;
create index on strategy_reviews (organisation_id, cause_type, cause_id, marked_at desc);
create index on strategy_reviews (organisation_id, subject_type, subject_id, marked_at desc);
select protect_tenancy('strategy_reviews');
