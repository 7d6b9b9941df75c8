-- The audit: who else is out there beside us. Their accounts stand among ours, under their name.
create table strategy_competitors (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, description text not null default '', website text not null default '',
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1, primary key (organisation_id, id)
);
create index strategy_competitors_listed on strategy_competitors (organisation_id, id) where removed_at is null;
select protect_tenancy('strategy_competitors');

-- Every account in the organisation's name, and those of competitors. `handle_key` is what makes two spellings the same account.
create table strategy_accounts (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, platform text not null, handle text not null, handle_key text not null, url text not null default '', name text not null default '',
  competitor_id uuid, channel_id uuid, unit_id uuid, state text not null default 'owned' check (state in ('owned', 'dormant', 'rogue', 'to-close')),
  -- Who holds the key: somebody of the house, or words for anybody else.
  holder_id uuid, holder_words text not null default '', notes text not null default '', source text not null check (source in ('entered', 'imported', 'channel')),
  looked_up_at timestamptz, lookup_problem text,
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1, primary key (organisation_id, id),
  foreign key (organisation_id, competitor_id) references strategy_competitors on delete cascade, foreign key (organisation_id, unit_id) references organisation_units on delete set null (unit_id),
  foreign key (organisation_id, channel_id) references publishing_channels on delete set null (channel_id)
);
create unique index strategy_accounts_once on strategy_accounts (organisation_id, platform, handle_key) where removed_at is null;
create index on strategy_accounts (organisation_id, competitor_id);
create index on strategy_accounts (organisation_id, unit_id);
create index on strategy_accounts (organisation_id, channel_id);
select protect_tenancy('strategy_accounts');

-- What an account showed on a day. Null is not known, which is not nothing.
create table strategy_account_readings (
  organisation_id uuid not null, account_id uuid not null, id uuid not null, at timestamptz not null, source text not null check (source in ('entered', 'imported', 'looked-up')),
  followers bigint check (followers >= 0), following bigint check (following >= 0), posts bigint check (posts >= 0), posts_per_week numeric(9, 2) check (posts_per_week >= 0),
  -- Likes, answers and passings-on of the posts seen, per post; how many posts were seen over how many days.
  interactions_per_post numeric(14, 2) check (interactions_per_post >= 0), posts_seen integer, days_seen integer, last_post_at timestamptz,
  has_picture boolean, has_text boolean, has_link boolean, is_verified boolean,
  primary key (organisation_id, account_id, id), foreign key (organisation_id, account_id) references strategy_accounts on delete cascade
);
create index strategy_account_readings_newest on strategy_account_readings (organisation_id, account_id, at desc);
select protect_tenancy('strategy_account_readings');

-- Strengths, weaknesses, opportunities and threats, each with what it rests on: accounts, competitors or addresses.
create table strategy_swot (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, quadrant text not null check (quadrant in ('strength', 'weakness', 'opportunity', 'threat')), text text not null, evidence jsonb not null default '[]',
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1, primary key (organisation_id, id)
);
create index strategy_swot_listed on strategy_swot (organisation_id, id) where removed_at is null;
select protect_tenancy('strategy_swot');

-- The tasks that a finding about an account, or a line of the SWOT, became.
create table strategy_audit_tasks (
  organisation_id uuid not null, task_id uuid not null, account_id uuid, finding text, swot_id uuid, created_at timestamptz not null, primary key (organisation_id, task_id),
  foreign key (organisation_id, task_id) references strategy_tasks on delete cascade, foreign key (organisation_id, account_id) references strategy_accounts on delete cascade,
  foreign key (organisation_id, swot_id) references strategy_swot on delete cascade, check ((account_id is null) = (finding is null)), check ((account_id is null) <> (swot_id is null))
);
create index on strategy_audit_tasks (organisation_id, account_id);
create index on strategy_audit_tasks (organisation_id, swot_id);
select protect_tenancy('strategy_audit_tasks');

-- Channel choice: what each criterion weighs in this organisation.
create table strategy_channel_weights (
  organisation_id uuid primary key references organisations on delete cascade, weights jsonb not null, changed_by uuid, changed_at timestamptz not null, version integer not null default 1
);
select protect_tenancy('strategy_channel_weights');

-- One line a platform: points by criterion (0 to 5), why each, and what was decided with the picture that it was decided on.
create table strategy_channel_choices (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, platform text not null, points jsonb not null default '{}', reasons jsonb not null default '{}',
  decision text check (decision in ('use', 'test', 'leave', 'close')), reason text not null default '', review_on date, decided_by uuid, decided_at timestamptz,
  -- The weights, the score and the place at the moment of the decision: later changes do not rewrite it.
  decided_on jsonb,
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1, primary key (organisation_id, id),
  check ((decision is null) = (decided_at is null)), check (decision is null or reason <> '')
);
create unique index strategy_channel_choices_once on strategy_channel_choices (organisation_id, platform) where removed_at is null;
select protect_tenancy('strategy_channel_choices');

-- The channel plan: how many posts a week, on the platform or one channel of it, from when on, and whose task it is.
create table strategy_channel_targets (
  organisation_id uuid not null, choice_id uuid not null, id uuid not null, channel_id uuid, owner_id uuid, posts_per_week integer not null check (posts_per_week between 1 and 500),
  starts_on date not null, ends_on date check (ends_on >= starts_on), primary key (organisation_id, choice_id, id),
  foreign key (organisation_id, choice_id) references strategy_channel_choices on delete cascade, foreign key (organisation_id, channel_id) references publishing_channels on delete set null (channel_id)
);
create index on strategy_channel_targets (organisation_id, channel_id);
select protect_tenancy('strategy_channel_targets');
