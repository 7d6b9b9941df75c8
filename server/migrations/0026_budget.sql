-- Money of the plan: what was meant to be spent, what was ordered and what was booked, in the currency in which it was said. The day of a line decides its month and its rate.
create table strategy_budget_lines (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, note text not null default '',
  category text not null check (category in ('advertising', 'content', 'people', 'tools', 'agency', 'events', 'training', 'other')), on_day date not null, currency text not null,
  -- Null: nothing of the kind was said, which is no 0.
  planned numeric(21, 6) check (planned >= 0), committed numeric(21, 6), actual numeric(21, 6), check (coalesce(planned, committed, actual) is not null),
  unit_id uuid, campaign_id uuid, plan_id uuid,
  -- The number that the line has in the accounts: the same again is the same line.
  reference text, created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, unit_id) references organisation_units on delete set null (unit_id),
  foreign key (organisation_id, campaign_id) references content_campaigns on delete set null (campaign_id), foreign key (organisation_id, plan_id) references strategy_plans on delete set null (plan_id)
);
create unique index strategy_budget_lines_reference on strategy_budget_lines (organisation_id, reference) where reference is not null;
create index strategy_budget_lines_listed on strategy_budget_lines (organisation_id, on_day desc, id desc) where removed_at is null;
create index on strategy_budget_lines (organisation_id, unit_id);
create index on strategy_budget_lines (organisation_id, campaign_id);
create index on strategy_budget_lines (organisation_id, plan_id);
select protect_tenancy('strategy_budget_lines');

-- How much of the second currency one of the first was worth on a day. One rate for a pair and a day, whichever way round.
create table strategy_exchange_rates (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, base text not null, quote text not null check (quote <> base), on_day date not null,
  rate numeric(24, 12) not null check (rate > 0), source text not null default '', created_at timestamptz not null, version integer not null default 1, primary key (organisation_id, id)
);
create unique index strategy_exchange_rates_day on strategy_exchange_rates (organisation_id, least(base, quote), greatest(base, quote), on_day);
select protect_tenancy('strategy_exchange_rates');

-- What an hour of a person costs from a day on, until the next. Seen only by those who may.
create table strategy_cost_rates (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, person_id uuid not null, since date not null, amount numeric(21, 6) not null check (amount > 0), currency text not null,
  created_at timestamptz not null, version integer not null default 1, primary key (organisation_id, id), foreign key (organisation_id, person_id) references organisation_people on delete cascade
);
create unique index strategy_cost_rates_day on strategy_cost_rates (organisation_id, person_id, since);
select protect_tenancy('strategy_cost_rates');

create table strategy_hours (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, person_id uuid not null, on_day date not null, hours numeric(5, 2) not null check (hours > 0 and hours <= 24), note text not null default '',
  unit_id uuid, campaign_id uuid, plan_id uuid, created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, person_id) references organisation_people on delete cascade, foreign key (organisation_id, unit_id) references organisation_units on delete set null (unit_id),
  foreign key (organisation_id, campaign_id) references content_campaigns on delete set null (campaign_id), foreign key (organisation_id, plan_id) references strategy_plans on delete set null (plan_id)
);
create index strategy_hours_listed on strategy_hours (organisation_id, on_day desc, id desc) where removed_at is null;
create index on strategy_hours (organisation_id, person_id, on_day);
create index on strategy_hours (organisation_id, unit_id);
create index on strategy_hours (organisation_id, campaign_id);
create index on strategy_hours (organisation_id, plan_id);
select protect_tenancy('strategy_hours');

-- Subscriptions: each cycle that has begun is owed whole, and spread over its months.
create table strategy_tools (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, note text not null default '', price numeric(21, 6) not null check (price >= 0), currency text not null,
  cycle text not null check (cycle in ('month', 'quarter', 'year')), starts_on date not null, ends_on date check (ends_on >= starts_on), in_plan boolean not null default true,
  unit_id uuid, campaign_id uuid, plan_id uuid, created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, unit_id) references organisation_units on delete set null (unit_id),
  foreign key (organisation_id, campaign_id) references content_campaigns on delete set null (campaign_id), foreign key (organisation_id, plan_id) references strategy_plans on delete set null (plan_id)
);
create index strategy_tools_listed on strategy_tools (organisation_id, id) where removed_at is null;
create index on strategy_tools (organisation_id, unit_id);
create index on strategy_tools (organisation_id, campaign_id);
create index on strategy_tools (organisation_id, plan_id);
select protect_tenancy('strategy_tools');
