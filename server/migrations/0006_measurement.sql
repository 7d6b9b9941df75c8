create table measurement_links (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, code text not null unique, target text not null, post_id uuid, channel_id uuid, campaign_id uuid, created_at timestamptz not null,
  primary key (organisation_id, id)
);
create index on measurement_links (organisation_id, post_id);
select protect_tenancy('measurement_links');
create policy lookup on measurement_links for select using (code = (select current_lookup()));

create table measurement_clicks (
  organisation_id uuid not null, id uuid not null, link_id uuid not null, post_id uuid, at timestamptz not null,
  -- Address and browser under a key that is thrown away every day: tells visitors of one day apart, and nobody afterwards.
  visitor text not null, robot boolean not null, referrer_host text,
  primary key (organisation_id, id), foreign key (organisation_id, link_id) references measurement_links on delete cascade
);
create index on measurement_clicks (organisation_id, link_id, at);
create index on measurement_clicks (organisation_id, post_id, at) where not robot;
create index on measurement_clicks (organisation_id, visitor, at);
create index on measurement_clicks (organisation_id, at) where not robot;
select protect_tenancy('measurement_clicks');

create table measurement_visitor_keys (
  organisation_id uuid not null references organisations on delete cascade, day date not null, key text not null, primary key (organisation_id, day)
);
select protect_tenancy('measurement_visitor_keys');

create table measurement_conversions (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, value numeric(21, 6) not null, currency text not null, occurred_at timestamptz not null,
  reference text, click_id uuid, link_id uuid, post_id uuid, clicked_at timestamptz, created_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index measurement_conversions_reference on measurement_conversions (organisation_id, reference) where reference is not null;
create index on measurement_conversions (organisation_id, post_id);
create index on measurement_conversions (organisation_id, occurred_at);
select protect_tenancy('measurement_conversions');

create table measurement_points (
  organisation_id uuid not null, post_id uuid not null, metric text not null, at timestamptz not null, value bigint not null,
  primary key (organisation_id, post_id, metric, at),
  foreign key (organisation_id, post_id) references publishing_posts on delete cascade
);
select protect_tenancy('measurement_points');

-- When a published post is measured next; intervals grow with its age.
create table measurement_schedules (
  organisation_id uuid not null, post_id uuid not null, channel_id uuid not null, remote_id text not null, published_at timestamptz not null, next_at timestamptz, collected_at timestamptz, failures integer not null default 0, problem text,
  primary key (organisation_id, post_id), foreign key (organisation_id, post_id) references publishing_posts on delete cascade
);
create index on measurement_schedules (organisation_id, next_at) where next_at is not null;
select protect_tenancy('measurement_schedules');
