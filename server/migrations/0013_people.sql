-- When somebody should be there for a region, by its own clock; null: every day from nine to six.
alter table organisation_units add column cover_hours jsonb;

-- The positions that whoever accepts an invitation takes up, and the languages they speak.
alter table organisation_invitations add column position_ids uuid[] not null default '{}', add column languages text[] not null default '{}';

-- A list that is being brought in: written beside the transaction that brings it in, so that its progress can be seen.
create table organisation_imports (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, kind text not null check (kind in ('units', 'positions', 'people')), state text not null check (state in ('working', 'done', 'failed')),
  total integer not null, done integer not null default 0, started_by uuid not null, started_at timestamptz not null, ended_at timestamptz,
  primary key (organisation_id, id)
);
select protect_tenancy('organisation_imports');
