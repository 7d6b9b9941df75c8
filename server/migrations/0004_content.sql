create table content_campaigns (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, message text not null default '',
  starts_on date not null, ends_on date not null check (ends_on >= starts_on), owner_id uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index content_campaigns_listed on content_campaigns (organisation_id, id) where removed_at is null;
create index content_campaigns_dates on content_campaigns (organisation_id, starts_on, ends_on) where removed_at is null;
select protect_tenancy('content_campaigns');

create table content_campaign_goals (
  organisation_id uuid not null, campaign_id uuid not null, goal_id uuid not null,
  primary key (organisation_id, campaign_id, goal_id),
  foreign key (organisation_id, campaign_id) references content_campaigns on delete cascade, foreign key (organisation_id, goal_id) references strategy_goals on delete cascade
);
create index on content_campaign_goals (organisation_id, goal_id);
select protect_tenancy('content_campaign_goals');

create table content_media (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, type text not null, width integer not null, height integer not null,
  bytes bigint not null, file text not null, alt_text text not null default '', created_by uuid, created_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, id)
);
select protect_tenancy('content_media');

create table content_pieces (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, title text not null, body text not null default '', language text not null default 'en', campaign_id uuid,
  created_by uuid, created_at timestamptz not null, changed_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, campaign_id) references content_campaigns
);
create index content_pieces_listed on content_pieces (organisation_id, id) where removed_at is null;
create index content_pieces_campaign on content_pieces (organisation_id, campaign_id);
select protect_tenancy('content_pieces');

create table content_piece_media (
  organisation_id uuid not null, piece_id uuid not null, media_id uuid not null, place integer not null,
  primary key (organisation_id, piece_id, media_id),
  foreign key (organisation_id, piece_id) references content_pieces on delete cascade, foreign key (organisation_id, media_id) references content_media
);
select protect_tenancy('content_piece_media');

create table content_variants (
  organisation_id uuid not null, id uuid not null, piece_id uuid not null, channel_id uuid not null, form text not null, title text, parts jsonb not null, content_warning text, visibility text,
  changed_at timestamptz not null, version integer not null default 1,
  primary key (organisation_id, id), unique (organisation_id, piece_id, channel_id),
  foreign key (organisation_id, piece_id) references content_pieces on delete cascade
);
select protect_tenancy('content_variants');
