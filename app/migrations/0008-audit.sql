create table audit (
  jurisdiction_id text not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  subject text,
  outcome text not null check (outcome in ('done', 'refused', 'invalid', 'not-found', 'conflict', 'failed')),
  detail jsonb not null default '{}',
  constraint audit_pkey primary key (jurisdiction_id, id)
);
create index audit_in_time on audit (jurisdiction_id, at);
comment on table audit is 'jurisdiction: who did what, when, to what, with which result. Never holds secrets. Append-only.';
grant select, insert on audit to luoshi_app;

create table audit_seal (
  jurisdiction_id text not null,
  number bigint not null check (number > 0),
  sealed_at timestamptz not null,
  row_count int not null,
  row_ids uuid[] not null,
  previous text not null,
  hash text not null,
  constraint audit_seal_pkey primary key (jurisdiction_id, number)
);
comment on table audit_seal is 'jurisdiction: the hash chain over audit rows: each seal covers a batch and the seal before it, so a changed or missing row shows. Append-only.';
grant select, insert on audit_seal to luoshi_app;
