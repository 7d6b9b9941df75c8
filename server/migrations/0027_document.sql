-- The plan as a document: what stands between the figures, which are read from their records whenever somebody looks.
create table strategy_documents (
  organisation_id uuid primary key references organisations on delete cascade, starter text check (starter in ('b2c', 'b2b', 'public-body', 'charity')),
  -- {en, tr}; then by section {en, tr}. An empty text was not written.
  title jsonb not null, texts jsonb not null default '{}', owner_id uuid, review_every text not null default 'never' check (review_every in ('never', 'month', 'quarter', 'half-year', 'year')),
  -- The day of review that was reminded of a week ahead, and the one that was reminded of when it had come.
  review_on date, reminded_ahead date, reminded_due date,
  created_by uuid, created_at timestamptz not null, changed_by uuid, changed_at timestamptz not null, version integer not null default 1,
  check ((review_every = 'never') = (review_on is null))
);
select protect_tenancy('strategy_documents');

-- A version is what the document said when it was proposed: texts and figures, as the very text that its hash was made of. Nobody changes it.
create table strategy_document_versions (
  organisation_id uuid not null references strategy_documents on delete cascade, number integer not null check (number > 0), content text not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'), note text not null default '',
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'returned', 'withdrawn')), proposed_by uuid, proposed_at timestamptz not null,
  decided_by uuid, decided_at timestamptz, words text not null default '', version integer not null default 1, primary key (organisation_id, number),
  check ((state = 'proposed') = (decided_at is null)), check (state <> 'returned' or words <> ''), check (state <> 'approved' or decided_by is null or decided_by is distinct from proposed_by)
);
create unique index strategy_document_versions_waiting on strategy_document_versions (organisation_id) where state = 'proposed';
select protect_tenancy('strategy_document_versions');

-- A link with which somebody without an account reads one version: only its hash is kept.
create table strategy_document_links (
  organisation_id uuid not null, id uuid not null, number integer not null, name text not null, budget boolean not null, token_hash text not null unique, created_by uuid, created_at timestamptz not null, expires_at timestamptz not null,
  opened_at timestamptz, withdrawn_at timestamptz, primary key (organisation_id, id), foreign key (organisation_id, number) references strategy_document_versions on delete cascade
);
create index on strategy_document_links (organisation_id, number);
select protect_tenancy('strategy_document_links');
create policy lookup on strategy_document_links for select using (token_hash = (select current_lookup()));

-- A look at the plan when its day had come: whether it holds, about which version in force.
create table strategy_document_reviews (
  organisation_id uuid not null references strategy_documents on delete cascade, id uuid not null, number integer, due_on date, outcome text not null check (outcome in ('holds', 'to-change')), words text not null default '',
  reviewed_by uuid, reviewed_at timestamptz not null, primary key (organisation_id, id), foreign key (organisation_id, number) references strategy_document_versions, check (outcome = 'holds' or words <> '')
);
create index on strategy_document_reviews (organisation_id, number);
select protect_tenancy('strategy_document_reviews');
