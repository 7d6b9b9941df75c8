-- Whom the organisation speaks to: personas, where they gather, and where the knowledge of them comes from.
create table strategy_audiences (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, description text not null default '', demographics text not null default '',
  -- Lists of lines, in the order in which they were written.
  needs text[] not null default '{}', objections text[] not null default '{}', languages text[] not null default '{}',
  -- Where they gather: [{platform, strength (main, often, sometimes), note}]; `platform` is an id of a platform where Tutti knows it, else its name.
  places jsonb not null default '[]',
  -- What the knowledge rests on: [{title, url, foundOn (day), note}].
  sources jsonb not null default '[]',
  portrait_id uuid, created_by uuid, created_at timestamptz not null, changed_at timestamptz not null, archived_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, portrait_id) references content_media on delete set null (portrait_id)
);
create index strategy_audiences_listed on strategy_audiences (organisation_id, id) where archived_at is null;
select protect_tenancy('strategy_audiences');

-- The regions: units in whose part of the world they live.
create table strategy_audience_units (
  organisation_id uuid not null, audience_id uuid not null, unit_id uuid not null, primary key (organisation_id, audience_id, unit_id),
  foreign key (organisation_id, audience_id) references strategy_audiences on delete cascade, foreign key (organisation_id, unit_id) references organisation_units on delete cascade
);
create index on strategy_audience_units (organisation_id, unit_id);
select protect_tenancy('strategy_audience_units');

-- Written by content: whom a campaign is for.
create table content_campaign_audiences (
  organisation_id uuid not null, campaign_id uuid not null, audience_id uuid not null, primary key (organisation_id, campaign_id, audience_id),
  foreign key (organisation_id, campaign_id) references content_campaigns on delete cascade, foreign key (organisation_id, audience_id) references strategy_audiences on delete cascade
);
create index on content_campaign_audiences (organisation_id, audience_id);
select protect_tenancy('content_campaign_audiences');

-- Written by publishing: whom a post is for, where it names them itself. A post without rows here speaks to the audiences of its campaign.
create table publishing_post_audiences (
  organisation_id uuid not null, post_id uuid not null, audience_id uuid not null, primary key (organisation_id, post_id, audience_id),
  foreign key (organisation_id, post_id) references publishing_posts on delete cascade, foreign key (organisation_id, audience_id) references strategy_audiences on delete cascade
);
create index on publishing_post_audiences (organisation_id, audience_id);
select protect_tenancy('publishing_post_audiences');
