-- Roles are made by the migrator before this file runs: luoshi_owner (owns, migrates) and luoshi_app (connects).
-- Class of a table (jurisdiction | reference | local) stands first in its COMMENT; a test holds it complete.

create table jurisdiction (
  id text primary key,
  name text not null check (name <> ''),
  level int not null check (level between 0 and 3),
  parent_id text references jurisdiction (id),
  time_zone text not null default 'Asia/Shanghai'
);
comment on table jurisdiction is 'reference: one county, or the body of a prefecture, province or the nation. Tenant, unit of backup and of distribution. Its id is the division code.';
grant select, insert, update on jurisdiction to luoshi_app;

create table migration (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
comment on table migration is 'local: migrations applied to this database, with the hash of each file.';
grant select on migration to luoshi_app;
