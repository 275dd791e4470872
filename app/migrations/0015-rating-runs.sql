create table rating_run (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  rating text not null,
  period_key text not null,
  version int not null check (version > 0),
  reason text,
  as_of date not null,
  published_at timestamptz not null,
  published_on date not null,
  published_by uuid not null,
  packs jsonb not null,
  fact_hash text not null check (length(fact_hash) = 64),
  fact_hashes jsonb not null,
  software text not null,
  layout jsonb not null,
  constraint rating_run_pkey primary key (jurisdiction_id, id),
  constraint rating_run_version unique (jurisdiction_id, rating, period_key, version),
  constraint rating_run_reason check (version = 1 or reason <> ''),
  constraint rating_run_account foreign key (jurisdiction_id, published_by) references account (jurisdiction_id, id)
);
comment on table rating_run is 'jurisdiction: one publication of the results of a rating for a period; a correction is a further version. packs is [{id, version, hash}], fact_hash covers who there was and what was recorded by as_of and published_at, so that it can be worked out again; layout says how the rows read. Append-only.';
grant select, insert on rating_run to luoshi_app;

create table rating_result (
  jurisdiction_id text not null,
  run_id uuid not null,
  subject_kind text not null check (subject_kind in ('organisation', 'person', 'posting')),
  subject_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  score jsonb,
  grade jsonb,
  place jsonb,
  steps jsonb not null,
  consequences jsonb not null,
  shown_on date not null,
  object_until date,
  constraint rating_result_pkey primary key (jurisdiction_id, run_id, subject_id),
  constraint rating_result_run foreign key (jurisdiction_id, run_id) references rating_run (jurisdiction_id, id),
  constraint rating_result_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id)
);
create index rating_result_of_subject on rating_result (jurisdiction_id, subject_id);
comment on table rating_result is 'jurisdiction: what one subject came out as in a run: score, grade, place, every step, what follows. shown_on is the first day this outcome was public, in this version or an earlier one that said the same; object_until is null where the rules give no time for objections. Append-only.';
grant select, insert on rating_result to luoshi_app;

do $$
declare t text;
begin
  foreach t in array array['rating_run', 'rating_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')) with check (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), ''''))', t);
  end loop;
end
$$;
