create table pack_version (
  hash text primary key,
  pack_id text not null,
  version text not null,
  files jsonb not null,
  installed_at timestamptz not null
);
comment on table pack_version is 'reference: installed packs by content hash; files is [{path, text}]. Never changed: a published figure can be computed again with the version of its day.';
grant select, insert on pack_version to luoshi_app;

create table pack_in_force (
  jurisdiction_id text not null references jurisdiction (id),
  id uuid not null,
  pack_id text not null,
  hash text not null references pack_version (hash),
  valid_from date not null,
  valid_to date,
  constraint pack_in_force_pkey primary key (jurisdiction_id, id),
  constraint pack_in_force_span check (valid_to is null or valid_to >= valid_from),
  constraint pack_in_force_once exclude using gist (
    jurisdiction_id with =, pack_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table pack_in_force is 'jurisdiction: which version of a pack holds from a day to a day.';
grant select, insert, update on pack_in_force to luoshi_app;
