-- Who may see a row: settings of the current transaction, set by the server and by nobody else.
create function current_organisation() returns uuid language sql stable
  as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;

-- A secret or public name that the caller already knows (key hash, link code, user id): it opens just the rows that carry it.
create function current_lookup() returns text language sql stable
  as $$ select nullif(current_setting('app.lookup', true), '') $$;

create function is_dispatching() returns boolean language sql stable
  as $$ select coalesce(current_setting('app.dispatch', true), '') = 'on' $$;

-- Shuts a table to everybody but the organisation of the transaction. The owner gets in only while it says that it maintains
-- (back-up, restore), which the server never does: it is another role. `(select ...)` is worked out once a query, not once a row.
create function protect_tenancy(protected regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy tenancy on %s using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()))', protected);
  execute format('create policy maintenance on %s to %I using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', protected, current_user);
end $$;

-- Identity: the tables of the sign-in library, by its names. They are about people, before any organisation is known.
create schema identity;
create table identity."user" (
  id uuid primary key default gen_random_uuid(), name text not null, email text not null unique, "emailVerified" boolean not null default false, image text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(), "twoFactorEnabled" boolean default false
);
create table identity.session (
  id uuid primary key default gen_random_uuid(), "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" uuid not null references identity."user" (id) on delete cascade, "organisationId" uuid
);
create index on identity.session ("userId");
create table identity.account (
  id uuid primary key default gen_random_uuid(), "accountId" text not null, "providerId" text not null, "userId" uuid not null references identity."user" (id) on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on identity.account ("userId");
create table identity.verification (
  id uuid primary key default gen_random_uuid(), identifier text not null, value text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on identity.verification (identifier);
create table identity."twoFactor" (
  id uuid primary key default gen_random_uuid(), secret text not null, "backupCodes" text not null, "userId" uuid not null references identity."user" (id) on delete cascade,
  verified boolean default true, "failedVerificationCount" integer default 0, "lockedUntil" timestamptz
);
create index on identity."twoFactor" ("userId");
create table identity."rateLimit" (id uuid primary key default gen_random_uuid(), key text not null unique, count integer not null, "lastRequest" bigint not null);
-- Failed sign-ins by account, so that changing the address does not help the guesser.
create table identity.failed_sign_in (email_hash text not null, at timestamptz not null);
create index on identity.failed_sign_in (email_hash, at);

create table organisations (
  organisation_id uuid primary key, name text not null, slug text not null unique, language text not null default 'en', time_zone text not null default 'UTC', currency text not null default 'EUR',
  sample boolean not null default false, data_key text not null, created_at timestamptz not null, version integer not null default 1
);
select protect_tenancy('organisations');
create policy lookup on organisations for select using (slug = (select current_lookup()));
create policy dispatch on organisations for select using ((select is_dispatching()));

-- The one stream of events: audit log, timeline, and what notifications and read models follow by position.
create table events (
  organisation_id uuid not null, position bigint not null, id uuid not null, at timestamptz not null,
  actor_kind text not null, actor_id uuid, actor_name text not null, verb text not null,
  subject_type text not null, subject_id uuid not null, subject_title text, before jsonb, after jsonb,
  previous_hash bytea not null, hash bytea not null,
  primary key (organisation_id, position)
);
create index events_subject on events (organisation_id, subject_type, subject_id, position desc);
create index events_at on events (organisation_id, at);
select protect_tenancy('events');

create table event_heads (organisation_id uuid primary key, position bigint not null, hash bytea not null);
select protect_tenancy('event_heads');

create table event_consumers (organisation_id uuid not null, consumer text not null, position bigint not null, primary key (organisation_id, consumer));
select protect_tenancy('event_consumers');

create function event_hash(previous bytea, e events) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    e.organisation_id, e.position, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_kind, e.actor_id, e.actor_name,
    e.verb, e.subject_type, e.subject_id, e.subject_title, e.before, e.after)::text, 'UTF8'))
$$;

-- Appends to the chain. The head row is locked until the transaction ends, so positions have no gaps and readers miss nothing.
create function append_events(organisation uuid, items jsonb) returns bigint language plpgsql as $$
declare
  head event_heads; item jsonb; e events;
begin
  insert into event_heads values (organisation, 0, '\x') on conflict do nothing;
  select * into head from event_heads where organisation_id = organisation for update;
  for item in select * from jsonb_array_elements(items) loop
    e := jsonb_populate_record(null::events, item);
    e.organisation_id := organisation; e.position := head.position + 1; e.previous_hash := head.hash;
    e.before := nullif(e.before, 'null'::jsonb); e.after := nullif(e.after, 'null'::jsonb);
    e.hash := event_hash(head.hash, e);
    insert into events select e.*;
    head.position := e.position; head.hash := e.hash;
  end loop;
  update event_heads set position = head.position, hash = head.hash where organisation_id = organisation;
  perform pg_notify('tutti_events', organisation::text);
  return head.position;
end $$;

-- The first position whose hash does not follow from what it says, or null where the whole chain holds.
create function broken_event(organisation uuid) returns bigint language sql stable as $$
  select min(position) from (
    select e.position,
      e.hash <> event_hash(e.previous_hash, e) or e.previous_hash <> lag(e.hash, 1, '\x'::bytea) over w or e.position <> row_number() over w as broken
    from events e where e.organisation_id = organisation window w as (order by e.position)
    union all
    select h.position, true from event_heads h where h.organisation_id = organisation
      and not exists (select from events e where e.organisation_id = organisation and e.position = h.position and e.hash = h.hash) and h.position > 0
  ) checked where broken
$$;

-- Answers to POST requests with an Idempotency-Key, kept for 24 hours.
create table http_answers (
  organisation_id uuid not null, key text not null, request_hash text not null, status integer, body text, headers jsonb, created_at timestamptz not null,
  primary key (organisation_id, key)
);
create index http_answers_age on http_answers (organisation_id, created_at);
select protect_tenancy('http_answers');
