-- Workflows: the first by priority whose conditions hold says which stages a post goes through. Each change of what one says is a version of its own.
create table governance_workflows (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, priority integer not null, enabled boolean not null, number integer not null,
  created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id)
);
create index on governance_workflows (organisation_id, priority) where removed_at is null;
select protect_tenancy('governance_workflows');
create table governance_workflow_versions (
  organisation_id uuid not null, workflow_id uuid not null, number integer not null, title text not null, description text not null, conditions jsonb not null, stages jsonb not null,
  created_by uuid, created_at timestamptz not null,
  primary key (organisation_id, workflow_id, number), foreign key (organisation_id, workflow_id) references governance_workflows on delete cascade
);
select protect_tenancy('governance_workflow_versions');

-- One request is about one content of one post: its fingerprint. `authors`: whoever wrote any of it; they never approve it.
create table governance_approvals (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, post_id uuid not null, channel_id uuid not null, campaign_id uuid, unit_id uuid, fingerprint text not null, content jsonb not null, findings jsonb not null default '[]',
  authors uuid[] not null, asked_by uuid, workflow_id uuid, workflow_number integer,
  state text not null check (state in ('waiting', 'approved', 'rejected', 'lapsed', 'expired', 'withdrawn')), stage integer not null, due_at timestamptz not null,
  created_at timestamptz not null, closed_at timestamptz, outcome_mailed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, workflow_id, workflow_number) references governance_workflow_versions,
  check ((state = 'waiting') = (closed_at is null))
);
create unique index governance_approvals_waiting on governance_approvals (organisation_id, post_id) where state = 'waiting';
create index governance_approvals_post on governance_approvals (organisation_id, post_id, id desc);
create index governance_approvals_state on governance_approvals (organisation_id, state, id desc);
create index governance_approvals_workflow on governance_approvals (organisation_id, workflow_id) where state = 'waiting';
select protect_tenancy('governance_approvals');

-- The stages as they were when the request began: a workflow that is changed meanwhile changes nothing here.
create table governance_approval_stages (
  organisation_id uuid not null, approval_id uuid not null, number integer not null, kind text not null check (kind in ('stage', 'release')), name text not null, reasons jsonb not null, approvers jsonb not null,
  need text not null check (need in ('any', 'all')), deadline_hours integer, reminder_hours integer,
  state text not null check (state in ('pending', 'waiting', 'approved', 'rejected')), gap text, started_at timestamptz, deadline_at timestamptz, escalated_at timestamptz, closed_at timestamptz,
  primary key (organisation_id, approval_id, number), foreign key (organisation_id, approval_id) references governance_approvals on delete cascade
);
select protect_tenancy('governance_approval_stages');

-- Who is asked now, for which of the stage's approvers, and in whose place.
create table governance_approval_asks (
  organisation_id uuid not null, approval_id uuid not null, stage integer not null, person_id uuid not null, entries integer[] not null, via text not null check (via in ('named', 'delegate', 'superior', 'escalation')), instead_of uuid,
  asked_at timestamptz not null, reminded_at timestamptz, mailed_at timestamptz, ended_at timestamptz,
  primary key (organisation_id, approval_id, stage, person_id), foreign key (organisation_id, approval_id, stage) references governance_approval_stages on delete cascade,
  foreign key (organisation_id, person_id) references organisation_people
);
create index governance_approval_asks_person on governance_approval_asks (organisation_id, person_id) where ended_at is null;
select protect_tenancy('governance_approval_asks');

-- A link for a reviewer from outside: only its hash is kept. What they say comes on top; it never stands in for a stage.
create table governance_approval_links (
  organisation_id uuid not null, id uuid not null, approval_id uuid not null, name text not null, token_hash text not null unique, invited_by uuid, created_at timestamptz not null, expires_at timestamptz not null, opened_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id), foreign key (organisation_id, approval_id) references governance_approvals on delete cascade
);
create index on governance_approval_links (organisation_id, approval_id);
select protect_tenancy('governance_approval_links');
create policy lookup on governance_approval_links for select using (token_hash = (select current_lookup()));

create table governance_approval_decisions (
  organisation_id uuid not null, id uuid not null, approval_id uuid not null, stage integer not null, person_id uuid, link_id uuid, name text not null, entries integer[] not null, via text,
  decision text not null check (decision in ('approve', 'reject')), reason text, fingerprint text not null, created_at timestamptz not null, check ((person_id is null) <> (link_id is null)),
  primary key (organisation_id, id), foreign key (organisation_id, approval_id, stage) references governance_approval_stages on delete cascade,
  foreign key (organisation_id, link_id) references governance_approval_links
);
create unique index governance_approval_decisions_person on governance_approval_decisions (organisation_id, approval_id, stage, person_id) where person_id is not null;
create unique index governance_approval_decisions_link on governance_approval_decisions (organisation_id, approval_id, link_id) where link_id is not null;
select protect_tenancy('governance_approval_decisions');

-- What is said about a post while it is looked at: anchored by place and words, so that it is found again when the text moves.
create table governance_approval_comments (
  organisation_id uuid not null, id uuid not null, approval_id uuid not null, post_id uuid not null, person_id uuid, link_id uuid, name text not null, part integer not null, start_at integer, end_at integer, quote text,
  text text not null, suggestion text, state text not null check (state in ('open', 'resolved', 'accepted')), settled_by uuid, settled_at timestamptz, created_at timestamptz not null,
  primary key (organisation_id, id), foreign key (organisation_id, approval_id) references governance_approvals on delete cascade, foreign key (organisation_id, link_id) references governance_approval_links,
  check ((start_at is null) = (end_at is null) and (start_at is null) = (quote is null) and (suggestion is null or quote is not null))
);
create index on governance_approval_comments (organisation_id, post_id, id);
select protect_tenancy('governance_approval_comments');

-- A delivery that needs approval stands ready to go out only with the very content that was approved, whoever writes the row.
alter table publishing_deliveries add column approval_needed boolean not null default false, add column approved_hash text,
  add constraint publishing_deliveries_approved check (not approval_needed or state not in ('planned', 'retry-at', 'sending') or (approved_hash is not null and approved_hash = content_hash));

create table governance_stakeholders (
  organisation_id uuid not null references organisations on delete cascade, id uuid not null, name text not null, role text not null, note text not null,
  adoption text not null check (adoption in ('unaware', 'aware', 'trying', 'adopting', 'advocating', 'resisting')), risk text not null check (risk in ('low', 'medium', 'high')),
  interest integer not null check (interest between 1 and 5), influence integer not null check (influence between 1 and 5), unit_id uuid, campaign_id uuid, owner_id uuid,
  created_at timestamptz not null, removed_at timestamptz, version integer not null default 1,
  primary key (organisation_id, id), foreign key (organisation_id, unit_id) references organisation_units, foreign key (organisation_id, owner_id) references organisation_people
);
create index on governance_stakeholders (organisation_id, campaign_id) where removed_at is null;
select protect_tenancy('governance_stakeholders');
