-- Texts are `json`, not `jsonb`: they keep the order in which they were written. A policy: its draft beside the versions that were published. `current` is the version that people have to accept.
create table governance_policies (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, starter text, draft json, current integer,
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index governance_policies_listed on governance_policies (organisation_id, id) where removed_at is null;
select protect_tenancy('governance_policies');

-- Never changed once published: acceptances name the hash of the text that was read. `hashes`: one for each language.
create table governance_policy_versions (
  organisation_id uuid not null, policy_id uuid not null, number integer not null, content json not null, hashes jsonb not null, note text not null default '',
  published_by uuid, published_at timestamptz not null,
  primary key (organisation_id, policy_id, number), foreign key (organisation_id, policy_id) references governance_policies on delete cascade
);
select protect_tenancy('governance_policy_versions');

create table governance_policy_acceptances (
  organisation_id uuid not null, policy_id uuid not null, person_id uuid not null, number integer not null, language text not null, hash text not null, accepted_at timestamptz not null,
  primary key (organisation_id, policy_id, person_id, number),
  foreign key (organisation_id, policy_id, number) references governance_policy_versions on delete cascade,
  foreign key (organisation_id, person_id) references organisation_people on delete cascade
);
create index on governance_policy_acceptances (organisation_id, person_id);
select protect_tenancy('governance_policy_acceptances');

create table governance_courses (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, ready text, content json not null, published_at timestamptz,
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index governance_courses_listed on governance_courses (organisation_id, id) where removed_at is null;
select protect_tenancy('governance_courses');

create table governance_course_tries (
  organisation_id uuid not null, id uuid not null, course_id uuid not null, person_id uuid not null, language text not null, answers jsonb not null,
  score integer not null check (score between 0 and 100), passed boolean not null, at timestamptz not null,
  primary key (organisation_id, id), foreign key (organisation_id, course_id) references governance_courses on delete cascade,
  foreign key (organisation_id, person_id) references organisation_people on delete cascade
);
create index on governance_course_tries (organisation_id, course_id, person_id, at desc);
select protect_tenancy('governance_course_tries');

-- `expires_on` is the last day on which it holds, in the organisation's time zone; null: it never ends.
create table governance_certificates (
  organisation_id uuid not null, id uuid not null, course_id uuid not null, person_id uuid not null, try_id uuid, score integer not null, issued_at timestamptz not null, expires_on date,
  primary key (organisation_id, id), foreign key (organisation_id, course_id) references governance_courses on delete cascade,
  foreign key (organisation_id, person_id) references organisation_people on delete cascade
);
create index on governance_certificates (organisation_id, person_id, course_id);
create index governance_certificates_ending on governance_certificates (organisation_id, expires_on) where expires_on is not null;
select protect_tenancy('governance_certificates');

-- Which reminders went out, so that each goes once.
create table governance_certificate_reminders (
  organisation_id uuid not null, certificate_id uuid not null, days integer not null, at timestamptz not null,
  primary key (organisation_id, certificate_id, days), foreign key (organisation_id, certificate_id) references governance_certificates on delete cascade
);
select protect_tenancy('governance_certificate_reminders');

-- What a right depends on, for everybody, for a role, or for a unit and all below it.
create table governance_requirements (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, action text not null, policy_id uuid, course_id uuid, role text, unit_id uuid,
  created_by uuid, created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), check ((policy_id is null) <> (course_id is null)),
  foreign key (organisation_id, policy_id) references governance_policies on delete cascade, foreign key (organisation_id, course_id) references governance_courses on delete cascade,
  foreign key (organisation_id, unit_id) references organisation_units on delete cascade
);
create index governance_requirements_held on governance_requirements (organisation_id) where removed_at is null;
create unique index governance_requirements_once on governance_requirements (organisation_id, action, coalesce(policy_id, course_id), coalesce(role, ''), coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) where removed_at is null;
select protect_tenancy('governance_requirements');

-- The requirements that bind a person and that they do not meet at this moment. Asked with every request: as a function its plans
-- are kept by the connection, and it ends at once where nothing is required. Days are those of the organisation's time zone.
create function governance_unmet(organisation uuid, person uuid, at timestamptz)
  returns table (action text, kind text, subject_id uuid, title json, language text, state text, since text) language plpgsql stable as $$
#variable_conflict use_column
begin
  if not exists (select from governance_requirements r where r.organisation_id = organisation and r.removed_at is null) then return; end if;
  return query
    with recursive held as (
      select distinct p.unit_id as id from organisation_positions p where p.organisation_id = organisation and p.person_id = person and p.closed_at is null
    ), chain as (
      select u.id, u.parent_id from organisation_units u
      where u.organisation_id = organisation and (u.id in (select h.id from held h) or (u.parent_id is null and not exists (select from held)))
      union
      select u.id, u.parent_id from organisation_units u join chain c on u.organisation_id = organisation and u.id = c.parent_id
    ), required as (
      select r.action, r.policy_id, r.course_id, o.language, z.time_zone, (at at time zone z.time_zone)::date as today
      from governance_requirements r
      join organisation_people o on o.organisation_id = r.organisation_id and o.id = person
      join organisations z on z.organisation_id = r.organisation_id
      where r.organisation_id = organisation and r.removed_at is null
        and (r.role is null or r.role = o.role) and (r.unit_id is null or r.unit_id in (select c.id from chain c))
    )
    select r.action, 'policy', p.id, v.content->'title', r.language,
      case when accepted.latest is null then 'missing' else 'expired' end,
      case when accepted.latest is not null then to_char(v.published_at at time zone r.time_zone, 'YYYY-MM-DD') end
    from required r
    join governance_policies p on p.organisation_id = organisation and p.id = r.policy_id and p.removed_at is null
    join governance_policy_versions v on v.organisation_id = p.organisation_id and v.policy_id = p.id and v.number = p.current
    cross join lateral (
      select max(a.number) as latest from governance_policy_acceptances a where a.organisation_id = p.organisation_id and a.policy_id = p.id and a.person_id = person
    ) accepted
    where accepted.latest is distinct from p.current
    union all
    select r.action, 'certificate', c.id, c.content->'title', r.language,
      case when best.number = 0 then 'missing' else 'expired' end, to_char(best.last, 'YYYY-MM-DD')
    from required r
    join governance_courses c on c.organisation_id = organisation and c.id = r.course_id and c.removed_at is null and c.published_at is not null
    cross join lateral (
      select count(*) as number, max(t.expires_on) as last, coalesce(bool_or(t.expires_on is null or t.expires_on >= r.today), false) as holds
      from governance_certificates t where t.organisation_id = c.organisation_id and t.course_id = c.id and t.person_id = person
    ) best
    where not best.holds;
end $$;
