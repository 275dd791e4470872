create table standing (
  jurisdiction_id text not null references jurisdiction (id),
  obligation text not null,
  subject_kind text not null,
  subject_id uuid not null,
  period_key text not null,
  organisation_id uuid not null,
  period_start date not null,
  period_end date not null,
  due_on date not null,
  light text not null,
  need numeric,
  done numeric not null,
  unit text not null,
  awaiting int not null,
  missing jsonb not null default '[]',
  changes_on date,
  is_current boolean not null,
  constraint standing_pkey primary key (jurisdiction_id, subject_id, obligation, period_key),
  constraint standing_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id)
);
create index standing_of_organisation on standing (jurisdiction_id, organisation_id, period_start, period_end);
create index standing_current on standing (jurisdiction_id, organisation_id) where is_current;
comment on table standing is 'jurisdiction: the computed light of one duty for one subject in one period; is_current marks the latest period that has begun. Can be rebuilt from entries and packs at any time, and a command proves it equal.';
grant select, insert, update, delete on standing to luoshi_app;

create table standing_dirty (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  since timestamptz not null,
  constraint standing_dirty_pkey primary key (jurisdiction_id, id)
);
comment on table standing_dirty is 'jurisdiction: subjects whose standings must be computed again; written in the transaction of the fact, emptied by the evaluator.';
grant select, insert, delete on standing_dirty to luoshi_app;

create table rollup (
  jurisdiction_id text not null,
  organisation_id uuid not null,
  obligation text not null,
  overdue int not null default 0,
  due_soon int not null default 0,
  not_known int not null default 0,
  open int not null default 0,
  late int not null default 0,
  met int not null default 0,
  excused int not null default 0,
  constraint rollup_pkey primary key (jurisdiction_id, organisation_id, obligation),
  constraint rollup_organisation foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id)
);
comment on table rollup is 'jurisdiction: today''s current-period lights of an organisation''s subtree, counted per duty, one wide row each; kept by the evaluator with the standings.';
grant select, insert, update, delete on rollup to luoshi_app;

create table evaluation (
  jurisdiction_id text not null references jurisdiction (id),
  as_of date not null,
  basis text not null,
  constraint evaluation_pkey primary key (jurisdiction_id)
);
comment on table evaluation is 'jurisdiction: for which civil day, packs and tree the standings were computed as a whole. Its row is the lock that lets one evaluator work at a time.';
grant select, insert, update on evaluation to luoshi_app;
