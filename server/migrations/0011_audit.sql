-- The log is searched by time, person, verb and kind of record; each index has the order in which it is shown.
drop index events_at;
create index events_at on events (organisation_id, at desc, position desc);
create index events_actor on events (organisation_id, actor_id, at desc, position desc);
create index events_verb on events (organisation_id, verb, at desc, position desc);
create index events_type on events (organisation_id, subject_type, at desc, position desc);

-- What an event says of its record is hashed apart, under a salt, so that it can be erased and the chain still holds. Events
-- from before have no content_hash: their one hash covers everything, and their contents stay.
alter table event_heads add column at timestamptz;
alter table events add column salt bytea, add column content_hash bytea, add column erasure_id uuid;

create function event_content_hash(e events) returns bytea language sql stable as $$
  select sha256(e.salt || convert_to(jsonb_build_array(e.subject_title, e.before, e.after)::text, 'UTF8'))
$$;

create or replace function event_hash(previous bytea, e events) returns bytea language sql stable as $$
  select sha256(previous || convert_to(case when e.content_hash is null
    then jsonb_build_array(
      e.organisation_id, e.position, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_kind, e.actor_id, e.actor_name,
      e.verb, e.subject_type, e.subject_id, e.subject_title, e.before, e.after)
    else jsonb_build_array(
      e.organisation_id, e.position, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_kind, e.actor_id, e.actor_name,
      e.verb, e.subject_type, e.subject_id, encode(e.content_hash, 'hex')) end::text, 'UTF8'))
$$;

create or replace function append_events(organisation uuid, items jsonb) returns bigint language plpgsql as $$
declare
  head event_heads; item jsonb; e events;
begin
  insert into event_heads values (organisation, 0, '\x') on conflict do nothing;
  select * into head from event_heads where organisation_id = organisation for update;
  for item in select * from jsonb_array_elements(items) loop
    e := jsonb_populate_record(null::events, item);
    e.organisation_id := organisation; e.position := head.position + 1; e.previous_hash := head.hash;
    e.before := nullif(e.before, 'null'::jsonb); e.after := nullif(e.after, 'null'::jsonb);
    -- Those who append at the same moment asked their clocks before they waited here: within seconds the order of the chain counts.
    if e.at < head.at and e.at > head.at - interval '5 seconds' then e.at := head.at; end if;
    e.salt := uuid_send(gen_random_uuid()); e.erasure_id := null; e.content_hash := event_content_hash(e);
    e.hash := event_hash(head.hash, e);
    insert into events select e.*;
    head.position := e.position; head.hash := e.hash; head.at := e.at;
  end loop;
  update event_heads set position = head.position, hash = head.hash, at = head.at where organisation_id = organisation;
  perform pg_notify('tutti_events', organisation::text);
  return head.position;
end $$;

-- Recomputes a stretch of the chain that begins after a known place. `broken` is the first position that does not follow, and
-- `why`: missing (one before it is gone), order (it follows another than it says), contents, or facts (who, when, what).
create function verify_events(organisation uuid, from_position bigint, from_hash bytea, to_position bigint)
  returns table (reached bigint, reached_hash bytea, broken bigint, why text) language sql stable as $$
  with linked as (
    select e, lag(e.position, 1, from_position) over w as last_position, lag(e.hash, 1, from_hash) over w as last_hash
    from events e where e.organisation_id = organisation and e.position > from_position and e.position <= to_position window w as (order by e.position)
  ), judged as (
    select (e).position as position, (e).hash as hash, last_position, case
      when (e).position <> last_position + 1 then 'missing'
      when (e).previous_hash <> last_hash then 'order'
      when (e).erasure_id is not null and ((e).content_hash is null or (e).salt is not null or (e).before is not null or (e).after is not null or (e).subject_title is not null) then 'contents'
      when (e).erasure_id is null and (e).content_hash is not null and (e).content_hash is distinct from event_content_hash(e) then 'contents'
      when (e).hash <> event_hash((e).previous_hash, e) then 'facts' end as why
    from linked
  ), last as (select position, hash from judged order by position desc limit 1), first as (select case why when 'missing' then last_position + 1 else position end as position, why from judged where why is not null order by judged.position limit 1)
  select (select position from last), (select hash from last), (select position from first), (select why from first)
$$;

-- The first erased event that no event of the chain tells of: each erasure is recorded with a digest of what it erased.
create function unrecorded_erasure(organisation uuid) returns bigint language sql stable as $$
  select min(first_position) from (
    select erasure_id, min(position) as first_position, count(*) as erased,
      encode(sha256(convert_to(string_agg(position || ':' || encode(hash, 'hex'), ',' order by position), 'UTF8')), 'hex') as digest
    from events where organisation_id = organisation and erasure_id is not null group by erasure_id) gone
  where not exists (
    select from events r where r.organisation_id = organisation and r.verb = 'retention.erased' and r.id = gone.erasure_id
      and r.after->>'digest' = gone.digest and (r.after->>'count')::bigint = gone.erased)
$$;

-- The first position that does not hold, or null where the whole chain does.
create or replace function broken_event(organisation uuid) returns bigint language sql stable as $$
  select min(position) from (
    select v.broken as position from verify_events(organisation, 0, '\x', 9223372036854775807) v
    union all
    select unrecorded_erasure(organisation)
    union all
    select h.position from event_heads h where h.organisation_id = organisation and h.position > 0
      and not exists (select from events e where e.organisation_id = organisation and e.position = h.position and e.hash = h.hash)
  ) checked
$$;

-- How long things are kept, by kind. No row: for ever.
create table governance_retention_rules (
  organisation_id uuid not null references organisations on delete cascade, kind text not null, days integer not null check (days between 30 and 36500),
  changed_by uuid, changed_at timestamptz not null,
  primary key (organisation_id, kind)
);
select protect_tenancy('governance_retention_rules');

-- Keeps a record, or everything of a period, from being erased.
create table governance_legal_holds (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, reason text not null,
  subject_type text, subject_id uuid, subject_title text, from_at timestamptz, until_at timestamptz,
  placed_by uuid, placed_by_name text not null, placed_at timestamptz not null, lifted_by_name text, lifted_at timestamptz, lift_reason text,
  primary key (organisation_id, id), check ((subject_type is null) = (subject_id is null)), check (subject_id is not null or from_at is not null or until_at is not null)
);
create index governance_legal_holds_running on governance_legal_holds (organisation_id) where lifted_at is null;
select protect_tenancy('governance_legal_holds');

-- Each verification keeps the end of the chain that it saw: a later one notices when the chain was written anew as a whole.
create table governance_verifications (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, started_by uuid, started_by_name text not null, started_at timestamptz not null,
  head_position bigint not null, head_hash bytea not null, reached bigint not null default 0, reached_hash bytea not null default '\x',
  ended_at timestamptz, broken_at bigint, broken_why text,
  primary key (organisation_id, id)
);
create index on governance_verifications (organisation_id, started_at desc);
select protect_tenancy('governance_verifications');

-- Erases what events of one type say, up to `most` of them, and tells what was erased. Runs as the owner, since the server may not
-- change events; hence it asks the rule and the holds itself. The fact that something happened, when and by whom, always stays.
create function erase_event_contents(organisation uuid, erasure uuid, of_type text, older_than timestamptz, most integer)
  returns table (erased bigint, first_position bigint, last_position bigint, digest text) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if organisation is distinct from current_organisation() or of_type in ('retention', 'legal-hold', 'audit', 'stop')
    or not exists (select from governance_retention_rules r where r.organisation_id = organisation and r.kind = 'events.' || of_type) then
    raise exception 'These contents may not be erased.';
  end if;
  return query
    with chosen as (
      select e.position from events e
      where e.organisation_id = organisation and e.subject_type = of_type and e.at < older_than and e.content_hash is not null and e.erasure_id is null
        and (e.before is not null or e.after is not null or e.subject_title is not null)
        and not exists (
          select from governance_legal_holds h where h.organisation_id = organisation and h.lifted_at is null
            and (h.from_at is null or e.at >= h.from_at) and (h.until_at is null or e.at < h.until_at)
            and (h.subject_id is null or h.subject_id = e.subject_id
              or position(h.subject_id::text in coalesce(e.before::text, '') || coalesce(e.after::text, '')) > 0
              or exists (select from publishing_deliveries d where d.organisation_id = organisation and d.id = e.subject_id and d.post_id = h.subject_id)))
      order by e.at, e.position limit most),
    gone as (
      update events e set subject_title = null, before = null, after = null, salt = null, erasure_id = erasure
      from chosen c where e.organisation_id = organisation and e.position = c.position returning e.position, e.hash)
    select count(*), min(g.position), max(g.position),
      encode(sha256(convert_to(coalesce(string_agg(g.position || ':' || encode(g.hash, 'hex'), ',' order by g.position), ''), 'UTF8')), 'hex')
    from gone g;
end $$;
revoke execute on function erase_event_contents from public;
