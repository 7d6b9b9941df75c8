create table publishing_channels (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, platform text not null, name text not null, handle text not null, url text not null,
  state text not null check (state in ('connected', 'needs-reconnecting', 'paused', 'disconnected')), time_zone text not null,
  settings jsonb not null, credentials text, description jsonb not null, problem text, problem_words text, checked_at timestamptz,
  created_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, id)
);
select protect_tenancy('publishing_channels');

-- A person on the way to a platform's sign-in page and back.
create table publishing_authorisations (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, state_hash text not null unique, platform text not null, name text not null, time_zone text not null,
  channel_id uuid, pending text not null, person_id uuid not null, created_at timestamptz not null, expires_at timestamptz not null,
  primary key (organisation_id, id)
);
select protect_tenancy('publishing_authorisations');
create policy lookup on publishing_authorisations for select using (state_hash = (select current_lookup()));

create table publishing_posts (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, channel_id uuid not null, piece_id uuid, campaign_id uuid, title text, text text not null, thread jsonb not null default '[]',
  content_warning text, visibility text, language text, track_links boolean not null default true, planned_at timestamp not null, time_zone text not null,
  created_by uuid, created_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, channel_id) references publishing_channels,
  foreign key (organisation_id, piece_id) references content_pieces, foreign key (organisation_id, campaign_id) references content_campaigns
);
create index publishing_posts_campaign on publishing_posts (organisation_id, campaign_id);
create index publishing_posts_piece on publishing_posts (organisation_id, piece_id);
create index publishing_posts_channel on publishing_posts (organisation_id, channel_id, id);
select protect_tenancy('publishing_posts');

create table publishing_post_media (
  organisation_id uuid not null, post_id uuid not null, part integer not null, place integer not null, media_id uuid not null, alt_text text not null,
  primary key (organisation_id, post_id, part, place),
  foreign key (organisation_id, post_id) references publishing_posts on delete cascade, foreign key (organisation_id, media_id) references content_media
);
select protect_tenancy('publishing_post_media');

-- The delivery is the job: there is no second queue that could disagree with it.
create table publishing_deliveries (
  organisation_id uuid not null, id uuid not null, post_id uuid not null, channel_id uuid not null,
  state text not null check (state in ('planned', 'sending', 'published', 'retry-at', 'failed', 'unknown', 'needs-person', 'held', 'cancelled', 'removed')),
  due_at timestamptz not null,
  -- When a worker has to look at it next: its time, the end of its lease, its next try or look-up. Null: nobody has to.
  next_at timestamptz,
  token text not null, content_hash text not null, message jsonb not null,
  lease_until timestamptz, fence integer not null default 0, sends integer not null default 0, look_ups integer not null default 0, started_at timestamptz,
  published_at timestamptz, remote_id text, url text, reason text, words text, candidates jsonb not null default '[]', settled_by uuid,
  progress jsonb not null default '{}',
  primary key (organisation_id, id), unique (organisation_id, post_id), foreign key (organisation_id, post_id) references publishing_posts on delete cascade
);
create index publishing_deliveries_next on publishing_deliveries (next_at) where next_at is not null;
create index publishing_deliveries_calendar on publishing_deliveries (organisation_id, due_at);
create index publishing_deliveries_state on publishing_deliveries (organisation_id, state, due_at);
-- A post of a platform belongs to one delivery: look-ups ask which ids are taken.
create index publishing_deliveries_remote on publishing_deliveries (organisation_id, channel_id, remote_id) where remote_id is not null;
create index publishing_deliveries_channel on publishing_deliveries (organisation_id, channel_id, state);
select protect_tenancy('publishing_deliveries');
create policy dispatch on publishing_deliveries for select using ((select is_dispatching()));

-- Written and committed before the first byte leaves.
create table publishing_attempts (
  organisation_id uuid not null, delivery_id uuid not null, number integer not null, kind text not null check (kind in ('send', 'look-up', 'remove')), fence integer not null,
  started_at timestamptz not null, ended_at timestamptz, outcome text, reason text, words text,
  primary key (organisation_id, delivery_id, number), foreign key (organisation_id, delivery_id) references publishing_deliveries on delete cascade
);
select protect_tenancy('publishing_attempts');

-- The built-in newsroom: what its public pages show.
create table newsroom_articles (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, channel_id uuid not null, token text not null, slug text not null, title text not null, summary text not null, body text not null, language text not null,
  pictures jsonb not null, published_at timestamptz not null, removed_at timestamptz,
  primary key (organisation_id, id), unique (organisation_id, token), unique (organisation_id, slug)
);
create index newsroom_articles_recent on newsroom_articles (organisation_id, published_at desc) where removed_at is null;
select protect_tenancy('newsroom_articles');

-- Workers that beat: readiness fails when none has beaten lately.
create table publishing_workers (
  organisation_id uuid not null default '00000000-0000-0000-0000-000000000000', id uuid not null, started_at timestamptz not null, beat_at timestamptz not null,
  primary key (organisation_id, id)
);
alter table publishing_workers enable row level security;
alter table publishing_workers force row level security;
create policy installation on publishing_workers using ((select is_dispatching())) with check ((select is_dispatching()));
